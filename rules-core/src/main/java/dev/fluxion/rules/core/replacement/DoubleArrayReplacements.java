package dev.fluxion.rules.core.replacement;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

/** {@code double[].clone()}. */
@Rules(of = double[].class)
public final class DoubleArrayReplacements {

    private DoubleArrayReplacements() {}

    @Replacement(of = "clone")
    static Object copy(double[] array) {
        double[] copy = new double[array.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = array[i];
        }
        return copy;
    }
}
