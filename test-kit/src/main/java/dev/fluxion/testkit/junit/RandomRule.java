package dev.fluxion.testkit.junit;

import dev.fluxion.testkit.rules.Check;
import dev.fluxion.testkit.rules.RuleCase;

import org.jspecify.annotations.Nullable;

import java.util.Random;
import java.util.function.Predicate;

/** A rule with random arguments, handed to a {@link RuleTest}. */
public final class RandomRule {

    private static final int ATTEMPTS = 10_000;

    private final RuleCase rule;
    private final RandomArguments arguments;
    private final int points;
    private final long seed;

    RandomRule(RuleCase rule, RandomArguments arguments, int points, long seed) {
        this.rule = rule;
        this.arguments = arguments;
        this.points = points;
        this.seed = seed;
    }

    /** Returns the rule. */
    public RuleCase rule() {
        return rule;
    }

    /** Leaves out checks. */
    public RandomRule without(Check... checks) {
        return new RandomRule(rule.without(checks), arguments, points, seed);
    }

    /**
     * Tests the rule at random points of its domain.
     *
     * @throws AssertionError if the rule is wrong
     */
    public void check() {
        check(point -> true);
    }

    /**
     * Tests the rule at random points of its domain that fulfil a condition, such as being away from a kink.
     *
     * @throws AssertionError if the rule is wrong, or if hardly any point fulfils the condition
     */
    public void check(Predicate<@Nullable Object[]> isSmooth) {
        Random random = new Random(seed);
        int left = points;
        for (int i = 0; i < ATTEMPTS && left > 0; i++) {
            @Nullable Object[] point = arguments.draw(rule, random);
            if (isSmooth.test(point)) {
                rule.test(point);
                left--;
            }
        }
        if (left > 0) {
            throw new AssertionError(
                    rule + ": of " + ATTEMPTS + " random points only " + (points - left) + " fulfil the condition");
        }
    }

    @Override
    public String toString() {
        return rule.toString();
    }
}
