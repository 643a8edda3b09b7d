package dev.fluxion.runtime.guard;

import dev.fluxion.DoubleArrayGradient;
import dev.fluxion.runtime.Shadows;

import java.util.Arrays;

/**
 * A gradient in one array that looks at the array first.
 *
 * @param compiled the compiled gradient
 * @param guard what looks
 */
public record GuardedGradient(DoubleArrayGradient compiled, ArgumentGuard guard) implements DoubleArrayGradient {

    @Override
    public double accumulate(double[] x, double[] sum) {
        if (guard.has(x)) {
            Shadows shadows = Shadows.create();
            double[] xBar = shadows.of(x);
            double value = guard.run(shadows, (Object) x);
            ArgumentGuard.add(xBar, sum);
            return value;
        }
        if (guard.writes()) {
            double[] xFresh = new double[x.length];
            double value = compiled.accumulate(x, xFresh);
            ArgumentGuard.add(xFresh, sum);
            return value;
        }
        return compiled.accumulate(x, sum);
    }

    @Override
    public double overwrite(double[] x, double[] out) {
        if (guard.has(x)) {
            Arrays.fill(out, 0);
            return accumulate(x, out);
        }
        return compiled.overwrite(x, out);
    }
}
