package dev.fluxion.runtime;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Pulls cotangents back through functions that a rule has been given: runs the function once more, remembering what its
 * derivative needs, and then that. What the function has captured or finds in memory gets its share in the shadows.
 * While it runs, its memory holds what it held when the method was called.
 */
public final class FunctionPullbacks {

    private static final Class<?>[] DOUBLES = {double.class, double.class, double.class};

    private static final MethodType STEPS = MethodType.methodType(double[].class, double[].class, int.class, int.class);
    private static final MethodType STEPS_FORWARD =
            STEPS.insertParameterTypes(0, Object.class).appendParameterTypes(Shadows.class, Tape.class);
    private static final MethodType REVERSE =
            MethodType.methodType(void.class, Object.class, Shadows.class, Tape.class);

    private final Linker linker;
    private final Shadows shadows;
    private final @Nullable FunctionMemory memory;

    /**
     * Prepares to pull back through functions that work on memory with these shadows.
     *
     * @param memory what functions led to when they were called; null if that is as it was
     */
    public FunctionPullbacks(Linker linker, Shadows shadows, @Nullable FunctionMemory memory) {
        this.linker = linker;
        this.shadows = shadows;
        this.memory = memory;
    }

    /**
     * Pulls back through a function of one or two numbers.
     *
     * @param function an object with the method
     * @param type the functional interface
     * @param method the name of its method, of doubles with a double result
     * @param arguments its arguments
     * @param cotangent that of its value
     * @return those of its arguments
     */
    public double[] ofNumbers(Object function, Class<?> type, String method, double[] arguments, double cotangent) {
        MethodType called = MethodType.methodType(double.class, java.util.Arrays.copyOf(DOUBLES, arguments.length));
        FunctionMemory.Recalled recalled = recalled(function);
        Tape tape = Tape.acquire();
        try {
            double[] further = new double[Math.max(0, arguments.length - 1)];
            double first;
            if (arguments.length == 1) {
                MethodType augmented = type(double.class, Object.class, double.class, Shadows.class, Tape.class);
                double ignored =
                        (double)
                                link(function, type, method, called, "A", augmented)
                                        .invokeExact(function, arguments[0], shadows, tape);
                MethodType reverse = type(double.class, Object.class, double.class, Shadows.class, Tape.class);
                first =
                        (double)
                                link(function, type, method, called, "R", reverse)
                                        .invokeExact(function, cotangent, shadows, tape);
            } else {
                MethodType augmented =
                        type(double.class, Object.class, double.class, double.class, Shadows.class, Tape.class);
                double ignored =
                        (double)
                                link(function, type, method, called, "A", augmented)
                                        .invokeExact(function, arguments[0], arguments[1], shadows, tape);
                MethodType reverse =
                        type(double.class, Object.class, double.class, Shadows.class, double[].class, Tape.class);
                first =
                        (double)
                                link(function, type, method, called, "R", reverse)
                                        .invokeExact(function, cotangent, shadows, further, tape);
            }
            double[] cotangents = new double[arguments.length];
            cotangents[0] = first;
            System.arraycopy(further, 0, cotangents, 1, further.length);
            return cotangents;
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw sneaky(thrown);
        } finally {
            tape.release();
            recalled.close();
        }
    }

    /**
     * Pulls back through a function that takes something in memory, whose adjoints are added to.
     *
     * @param function an object with the method
     * @param type the functional interface
     * @param method the name of its method
     * @param called the method's type as it is declared
     * @param argument its argument
     * @param cotangent that of its value, if that is a number; else, with its adjoints in memory, an array of numbers
     */
    public void ofMemory(
            Object function, Class<?> type, String method, MethodType called, Object argument, Object cotangent) {
        FunctionMemory.Recalled recalled = recalled(function);
        Tape tape = Tape.acquire();
        try {
            boolean isNumber = called.returnType() == double.class;
            MethodType augmented = type(called.returnType(), Object.class, Object.class, Shadows.class, Tape.class);
            MethodHandle forward = link(function, type, method, called, "A", augmented);
            if (isNumber) {
                double ignored = (double) forward.invokeExact(function, argument, shadows, tape);
                MethodType reverse = type(void.class, Object.class, double.class, Shadows.class, Tape.class);
                link(function, type, method, called, "R", reverse)
                        .invokeExact(function, (double) (Double) cotangent, shadows, tape);
            } else {
                Object value = (Object) forward.invokeExact(function, argument, shadows, tape);
                add((double[]) cotangent, shadows.of((double[]) value));
                MethodType reverse = type(void.class, Object.class, Shadows.class, Tape.class);
                link(function, type, method, called, "R", reverse).invokeExact(function, shadows, tape);
            }
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw sneaky(thrown);
        } finally {
            tape.release();
            recalled.close();
        }
    }

