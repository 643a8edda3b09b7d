package dev.fluxion.runtime.guard;

import dev.fluxion.FloatArrayGradient;
import dev.fluxion.runtime.Shadows;

import java.util.Arrays;

/**
 * A gradient in one array of floats that looks at the array first.
 *
 * @param compiled the compiled gradient
 * @param guard what looks
 */
public record GuardedFloatGradient(FloatArrayGradient compiled, ArgumentGuard guard) implements FloatArrayGradient {

    @Override
    public float accumulate(float[] x, float[] sum) {
        if (guard.has(x)) {
            Shadows shadows = Shadows.create();
            float[] xBar = shadows.of(x);
            float value = (float) guard.run(shadows, (Object) x);
            ArgumentGuard.add(xBar, sum);
            return value;
        }
        if (guard.writes()) {
            float[] xFresh = new float[x.length];
            float value = compiled.accumulate(x, xFresh);
            ArgumentGuard.add(xFresh, sum);
            return value;
        }
        return compiled.accumulate(x, sum);
    }

    @Override
    public float overwrite(float[] x, float[] out) {
        if (guard.has(x)) {
            Arrays.fill(out, 0);
            return accumulate(x, out);
        }
        return compiled.overwrite(x, out);
    }
}
