package dev.fluxion.runtime.guard;

import dev.fluxion.DoubleArrayGradient2;
import dev.fluxion.runtime.Shadows;

import java.util.Arrays;

/**
 * A gradient in two arrays that looks at the arrays first.
 *
 * @param compiled the compiled gradient
 * @param guard what looks
 */
@SuppressWarnings("ReferenceEquality") // which array it is, is the question
public record GuardedGradient2(DoubleArrayGradient2 compiled, ArgumentGuard guard) implements DoubleArrayGradient2 {

    @Override
    public double accumulate(double[] x, double[] y, double[] xSum, double[] ySum) {
        if (guard.has(x) || guard.has(y)) {
            Shadows shadows = Shadows.create();
            double[] xBar = shadows.of(x);
            double[] yBar = shadows.of(y);
            double value = guard.run(shadows, x, y);
            ArgumentGuard.add(xBar, xSum);
            if (ySum != xSum) {
                ArgumentGuard.add(yBar, ySum);
            }
            return value;
        }
        if (guard.writes()) {
            double[] xFresh = new double[x.length];
            double[] yFresh = ySum == xSum ? xFresh : new double[y.length];
            double value = compiled.accumulate(x, y, xFresh, yFresh);
            ArgumentGuard.add(xFresh, xSum);
            if (ySum != xSum) {
                ArgumentGuard.add(yFresh, ySum);
            }
            return value;
        }
        return compiled.accumulate(x, y, xSum, ySum);
    }

    @Override
    public double overwrite(double[] x, double[] y, double[] xOut, double[] yOut) {
        if (guard.has(x) || guard.has(y)) {
            Arrays.fill(xOut, 0);
            Arrays.fill(yOut, 0);
            return accumulate(x, y, xOut, yOut);
        }
        return compiled.overwrite(x, y, xOut, yOut);
    }
}
