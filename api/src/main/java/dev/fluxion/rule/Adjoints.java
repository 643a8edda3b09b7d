package dev.fluxion.rule;

import dev.fluxion.runtime.ShadowLayout;
import dev.fluxion.runtime.Shadows;

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

    private Adjoints(Shadows shadows, double[] arguments) {
        this.shadows = shadows;
        this.arguments = arguments;
    }

    /**
     * Starts with the adjoints in memory, and zero for those of the arguments that are numbers; emitted code calls
     * this.
     *
     * @param shadows those in memory
     * @param arguments how many arguments the method has, the receiver counted
     */
    public static Adjoints of(Shadows shadows, int arguments) {
        return new Adjoints(shadows, new double[arguments]);
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

    private static void requireLength(int length, int given) {
        if (given != length) {
            throw new IllegalArgumentException(
                    "a cotangent of length " + given + " for an array of length " + length + ": they must be equal");
        }
    }
}
