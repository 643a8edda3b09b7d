package dev.fluxion.testkit.check;

import dev.fluxion.testkit.differences.CentralDifferences;
import dev.fluxion.testkit.differences.Estimate;

/** The partial derivatives of a program by differences, and how far to trust them. */
final class Differences {

    /** The largest step, and how many, each half of the one before. */
    private static final CentralDifferences STEPS = new CentralDifferences(4e-3, 4, 0x1p-52);

    private Differences() {}

    /** Returns whether differences have settled; those of a function that is steep on a small scale do not. */
    static boolean isTrusted(Estimate estimate) {
        return estimate.isWithin(1e-4, 1e-4);
    }

    /** Returns the partial derivative of a function in one element of its argument. */
    static Estimate partial(Run.Call function, double[] x, int index) throws Throwable {
        return STEPS.<Throwable>at(t -> function.on(moved(x, index, t)), scale(x[index]));
    }

    /** Returns the step of a level. */
    static double step(double x, int level) {
        return STEPS.first() * scale(x) / (1 << level);
    }

    static int levels() {
        return STEPS.levels();
    }

    private static double scale(double x) {
        return Math.max(1, Math.abs(x));
    }

    /** Returns the argument with one element moved. */
    static double[] moved(double[] x, int index, double by) {
        double[] moved = x.clone();
        moved[index] += by;
        return moved;
    }
}
