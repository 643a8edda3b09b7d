package dev.fluxion.runtime.guard;

import dev.fluxion.DoubleArrayGradient3;
import dev.fluxion.runtime.Shadows;

import java.util.Arrays;

/**
 * A gradient in three arrays that looks at the arrays first.
 *
 * @param compiled the compiled gradient
 * @param guard what looks
 */
@SuppressWarnings("ReferenceEquality") // which array it is, is the question
public record GuardedGradient3(DoubleArrayGradient3 compiled, ArgumentGuard guard) implements DoubleArrayGradient3 {

    @Override
    public double accumulate(double[] x, double[] y, double[] z, double[] xSum, double[] ySum, double[] zSum) {
        if (guard.has(x) || guard.has(y) || guard.has(z)) {
            Shadows shadows = Shadows.create();
            double[] xBar = shadows.of(x);
            double[] yBar = shadows.of(y);
            double[] zBar = shadows.of(z);
            double value = guard.run(shadows, x, y, z);
            addEach(xBar, yBar, zBar, xSum, ySum, zSum);
            return value;
        }
        if (guard.writes()) {
            double[] xFresh = new double[x.length];
            double[] yFresh = ySum == xSum ? xFresh : new double[y.length];
            double[] zFresh = zSum == xSum ? xFresh : zSum == ySum ? yFresh : new double[z.length];
            double value = compiled.accumulate(x, y, z, xFresh, yFresh, zFresh);
            addEach(xFresh, yFresh, zFresh, xSum, ySum, zSum);
            return value;
        }
        return compiled.accumulate(x, y, z, xSum, ySum, zSum);
    }

    /** Adds what belongs to one array once only: arguments that are the same array have one sum. */
    private static void addEach(
            double[] xBar, double[] yBar, double[] zBar, double[] xSum, double[] ySum, double[] zSum) {
        ArgumentGuard.add(xBar, xSum);
        if (ySum != xSum) {
            ArgumentGuard.add(yBar, ySum);
        }
        if (zSum != xSum && zSum != ySum) {
            ArgumentGuard.add(zBar, zSum);
        }
    }

    @Override
    public double overwrite(double[] x, double[] y, double[] z, double[] xOut, double[] yOut, double[] zOut) {
        if (guard.has(x) || guard.has(y) || guard.has(z)) {
            Arrays.fill(xOut, 0);
            Arrays.fill(yOut, 0);
            Arrays.fill(zOut, 0);
            return accumulate(x, y, z, xOut, yOut, zOut);
        }
        return compiled.overwrite(x, y, z, xOut, yOut, zOut);
    }
}
