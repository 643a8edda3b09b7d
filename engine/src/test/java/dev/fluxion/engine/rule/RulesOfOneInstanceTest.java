package dev.fluxion.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

import org.junit.jupiter.api.Test;

/** Rules that are handed to one instance count there and nowhere else. */
class RulesOfOneInstanceTest {

    private interface Shape {
        double at(double x);
    }

    private static final class Square implements Shape {
        @Override
        public double at(double x) {
            return square(x);
        }
    }

    private static double square(double x) {
        return x * x;
    }

    @Rules(of = RulesOfOneInstanceTest.class)
    static final class Seven {
        private Seven() {}

        @Partial(of = "square", wrt = 0)
        static double square(double x, double y) {
            return 7;
        }
    }

    @Rules(of = RulesOfOneInstanceTest.class)
    static final class Eight {
        private Eight() {}

        @Partial(of = "square", wrt = 0)
        static double square(double x, double y) {
            return 8;
        }
    }

    @Test
    void instancesDoNotSeeEachOthersRules() {
        DoubleFn direct = x -> square(x);
        Shape shape = new Square();
        DoubleFn dispatched = x -> shape.at(x);
        Differentiator seven = Fluxion.builder().rules(Seven.class).build();
        Differentiator eight = Fluxion.builder().rules(Eight.class).build();
        for (int round = 0; round < 2; round++) {
            for (DoubleFn f : new DoubleFn[] {direct, dispatched}) {
                assertThat(seven.gradient(f, 3.0)).isEqualTo(7);
                assertThat(Fluxion.gradient(f, 3.0)).isEqualTo(6);
                assertThat(eight.gradient(f, 3.0)).isEqualTo(8);
            }
        }
    }
}
