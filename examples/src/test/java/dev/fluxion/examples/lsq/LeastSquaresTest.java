package dev.fluxion.examples.lsq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Fluxion;
import dev.fluxion.VectorFn;
import dev.fluxion.examples.lsq.LeastSquares.Row;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.Arrays;
import java.util.List;

/** NIST's certified parameters and sums of squares, and Jacobians otherwise computed. */
@TestInstance(Lifecycle.PER_CLASS)
final class LeastSquaresTest {

    @SuppressWarnings("UnusedVariable") // by name, for the parameters of tests
    private static final List<String> NAMES = Problem.NAMES;

    private List<Row> rows = List.of();

    @BeforeAll
    void fit() {
        rows = LeastSquares.rows();
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void theModelHasTheCertifiedSumOfSquaresAtTheCertifiedParameters(String name) {
        Problem problem = Problem.read(name);
        // the data of Lanczos1 are sums of exponentials, in fourteen digits: what remains is their rounding
        double tolerance = name.equals("Lanczos1") ? 1e-20 : 1e-9 * problem.sumOfSquares();
        assertThat(sumOfSquares(problem, problem.certified())).isCloseTo(problem.sumOfSquares(), within(tolerance));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void theJacobianIsThatOfDifferencesAndOfReverseMode(String name) {
        Problem problem = Problem.read(name);
        for (double[] b : List.of(problem.starts()[1], problem.certified())) {
            double[][] exact = JacobianOf.EXACT.of(problem.model()).at(b);
            double[][] differences = JacobianOf.CENTRAL_DIFFERENCES.of(problem.model()).at(b);
            double[] weights = problem.model().apply(b);
            double[] reverse = Fluxion.pullback(problem.model(), b).apply(weights);
            for (int j = 0; j < b.length; j++) {
                double size = 0;
                double sum = 0;
                double sumOfSizes = 0;
                for (int i = 0; i < exact.length; i++) {
                    size = Math.max(size, Math.abs(exact[i][j]));
                    sum += weights[i] * exact[i][j];
                    sumOfSizes += Math.abs(weights[i] * exact[i][j]);
                }
                assertThat(reverse[j]).isCloseTo(sum, within(1e-12 * sumOfSizes));
                for (int i = 0; i < exact.length; i++) {
                    assertThat(exact[i][j])
                            .as("observation %d, parameter %d", i, j)
                            .isCloseTo(differences[i][j], within(1e-5 * size));
                }
            }
        }
    }

    @Test
    void oursReachTheCertifiedDigitsFromAllStarts() {
        assertThat(rows)
                .hasSize(54)
                .allSatisfy(row -> {
                    assertThat(row.isFitted(row.exact())).as("%s fitted", row.problem().name()).isTrue();
                    assertThat(row.isCertified(row.exact())).as("%s certified", row.problem().name()).isTrue();
                    assertThat(sumOfSquares(row.problem(), row.exact().refined()))
                            .isCloseTo(
                                    row.problem().sumOfSquares(),
                                    within(Math.max(1e-9 * row.problem().sumOfSquares(), 1e-20)));
                });
    }

    @Test
    void differencesReachFewer() {
        assertThat(rows).filteredOn(row -> row.isFitted(row.forward())).hasSizeBetween(40, 53);
        assertThat(rows).filteredOn(row -> row.isFitted(row.central())).hasSizeBetween(40, 53);
        assertThat(rows).filteredOn(row -> row.isCertified(row.forward())).hasSizeLessThan(10);
        assertThat(rows).filteredOn(row -> row.isCertified(row.central())).hasSizeLessThan(40);
    }

    /**
     * Where the optimizer gets to, the model is 172.5 (1 - exp(-110 x)), which no step that differences take changes.
     */
    @Test
    void differencesFailFromTheFirstStartOfBoxBod() {
        Row row = rows.stream().filter(r -> r.problem().name().equals("BoxBOD")).findFirst().orElseThrow();
        assertThat(row.problem().digits(row.forward().parameters())).isZero();
        assertThat(row.problem().digits(row.central().parameters())).isZero();
        assertThat(row.forward().refined()).containsOnly(Double.NaN);
        double[] reached = row.forward().parameters();
        VectorFn model = row.problem().model();
        assertThat(column(JacobianOf.FORWARD_DIFFERENCES.of(model).at(reached), 1)).containsOnly(0);
        double slope = reached[0] * Math.exp(-reached[1]); // at x = 1
        assertThat(JacobianOf.EXACT.of(model).at(reached)[0][1]).isCloseTo(slope, within(1e-12 * slope));
    }

    private static double[] column(double[][] rows, int index) {
        return Arrays.stream(rows).mapToDouble(row -> row[index]).toArray();
    }

    private static double sumOfSquares(Problem problem, double[] b) {
        double[] expected = problem.model().apply(b);
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            double rest = problem.responses()[i] - expected[i];
            sum += rest * rest;
        }
        return sum;
    }
}
