package dev.fluxion.testkit.documented;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.Differentiator;
import dev.fluxion.Fluxion;
import dev.fluxion.rule.Cotangents3;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;
import dev.fluxion.rule.ValueAndPullbackInPlace;
import dev.fluxion.tangent.NoTangent;
import dev.fluxion.tangent.ZeroTangent;
import dev.fluxion.testkit.rules.RuleTester;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Rules of the page about rules: they are right, and they are what the page has. */
final class RulesPageTest {

    /** The library that the page speaks of. */
    static final class Vectors {
        private Vectors() {}

        static double excess(double[] x, int index, double limit) {
            return Math.max(x[index] - limit, 0);
        }

        static double[] runningSums(double[] x) {
            double[] sums = new double[x.length];
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += x[i];
                sums[i] = sum;
            }
            return sums;
        }
    }

    @Rules(of = Vectors.class)
    static final class VectorRules {
        private VectorRules() {}

        // docs/rules.md
        @Reverse(of = "excess") // double excess(double[] x, int index, double limit)
        static ValueAndPullback<Double, Cotangents3<Object, NoTangent, Object>> excess(
                double[] x, int index, double limit) {
            int length = x.length;
            boolean isBelow = x[index] <= limit; // then it is 0, wherever the arguments go from here
            return ValueAndPullback.of(
                    Vectors.excess(x, index, limit),
                    bar -> {
                        if (isBelow) {
                            return Cotangents3.of(
                                    ZeroTangent.ZERO_TANGENT, NoTangent.NO_TANGENT, ZeroTangent.ZERO_TANGENT);
                        }
                        double[] inX = new double[length];
                        inX[index] = bar;
                        return Cotangents3.of(inX, NoTangent.NO_TANGENT, -bar);
                    });
        }

        // end

        // docs/rules.md
        @Reverse(of = "runningSums") // double[] runningSums(double[] x)
        static ValueAndPullbackInPlace<double[]> runningSums(double[] x) {
            return ValueAndPullbackInPlace.of(
                    Vectors.runningSums(x),
                    (bar, adjoints) -> {
                        double sum = 0;
                        for (int i = bar.length - 1; i >= 0; i--) {
                            sum += bar[i]; // of the value, an array of its length
                            adjoints.add(x, i, sum); // x only says whose adjoints are meant
                        }
                    });
        }
        // end
    }

    @Test
    void theRulesOfArraysAreRight() {
        RuleTester rules = RuleTester.of(VectorRules.class);
        assertThat(rules.testRrule("excess", new double[] {1, 2, -3}, 1, 0.5)).hasSize(1);
        assertThat(rules.testRrule("excess", new double[] {1, 2, -3}, 1, 2.5)).hasSize(1);
        assertThat(rules.testRrule("runningSums", (Object) new double[] {1, 2, -3})).hasSize(1);
    }

    @Test
    void theTangentTypeIsRight() {
        Differentiator fluxion = Fluxion.builder().rules(new FixedRules()).build();
        double slope = fluxion.gradient(x -> Fixed.of(x).times(Fixed.of(x)).times(Fixed.of(2)).value(), 1.5);
        assertThat(slope).isEqualTo(6);
    }

    @Test
    void thePageHasThisCode() throws IOException {
        Path sources = Path.of("src/test/java/dev/fluxion/testkit/documented");
        String page = Files.readString(Path.of("../docs/rules.md"));
        int blocks = 0;
        for (String name : new String[] {"RulesPageTest.java", "FixedRules.java"}) {
            String mark = "// docs/rules" + ".md\n";
            String[] parts = Files.readString(sources.resolve(name)).split(mark, -1);
            for (int i = 1; i < parts.length; i++) {
                String code = parts[i].substring(0, parts[i].indexOf("// end")).stripTrailing().stripIndent();
                assertThat(page).as(name).contains("```java\n" + code + "\n```");
                blocks++;
            }
        }
        assertThat(blocks).isEqualTo(3);
    }
}