    /**
     * Pulls a cotangent back through steps of a loop. Nothing stays behind of what they have made for themselves, so
     * that the memory of a loop is that of its largest part.
     *
     * @param state that before the first of them, whose adjoints are added to; it is in no other's hands
     * @param cotangent that of the state after the last one
     */
    public void ofSteps(StepBlock steps, double[] state, double[] cotangent) {
        FunctionMemory.Recalled recalled = recalled(steps.step());
        int mark = shadows.mark();
        Tape tape = Tape.acquire();
        try {
            MethodHandle forward = link(steps.step(), steps.type(), "apply", STEPS, "A", STEPS_FORWARD);
            double[] value =
                    (double[]) forward.invokeExact(steps.step(), state, steps.from(), steps.to(), shadows, tape);
            add(cotangent, shadows.of(value));
            MethodHandle reverse = link(steps.step(), steps.type(), "apply", STEPS, "R", REVERSE);
            reverse.invokeExact(steps.step(), shadows, tape);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw sneaky(thrown);
        } finally {
            tape.release();
            shadows.forget(state);
            shadows.forgetZeros(mark);
            recalled.close();
        }
    }

    /**
     * Pulls the adjoints of a value in memory back through a function of an object.
     *
     * @param function the function
     * @param argument its argument
     * @param value what it gave when it ran first, whose adjoints are taken
     */
    public void ofObject(Function<?, ?> function, Object argument, Object value) {
        ObjectCotangents cotangents = linker.cotangents();
        Object cotangent = cotangents.take(cotangents.snapshot(value), shadows);
        FunctionMemory.Recalled recalled = recalled(function);
        FunctionMemory.Recalled recalledArgument = recalled(argument);
        Tape tape = Tape.acquire();
        try {
            MethodType called = type(Object.class, Object.class);
            MethodType augmented = type(Object.class, Object.class, Object.class, Shadows.class, Tape.class);
            Object again =
                    (Object)
                            link(function, Function.class, "apply", called, "A", augmented)
                                    .invokeExact((Object) function, argument, shadows, tape);
            String misfit = cotangents.add(cotangents.snapshot(again), cotangent, shadows);
            if (misfit != null) {
                throw new IllegalStateException(
                        "a function that is run again for its derivative gave something else than before: " + misfit);
            }
            MethodType reverse = type(void.class, Object.class, Shadows.class, Tape.class);
            link(function, Function.class, "apply", called, "R", reverse).invokeExact((Object) function, shadows, tape);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw sneaky(thrown);
        } finally {
            tape.release();
            recalledArgument.close();
            recalled.close();
        }
    }

    /** Runs a function of an array in memory as it was at the call. */
    public double[] value(UnaryOperator<double[]> function, double[] argument) {
        FunctionMemory.Recalled recalled = recalled(function);
        try {
            return function.apply(argument);
        } finally {
            recalled.close();
        }
    }

    private FunctionMemory.Recalled recalled(Object function) {
        return memory == null ? FunctionMemory.Recalled.UNCHANGED : memory.recall(function);
    }

    private static void add(double[] cotangent, double[] to) {
        if (cotangent.length != to.length) {
            throw new IllegalArgumentException(
                    "a cotangent of length " + cotangent.length + " for a value of length " + to.length);
        }
        for (int i = 0; i < to.length; i++) {
            to[i] += cotangent[i];
        }
    }

    private MethodHandle link(
            Object function, Class<?> type, String method, MethodType called, String sweep, MethodType wanted) {
        String owner = type.getName().replace('.', '/');
        DynamicCall call =
                new DynamicCall(owner, method, called.toMethodDescriptorString(), sweep, false, 0, "a rule's pullback");
        return linker.link(function, call, wanted);
    }

    private static MethodType type(Class<?> result, Class<?>... parameters) {
        return MethodType.methodType(result, parameters);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // checked exceptions pass as they are
    private static <T extends Throwable> RuntimeException sneaky(@Nullable Throwable thrown) throws T {
        throw (T) thrown;
    }
}
