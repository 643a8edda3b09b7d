package dev.fluxion.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;
import dev.fluxion.testkit.numbers.RandomTangent;

import org.junit.jupiter.api.Test;

class ExtensionsTest {

    private static final String OWN = ExtensionsTest.class.getName();

    static double root(double x) {
        return Math.sqrt(x) + Math.abs(x - 2);
    }

    static double energy(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += xi * xi;
        }
        return sum;
    }

    @Rules(of = ExtensionsTest.class)
    static final class OwnRules {
        @Partial(of = "root", wrt = 0)
        static double root(double x, double y) {
            return 1 / (2 * Math.sqrt(x)) + Math.signum(x - 2);
        }

        @Reverse(of = "energy")
        static ValueAndPullback<Double, double[]> energy(double[] x) {
            double[] kept = x.clone();
            return ValueAndPullback.of(
                    ExtensionsTest.energy(x),
                    bar -> {
                        double[] xBar = new double[kept.length];
                        for (int i = 0; i < xBar.length; i++) {
                            xBar[i] = 2 * bar * kept[i];
                        }
                        return xBar;
                    });
        }
    }

    @RuleTest(value = OwnRules.class, points = 5)
    @Domain(of = "root", from = 0.5, to = 5)
    @Domain(length = 4)
    void rulesAreTestedInTheirDomains(RandomRule rule) {
        assertThat(rule.toString())
                .isIn(
                        OWN + "$OwnRules.root(double, double) for " + OWN + ".root(double)",
                        OWN + "$OwnRules.energy(double[]) for " + OWN + ".energy(double[])");
        rule.check(point ->
                point[0] instanceof double[] x
                        ? x.length == 4
                        : (double) point[0] > 0.5 && Math.abs((double) point[0] - 2) > 0.1);
    }

    @RuleTest(OwnRules.class)
    void aConditionThatNothingFulfilsIsAnError(RandomRule rule) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.check(point -> false))
                .withMessageEndingWith(": of 10000 random points only 0 fulfil the condition");
    }

    @Test
    void randomTangentsHaveTheSeedThatIsAskedFor(@Seed(7) RandomTangent random, @Seed RandomTangent other) {
        assertThat(random.seed()).isEqualTo(7);
        assertThat(other.seed()).isEqualTo(42);
        assertThat(random.number()).isEqualTo(new RandomTangent(7).number());
    }

    @Test
    void aFailureNamesTheSeed() {
        assertThat(new SeedOfFailure(new RandomTangent(7).toString())).hasMessage("random tangents of seed 7");
    }
}
