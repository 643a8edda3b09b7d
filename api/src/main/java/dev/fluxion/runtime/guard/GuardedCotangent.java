package dev.fluxion.runtime.guard;

import dev.fluxion.runtime.Shadows;
import dev.fluxion.runtime.sweep.VectorCotangent;

import org.jspecify.annotations.Nullable;

/**
 * A derivative backwards that looks at the point first.
 *
 * @param compiled the compiled derivative
 * @param guard what looks
 */
public record GuardedCotangent(VectorCotangent compiled, ArgumentGuard guard) implements VectorCotangent {

    @Override
    public double run(double[] x, double[] cotangent, @Nullable Object[] value, double[] gradient) {
        if (!guard.has(x)) {
            return compiled.run(x, cotangent, value, gradient);
        }
        Shadows shadows = Shadows.create();
        double[] xBar = shadows.of(x);
        double sum = guard.run(shadows, x, cotangent, value);
        ArgumentGuard.add(xBar, gradient);
        return sum;
    }
}
