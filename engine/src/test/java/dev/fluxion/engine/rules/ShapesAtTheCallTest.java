package dev.fluxion.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/**
 * What a rule takes and gives may hold something else when the reverse sweep comes back to the call: the cotangent
 * belongs to what was there at the call.
 */
class ShapesAtTheCallTest {

    private static final Differentiator AD = Fluxion.builder().rules(OpsRules.class).build();

    static final class Ops {
        private Ops() {}

        static double squares(List<Double> list) {
            double sum = 0;
            for (Double number : list) {
                sum += number * number;
            }
            return sum;
        }

        static double squares(double[][] rows) {
            double sum = 0;
            for (double[] row : rows) {
                for (double number : row) {
                    sum += number * number;
                }
            }
            return sum;
        }

        static List<Double> powers(double x) {
            return new ArrayList<>(List.of(x, x * x));
        }
    }

    @Rules(of = Ops.class)
    static final class OpsRules {
        private OpsRules() {}

        @Reverse(of = "squares")
        static ValueAndPullback<Double, List<Double>> squares(List<Double> list) {
            List<Double> numbers = new ArrayList<>(list);
            return ValueAndPullback.of(
                    Ops.squares(list),
                    bar -> {
                        List<Double> bars = new ArrayList<>();
                        for (Double number : numbers) {
                            bars.add(2 * number * bar);
                        }
                        return bars;
                    });
        }

        @Reverse(of = "squares")
        static ValueAndPullback<Double, double[][]> squares(double[][] rows) {
            double[][] numbers = new double[rows.length][];
            for (int i = 0; i < rows.length; i++) {
                numbers[i] = rows[i].clone();
            }
            return ValueAndPullback.of(
                    Ops.squares(rows),
                    bar -> {
                        double[][] bars = new double[numbers.length][];
                        for (int i = 0; i < bars.length; i++) {
                            bars[i] = numbers[i].clone();
                            for (int j = 0; j < bars[i].length; j++) {
                                bars[i][j] *= 2 * bar;
                            }
                        }
                        return bars;
                    });
        }

        @Reverse(of = "powers")
        static ValueAndPullback<List<Double>, Double> powers(double x) {
            return ValueAndPullback.of(Ops.powers(x), bar -> bar.get(0) + 2 * x * bar.get(1));
        }
    }

    @Test
    void anElementOfAListIsReplacedAfterTheCall() {
        assertMatchesDifferences(x -> {
            List<Double> list = new ArrayList<>(List.of(x[0] * x[0], x[1], x[2] * x[0]));
            double sum = Ops.squares(list);
            list.set(0, x[1]);
            list.set(1, list.get(2));
            return sum * x[0] + list.get(0) * list.get(1);
        });
    }

    @Test
    void aListGrowsAndIsCleared() {
        assertMatchesDifferences(x -> {
            List<Double> list = new ArrayList<>();
            double sum = 0;
            for (double number : x) {
                list.add(number * sum + x[0]);
                sum += Ops.squares(list);
            }
            list.clear();
            return sum;
        });
    }

    @Test
    void rowsAreExchangedAfterTheCall() {
        assertMatchesDifferences(x -> {
            double[][] rows = {{x[0], x[1]}, {x[2], x[0] * x[1]}};
            double sum = Ops.squares(rows);
            rows[0] = rows[1];
            return sum * rows[0][1];
        });
    }

    @Test
    void aListThatARuleGaveIsSortedAndTakenApart() {
        assertMatchesDifferences(x -> {
            List<Double> list = Ops.powers(x[0]);
            list.sort(null);
            double smaller = list.remove(0);
            list.set(0, list.getFirst() * x[1]);
            return smaller * list.getFirst() * smaller * x[2];
        });
    }

    @Test
    void secondDerivativesThroughObjectsAreRefused() {
        DoubleFn inList = x -> Ops.squares(List.of(x, x * x));
        DoubleFn inRows = x -> Ops.squares(new double[][] {{x, x * x}});
        assertThat(AD.derivative(inList).applyAsDouble(1)).isEqualTo(6);
        assertThat(AD.derivative(inRows).applyAsDouble(1)).isEqualTo(6);
        assertThatThrownBy(() -> AD.derivative(AD.derivative(inList)).applyAsDouble(1))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("second derivative");
        assertThatThrownBy(() -> AD.derivative(AD.derivative(inRows)).applyAsDouble(1))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("second derivative");
    }

    private static void assertMatchesDifferences(DoubleArrayFn f) {
        double[] x = {0.5, 0.6, 0.7};
        double[] gradient = AD.gradient(f, x.clone());
        double h = 1e-5;
        for (int i = 0; i < x.length; i++) {
            double[] above = x.clone();
            double[] below = x.clone();
            above[i] += h;
            below[i] -= h;
            double slope = (f.applyAsDouble(above) - f.applyAsDouble(below)) / (2 * h);
            assertThat(gradient[i]).as("by x[%d]", i).isCloseTo(slope, within(1e-8));
        }
    }
}
