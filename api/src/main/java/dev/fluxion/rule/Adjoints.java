package dev.fluxion.rule;

import dev.fluxion.runtime.FunctionMemory;
import dev.fluxion.runtime.FunctionPullbacks;
import dev.fluxion.runtime.Linker;
import dev.fluxion.runtime.ShadowLayout;
import dev.fluxion.runtime.Shadows;
import dev.fluxion.runtime.StepBlock;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodType;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * The adjoints of numbers in memory while a gradient runs backwards, as a {@link PullbackInPlace} or {@link
 * VoidPullback} sees them. An array has adjoints of its own length, found by the identity of the array; an object has
 * one for each floating field.
 *
 * <p>In the reverse sweep the adjoint of a place is that of the number that is there at that time. A pullback of a
 * method that overwrote a place first {@linkplain #take takes} its adjoint, that of the number after the call; what it
 * then adds counts for the number before.
 */
public final class Adjoints {

    private final Shadows shadows;
    private final double[] arguments;
    private final Linker linker;
    private final @Nullable FunctionMemory memory;

    private Adjoints(Shadows shadows, double[] arguments, Linker linker, @Nullable FunctionMemory memory) {
        this.shadows = shadows;
        this.arguments = arguments;
        this.linker = linker;
        this.memory = memory;
    }

    /**
     * Starts with the adjoints in memory, and zero for those of the arguments that are numbers; emitted code calls
     * this.
     *
     * @param shadows those in memory
     * @param arguments how many arguments the method has, the receiver counted
     * @param linker finds the derivatives of functions
     */
    public static Adjoints of(Shadows shadows, int arguments, Linker linker) {
        return new Adjoints(shadows, new double[arguments], linker, null);
    }

    /**
     * Starts as {@link #of(Shadows, int, Linker)} does, for a pullback that goes through functions; emitted code calls
     * this.
     *
     * @param memory what they led to when the method was called
     */
    public static Adjoints of(Shadows shadows, int arguments, Linker linker, FunctionMemory memory) {
        return new Adjoints(shadows, new double[arguments], linker, memory);
    }

    /**
     * Starts as emitted code does, for a test of a rule that gets by without functions: pulling back through one throws
     * {@link UnsupportedOperationException}. With functions, {@link dev.fluxion.Differentiator#linker} finds their
     * derivatives.
     */
    public static Adjoints of(Shadows shadows, int arguments) {
        Linker none =
                (receiver, call, type) -> {
                    throw new UnsupportedOperationException(
                            "the pullback goes through a function ("
                                    + receiver.getClass().getTypeName()
                                    + "), whose derivative these adjoints cannot find; try: Adjoints.of(shadows, "
                                    + "arguments, Fluxion.builder().build().linker()), or RuleTester");
                };
        return of(shadows, arguments, none);
    }

    /** Returns the adjoints of an array's numbers, to be read and added to. */
    public double[] of(double[] array) {
        return shadows.of(array);
    }

    /** Returns the adjoints of an array's numbers, to be read and added to. */
    public float[] of(float[] array) {
        return shadows.of(array);
    }

    /** Returns a copy of the adjoints of an array's numbers, and sets them to zero. */
    public double[] take(double[] array) {
        double[] taken = new double[array.length];
        double[] adjoints = shadows.find(array);
        if (adjoints != null) {
            for (int i = 0; i < taken.length; i++) {
                taken[i] = adjoints[i];
                adjoints[i] = 0;
            }
        }
        return taken;
    }

    /** Returns a copy of the adjoints of an array's numbers, and sets them to zero. */
    public float[] take(float[] array) {
        float[] taken = new float[array.length];
        float[] adjoints = shadows.find(array);
        if (adjoints != null) {
            for (int i = 0; i < taken.length; i++) {
                taken[i] = adjoints[i];
                adjoints[i] = 0;
            }
        }
        return taken;
    }

    /**
     * Adds to the adjoints of an array's numbers.
     *
     * @param cotangent as long as the array
     */
    public void add(double[] array, double[] cotangent) {
        requireLength(array.length, cotangent.length);
        double[] adjoints = shadows.of(array);
        for (int i = 0; i < adjoints.length; i++) {
            adjoints[i] += cotangent[i];
        }
    }

    /**
     * Adds to the adjoints of an array's numbers.
     *
     * @param cotangent as long as the array
     */
    public void add(float[] array, float[] cotangent) {
        requireLength(array.length, cotangent.length);
        float[] adjoints = shadows.of(array);
        for (int i = 0; i < adjoints.length; i++) {
            adjoints[i] += cotangent[i];
        }
    }

    /** Adds to the adjoint of one number in an array. */
    public void add(double[] array, int index, double cotangent) {
        shadows.of(array)[index] += cotangent;
    }

    /**
     * Returns the adjoint of a number in an object, and sets it to zero.
     *
     * @param declaring the class that declares the field
     * @param field the name of a {@code double} or {@code float} field
     */
    public double take(Object object, Class<?> declaring, String field) {
        double[] adjoints = shadows.find(object);
        if (adjoints == null) {
            return 0;
        }
        int slot = ShadowLayout.slot(declaring, field);
        double taken = adjoints[slot];
        adjoints[slot] = 0;
        return taken;
    }

    /**
     * Adds to the adjoint of a number in an object.
     *
     * @param declaring the class that declares the field
     * @param field the name of a {@code double} or {@code float} field
     */
    public void add(Object object, Class<?> declaring, String field, double cotangent) {
        shadows.of(object)[ShadowLayout.slot(declaring, field)] += cotangent;
    }

    /** Returns the cotangent of an object whose numbers only rules know, and sets it to zero. */
    public <P, T> T take(TangentType<P, T> type, P object) {
        T zero = type.zero(object);
        Object taken = shadows.takeTangent(object);
        return taken == null ? zero : type.sum(zero, Adjoints.<T>typed(taken));
    }

    /** Adds to the cotangent of an object whose numbers only rules know. */
    public <P, T> void add(TangentType<P, T> type, P object, T cotangent) {
        Object before = shadows.takeTangent(object);
        T sum = before == null ? type.zero(object) : Adjoints.<T>typed(before);
        shadows.putTangent(object, type.sum(sum, cotangent));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // one class has one type of tangents
    private static <T> T typed(Object tangent) {
        return (T) tangent;
    }

    /**
     * Adds to the adjoint of an argument that is a number.
     *
     * @param argument its index, the receiver counted
     */
    public void addToArgument(int argument, double cotangent) {
        arguments[argument] += cotangent;
    }

    /** Returns the adjoint of an argument that is a number; emitted code calls this after the pullback. */
    public double ofArgument(int argument) {
        return arguments[argument];
    }

    /**
     * Pulls a cotangent back through a function that the method was given: for rules of methods that integrate, sum or
     * solve for a function. The function is run once more, and then its derivative; what it has captured, or finds in
     * memory, gets its share of the cotangent. It finds arrays and objects that it leads to as they were when the
     * method was called: what the program has overwritten since is put back while it runs, or, in collections and other
     * objects of the JDK, refused ({@code FX-0411}). Static fields are as the program has left them.
     *
     * <pre>{@code
     * @Reverse(of = "mean")                          // double mean(DoubleUnaryOperator f, double[] points)
     * static ValueAndPullbackInPlace<Double> mean(DoubleUnaryOperator f, double[] points) {
     *     double[] at = points.clone();
     *     return ValueAndPullbackInPlace.of(Means.mean(f, points), (bar, adjoints) -> {
     *         for (int i = 0; i < at.length; i++) {
     *             adjoints.add(points, i, adjoints.pullback(f, at[i], bar / at.length));
     *         }
     *     });
     * }
     * }</pre>
     *
     * @param f the function
     * @param x its argument
     * @param cotangent that of its value
     * @return that of its argument
     */
    public double pullback(DoubleUnaryOperator f, double x, double cotangent) {
        return functions().ofNumbers(f, DoubleUnaryOperator.class, "applyAsDouble", new double[] {x}, cotangent)[0];
    }

    /**
     * Pulls a cotangent back through a function of two numbers, as {@link #pullback(DoubleUnaryOperator, double,
     * double)}.
     *
     * @return those of both arguments
     */
    public double[] pullback(DoubleBinaryOperator f, double x, double y, double cotangent) {
        return functions().ofNumbers(f, DoubleBinaryOperator.class, "applyAsDouble", new double[] {x, y}, cotangent);
    }

    /**
     * Pulls a cotangent back through a function of an array, as {@link #pullback(DoubleUnaryOperator, double, double)}.
     *
     * @param x its argument, which is not written to; its adjoints are left alone
     * @return that of its argument
     */
    public double[] pullback(ToDoubleFunction<double[]> f, double[] x, double cotangent) {
        double[] argument = x.clone();
        double[] bar = shadows.of(argument);
        MethodType type = MethodType.methodType(double.class, Object.class);
        functions().ofMemory(f, ToDoubleFunction.class, "applyAsDouble", type, argument, cotangent);
        return bar;
    }

    /**
     * Pulls a cotangent back through a function from arrays to arrays, as {@link #pullback(DoubleUnaryOperator, double,
     * double)}.
     *
     * @param x its argument, which is not written to; its adjoints are left alone
     * @param cotangent that of its value, of the same length
     * @return that of its argument
     */
    public double[] pullback(UnaryOperator<double[]> f, double[] x, double[] cotangent) {
        double[] argument = x.clone();
        double[] bar = shadows.of(argument);
        MethodType type = MethodType.methodType(Object.class, Object.class);
        functions().ofMemory(f, Function.class, "apply", type, argument, cotangent);
        return bar;
    }

    /**
     * Pulls a cotangent back through steps of a loop, which are differentiated as a loop of their own.
     *
     * @param state that before the first of them, which is not written to; its adjoints are left alone
     * @param cotangent that of the state after the last one, of the same length as that
     * @return that of {@code state}
     */
    public double[] pullback(StepBlock steps, double[] state, double[] cotangent) {
        double[] argument = state.clone();
        double[] bar = shadows.of(argument);
        functions().ofSteps(steps, argument, cotangent);
        return bar;
    }

    /**
     * Pulls the adjoints of a function's value back through the function, for values and arguments in memory: arrays,
     * boxes, records, lists, maps. The function is run once more, on the argument itself; the adjoints of what it gave
     * the first time are taken, and those of the argument and of what it leads to are added to.
     *
     * @param f the function
     * @param x its argument, which it has not written to
     * @param value what it gave
     */
    public <X> void pullbackInMemory(Function<X, ?> f, X x, Object value) {
        functions().ofObject(f, x, value);
    }

    /**
     * Returns a function's value in memory as it was at the call, as {@link #pullback(UnaryOperator, double[],
     * double[])} finds it: for pullbacks that compute again what they have not kept.
     *
     * @param x its argument
     */
    public double[] value(UnaryOperator<double[]> f, double[] x) {
        return functions().value(f, x);
    }

    /**
     * Returns adjoints that start with nothing and that nobody reads: for asking a function for its derivative in its
     * argument alone.
     *
     * <pre>{@code
     * double slope = adjoints.apart().pullback(f, root, 1);
     * adjoints.pullback(f, root, -bar / slope);                          // the root moves as what f has captured does
     * }</pre>
     */
    public Adjoints apart() {
        return new Adjoints(Shadows.create(), new double[arguments.length], linker, memory);
    }

    private FunctionPullbacks functions() {
        return new FunctionPullbacks(linker, shadows, memory);
    }

    private static void requireLength(int length, int given) {
        if (given != length) {
            throw new IllegalArgumentException(
                    "a cotangent of length " + given + " for an array of length " + length + ": they must be equal");
        }
    }
}
