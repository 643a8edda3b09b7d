package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * Random numbers are constants of the one run. Those drawn between bounds depend on the bounds and have no rule yet.
 */
@Rules(of = {Random.class, ThreadLocalRandom.class, SplittableRandom.class, RandomGenerator.class})
@NonDifferentiable(
        of = {
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
}
