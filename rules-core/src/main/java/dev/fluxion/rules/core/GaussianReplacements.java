package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.util.random.RandomGenerator;

/**
 * A normally distributed number is the mean plus a standard one, drawn once, times the deviation: so its derivative in
 * both is known (the pathwise derivative, or reparametrisation).
 */
@Rules(of = RandomGenerator.class)
public final class GaussianReplacements {

    private GaussianReplacements() {}

    @Replacement(of = "nextGaussian")
    static double nextGaussian(RandomGenerator generator, double mean, double deviation) {
        if (deviation < 0.0) {
            throw new IllegalArgumentException("standard deviation must be non-negative");
        }
        return mean + deviation * Draw.standard(generator);
    }

    /** Draws as the method itself does, which some generators do in another way than {@code nextGaussian()}. */
    @Rules(of = Draw.class)
    @NonDifferentiable
    static final class Draw {

        private Draw() {}

        static double standard(RandomGenerator generator) {
            return generator.nextGaussian(-0.0, 1.0);
        }
    }
}
