package dev.fluxion.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleArrayFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.rules.FunctionRulesTest.Functional;
import dev.fluxion.engine.rules.FunctionRulesTest.FunctionalRules;
import dev.fluxion.rule.Adjoints;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullbackInPlace;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;

/** A function that a rule pulls back through finds memory as it was when the method was called. */
class FunctionMemoryTest {

    private static final double STEP = 1e-5;
    private static final double[] POINT = {0.5, 1.5, 2.5};
    private static final Differentiator AD = Fluxion.builder().rules(FunctionalRules.class, OtherRules.class).build();

    static final class Other {
        private Other() {}

        static double scaled(Law law, double x) {
            return 3 * law.at(x);
        }

        static double squared(DoubleUnaryOperator f, double x) {
            double y = f.applyAsDouble(x);
            return y * y;
        }
    }

    /** An interface of the program's own. */
    interface Law {
        double at(double x);
    }

    @Rules(of = Other.class)
    static final class OtherRules {
        private OtherRules() {}

        /** The function that is pulled back through is made here. */
        @Reverse(of = "scaled")
        static ValueAndPullbackInPlace<Double> scaled(Law law, double x) {
            return ValueAndPullbackInPlace.of(
                    Other.scaled(law, x),
                    (bar, adjoints) -> {
                        DoubleUnaryOperator f = v -> law.at(v) * 3;
                        adjoints.addToArgument(1, adjoints.pullback(f, x, bar));
                    });
        }

        /** The adjoints are handed on. */
        @Reverse(of = "squared")
        static ValueAndPullbackInPlace<Double> squared(DoubleUnaryOperator f, double x) {
            double y = f.applyAsDouble(x);
            return ValueAndPullbackInPlace.of(y * y, (bar, adjoints) -> pull(f, x, 2 * y * bar, adjoints));
        }

        private static void pull(DoubleUnaryOperator f, double x, double bar, Adjoints adjoints) {
            adjoints.addToArgument(1, adjoints.pullback(f, x, bar));
        }
    }

    static final class Model {
        double rate;
        int power;
        double[] weights = {0};
        Model next;

        double at(double v) {
            double raised = 1;
            for (int i = 0; i < power; i++) {
                raised *= v;
            }
            return rate * raised + weights[0] * v + (next == null ? 0 : next.at(v));
        }
    }

    private static void check(DoubleArrayFn f) {
        double[] gradient = AD.gradient(f, POINT.clone());
        for (int i = 0; i < POINT.length; i++) {
            double[] up = POINT.clone();
            double[] down = POINT.clone();
            up[i] += STEP;
            down[i] -= STEP;
            double slope = (f.applyAsDouble(up) - f.applyAsDouble(down)) / (2 * STEP);
            assertThat(gradient[i]).as("partial %d", i).isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
        }
    }

    @Test
    void overwrittenArray() {
        check(x -> {
            double[] c = {x[0] * 2, x[1]};
            double m = Functional.mean(v -> v * v * c[0] + c[1], x);
            c[0] = 17 * x[1];
            return m * c[0];
        });
    }

    @Test
    void arrayThatStays() {
        check(x -> {
            double[] c = {x[0] * 2, x[1]};
            double once = Functional.mean(v -> v * v * c[0] + c[1], x);
            return once * c[0] * Functional.mean(v -> v * c[0], x);
        });
    }

    @Test
    void arrayThatChangesBetweenTwoUses() {
        check(x -> {
            double[] c = {x[0] * 2};
            DoubleUnaryOperator f = v -> v * v * c[0];
            double once = Functional.mean(f, x);
            c[0] = once * x[2];
            double again = Functional.mean(f, x);
            c[0] = again;
            return once * again * c[0];
        });
    }

    @Test
    void argumentOfTheGradient() {
        check(x -> {
            double m = Functional.mean(v -> v * v * x[0], new double[] {x[1], x[2]});
            x[0] = m * x[1];
            return m * x[0];
        });
    }

    @Test
    void insideOfLoops() {
        check(x -> {
            double[] c = {x[0]};
            double sum = 0;
            for (int i = 0; i < 4; i++) {
                sum += Functional.mean(v -> v * c[0] * c[0], x);
                c[0] = sum * 0.1 + x[i % 3];
            }
            return sum;
        });
    }

    @Test
    void overwrittenRow() {
        check(x -> {
            double[][] c = {{x[0], 2}, {x[1] * x[2]}};
            double m = Functional.mean(v -> v * c[0][0] * c[0][1] + c[1][0], x);
            c[0][0] = x[2];
            c[1] = new double[] {5 * x[0]};
            return m * c[0][0] * c[1][0];
        });
    }

