package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.checkpointed;
import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.pullback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleFn;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** Functions that run again instead of being remembered. */
final class FactsCheckpointsTest {

    private static int ofF;
    private static int ofG;
    private static int ofH;

    private static double f(double x) {
        ofF++;
        return Math.sin(x);
    }

    private static double g(double x) {
        ofG++;
        return x * x;
    }

    private static double h(double x) {
        ofH++;
        return Math.exp(x / 10);
    }

    @Test
    void f376CallsOfACheckpointedFunction() {
        ofG = 0;
        var back = pullback(x -> h(checkpointed((double y) -> g(y), f(x))), 4);
        assertThat(ofG).isEqualTo(1);
        double expected = Math.exp(Math.pow(Math.sin(4), 2) / 10) / 10 * 2 * Math.sin(4) * Math.cos(4);
        assertThat(back.apply(1.0)).isCloseTo(expected, within(1e-15));
        assertThat(ofG).isEqualTo(2);
        assertThat(back.apply(1.0)).isCloseTo(expected, within(1e-15));
        assertThat(ofG).isEqualTo(3);
    }

    @Test
    void f376CallsOfNestedCheckpoints() {
        ofF = 0;
        ofG = 0;
        ofH = 0;
        DoubleFn innermost = x -> checkpointed((double y) -> f(y), x);
        DoubleFn middle = x -> checkpointed((double y) -> g(innermost.applyAsDouble(y)), x);
        double slope = gradient(x -> checkpointed((double y) -> h(middle.applyAsDouble(y)), x), 4);
        double expected = Math.exp(Math.pow(Math.sin(4), 2) / 10) / 10 * 2 * Math.sin(4) * Math.cos(4);
        assertThat(slope).isCloseTo(expected, within(1e-15));
        assertThat(new int[] {ofH, ofG, ofF}).containsExactly(2, 3, 4);
    }

    @Test
    void f377ResultsOfCheckpoints() {
        assertThat(gradient(x -> checkpointed((double y) -> y, x), 3)).isEqualTo(1);
        assertThat(
                        gradient(
                                x -> checkpointed((double[] v) -> Math.max(v[0], Math.max(v[1], v[2])), x),
                                new double[] {1, 2, 3}))
                .containsExactly(0, 0, 1);
        assertThat(
                        gradient(
                                x -> checkpointed((double[] v) -> Arrays.stream(v).map(Math::cos).sum(), x),
                                new double[] {1, 2}))
                .containsExactly(new double[] {-Math.sin(1), -Math.sin(2)}, within(1e-15));
    }

    @Test
    void f377ProductOfMatrices() {
        double[][][] matrices = {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}};
        double[][][] gradient =
                gradient((double[][][] m) -> sum(checkpointed(FactsCheckpointsTest::product, m)), matrices);
        assertThat(gradient).isDeepEqualTo(new double[][][] {{{11, 15}, {11, 15}}, {{4, 4}, {6, 6}}});
    }

    private static double[][] product(double[][][] factors) {
        double[][] product = new double[2][2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                for (int k = 0; k < 2; k++) {
                    product[i][j] += factors[0][i][k] * factors[1][k][j];
                }
            }
        }
        return product;
    }

    private static double sum(double[][] matrix) {
        double sum = 0;
        for (double[] row : matrix) {
            for (double element : row) {
                sum += element;
            }
        }
        return sum;
    }
}
