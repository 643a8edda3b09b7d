package dev.fluxion.rules.core.replacement;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

/** {@code float[].clone()}. */
@Rules(of = float[].class)
public final class FloatArrayReplacements {

    private FloatArrayReplacements() {}

    @Replacement(of = "clone")
    static Object copy(float[] array) {
        float[] copy = new float[array.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = array[i];
        }
        return copy;
    }
}
