package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import java.security.SecureRandom;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random numbers are constants of the one run. Those drawn between bounds depend on the bounds by the method's own
 * code, normally distributed ones on mean and deviation: see {@link GaussianReplacements}.
 */
@Rules(
        of = {
            Random.class,
            ThreadLocalRandom.class,
            SplittableRandom.class,
            SecureRandom.class,
            RandomGenerator.class,
            RandomGenerator.SplittableGenerator.class,
            RandomGenerator.JumpableGenerator.class,
            RandomGenerator.LeapableGenerator.class,
            RandomGenerator.StreamableGenerator.class,
            RandomGenerator.ArbitrarilyJumpableGenerator.class
        })
@NonDifferentiable(
        of = {
            "of",
            "getDefault",
            "from",
            "getInstance",
            "getInstanceStrong",
            "getAlgorithm",
            "generateSeed",
            "getSeed",
            "isDeprecated",
            "copy",
            "jump",
            "leap",
            "copyAndJump",
            "copyAndLeap",
            "nextDouble()D",
            "nextFloat()F",
            "nextGaussian()D",
            "nextExponential()D",
            "nextInt",
            "nextLong",
            "nextBoolean",
            "nextBytes",
            "setSeed",
            "current",
            "split",
            "<init>"
        })
final class RandomRules {

    private RandomRules() {}

    /** What makes generators and identifiers. */
    @Rules(of = {RandomGeneratorFactory.class, UUID.class})
    @NonDifferentiable
    static final class Sources {

        private Sources() {}
    }
}