    @Test
    void overwrittenFieldsOfObjects() {
        check(x -> {
            Model model = new Model();
            model.rate = x[0] * x[1];
            model.power = 2;
            model.weights[0] = x[2];
            model.next = new Model();
            model.next.rate = x[1];
            model.next.power = 3;
            double m = Functional.mean(v -> model.at(v), x);
            model.next.rate = x[0];
            model.next = null;
            model.rate = 3 * x[2];
            model.weights[0] = 7;
            model.weights = new double[] {x[1]};
            return m * model.rate * model.weights[0];
        });
    }

    @Test
    void overwrittenWholeNumbers() {
        check(x -> {
            int[] power = {2};
            Model model = new Model();
            model.rate = x[1];
            model.power = 3;
            double m = Functional.mean(v -> (power[0] == 2 ? v * v : v) * x[0] + model.at(v), x);
            power[0] = 1;
            model.power = 1;
            return m;
        });
    }

    @Test
    void overwrittenConstant() {
        check(x -> {
            double[] c = {3};
            double m = Functional.mean(v -> v * v * c[0], x);
            c[0] = 0;
            return m;
        });
    }

    @Test
    void whatTheProgramHasLeftIsThereAgain() {
        double[] c = {2, 0};
        int[] runs = {0};
        AD.gradient(
                x -> {
                    double m =
                            Functional.mean(
                                    v -> {
                                        runs[0]++;
                                        return v * c[0];
                                    },
                                    x);
                    c[0] = 5;
                    runs[0] = 100;
                    return m;
                },
                POINT.clone());
        assertThat(c).containsExactly(5, 0);
        assertThat(runs).containsExactly(100);
    }

    @Test
    void whatTheProgramHasLeftIsThereAgainWhereTheFunctionFails() {
        boolean[] fails = {false};
        double[] c = {2};
        assertThatThrownBy(() ->
                        AD.gradient(
                                x -> {
                                    double m =
                                            Functional.mean(
                                                    v -> {
                                                        if (Failing.now) {
                                                            throw new IllegalStateException("now");
                                                        }
                                                        return v * c[0];
                                                    },
                                                    x);
                                    c[0] = 5;
                                    fails[0] = true;
                                    Failing.now = true;
                                    return m;
                                },
                                POINT.clone()))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("[FX-0409]");
        Failing.now = false;
        assertThat(c).containsExactly(5);
    }

    static final class Failing {
        static boolean now;

        private Failing() {}
    }

    @Test
    void functionThatUsesAnArrayOfItsOwn() {
        check(x -> {
            double[] buffer = new double[2];
            DoubleUnaryOperator f =
                    v -> {
                        buffer[0] = v * x[0];
                        buffer[1] = buffer[0] * v;
                        return buffer[0] + buffer[1];
                    };
            return Functional.mean(f, x) * Functional.mean(f, new double[] {x[1], x[2]});
        });
    }

    @Test
    void functionsMadeByTheRule() {
        check(x -> {
            double[] c = {x[0]};
            Law law = v -> v * v * c[0];
            double y = Other.scaled(law, x[1]);
            c[0] = x[2] * y;
            return y * c[0];
        });
    }

    @Test
    void adjointsThatAreHandedOn() {
        check(x -> {
            double[] c = {x[0]};
            double y = Other.squared(v -> v * v * c[0], x[1]);
            c[0] = x[2] * y;
            return y * c[0];
        });
    }

    @Test
    void rulesInsideOfFunctions() {
        check(x -> {
            double[] c = {x[0]};
            double y =
                    Other.squared(
                            v -> {
                                double[] d = {v * c[0]};
                                double inner = Other.squared(w -> w * d[0] * c[0], v);
                                d[0] = 0;
                                return inner;
                            },
                            x[1]);
            c[0] = x[2] * y;
            return y * c[0];
        });
    }

    @Test
    void collectionsThatChangeAreRefused() {
        Map<String, Double> rates = new HashMap<>();
        assertThatThrownBy(() ->
                        AD.gradient(
                                x -> {
                                    rates.put("a", x[0]);
                                    double m = Functional.mean(v -> v * v * rates.get("a"), x);
                                    rates.put("a", x[1]);
                                    return m;
                                },
                                POINT.clone()))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("[FX-0411]")
                .hasMessageContaining("mean")
                .hasMessageContaining("java.util.HashMap");
        assertThatThrownBy(() ->
                        AD.gradient(
                                x -> {
                                    AtomicInteger sign = new AtomicInteger(1);
                                    double m = Functional.mean(v -> v * v * sign.get(), x);
                                    sign.set(-1);
                                    return m;
                                },
                                POINT.clone()))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("[FX-0411]")
                .hasMessageContaining("AtomicInteger");
    }

    @Test
    void collectionsThatStay() {
        check(x -> {
            List<double[]> rows = new ArrayList<>();
            rows.add(new double[] {x[0] * x[1]});
            double m = Functional.mean(v -> v * rows.get(0)[0], x);
            rows.get(0)[0] = x[2];
            return m * rows.get(0)[0];
        });
    }
}
