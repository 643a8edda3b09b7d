package dev.fluxion.examples.sensitivity;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.jacobian;
import static dev.fluxion.Fluxion.jvp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;

/** The figures of SUNDIALS' examples, more digits computed otherwise, what the systems conserve, and differences. */
final class SensitivitiesTest {

    private static final int STEPS = 10_000;

    /** A Taylor series of order 20 with thirty digits, by two lengths of steps that agree to sixteen. */
    private static final double[] LOTKA_VOLTERRA = {
        0.2995995083036823,
        -0.01415181634485351,
        0.6219615855512809,
        0.06800140415087434,
        0.1691764639958928,
        0.2725606939500075
    };

    /** The method is of fourth order, and so is its derivative: half the step, a sixteenth of the error. */
    @Test
    void predatorsAndPreyHaveTheGradientOfTheReference() {
        double[] coarse = gradient(p -> LotkaVolterra.distance(p, STEPS / 2), LotkaVolterra.START);
        double[] fine = gradient(p -> LotkaVolterra.distance(p, STEPS), LotkaVolterra.START);
        assertThat(fine).containsExactly(LOTKA_VOLTERRA, within(1e-10));
        for (int i = 0; i < fine.length; i++) {
            assertThat((coarse[i] - LOTKA_VOLTERRA[i]) / (fine[i] - LOTKA_VOLTERRA[i])).isCloseTo(16, within(1.0));
            assertThat((16 * fine[i] - coarse[i]) / 15).isCloseTo(LOTKA_VOLTERRA[i], within(1e-12));
        }
        double[] end = LotkaVolterra.end(LotkaVolterra.START, STEPS);
        assertThat(end).containsExactly(new double[] {1.026344767575089, 0.9096910781360416}, within(1e-10));
    }

    /** What cvsLotkaVolterra_ASA prints; the errors are its own. */
    @Test
    void predatorsAndPreyHaveTheGradientOfSundials() {
        double[] gradient = gradient(p -> LotkaVolterra.distance(p, STEPS), LotkaVolterra.START);
        double[] published = {
            2.995996063968162e-01,
            -1.415181419752224e-02,
            6.219617366263422e-01,
            6.800142188057584e-02,
            1.691765070484725e-01,
            2.725607530918812e-01
        };
        assertThat(gradient).containsExactly(published, within(2e-7));
    }

    @Test
    void aLoopThatRemembersTwentyOfItsStatesHasTheSameGradient() {
        double[] gradient = gradient(p -> LotkaVolterra.distanceFromCheckpoints(p, STEPS, 20), LotkaVolterra.START);
        assertThat(gradient)
                .containsExactly(gradient(p -> LotkaVolterra.distance(p, STEPS), LotkaVolterra.START), within(1e-14));
    }

    @Test
    void forwardAgreesWithReverseAndWithDifferences() {
        double[] at = LotkaVolterra.START;
        double[] gradient = gradient(p -> LotkaVolterra.distance(p, 1000), at);
        for (int i = 0; i < at.length; i++) {
            double[] unit = new double[at.length];
            unit[i] = 1;
            double tangent = jvp(p -> LotkaVolterra.distance(p, 1000), at, unit).tangent();
            assertThat(tangent).isCloseTo(gradient[i], within(1e-13));
            double above = LotkaVolterra.distance(moved(at, i, 1e-5), 1000);
            double below = LotkaVolterra.distance(moved(at, i, -1e-5), 1000);
            assertThat((above - below) / (2e-5 * at[i])).isCloseTo(gradient[i], within(1e-7));
        }
    }

    /** The systems keep V(x, y, p) = p3 x - p2 log x + p1 y - p0 log y, so that its derivatives in the start stay. */
    @Test
    void theJacobianOfTheFlowKeepsWhatTheSystemKeeps() {
        double[] start = LotkaVolterra.START;
        double[][] jacobian = jacobian(p -> LotkaVolterra.end(p, STEPS), start);
        double[] end = start.clone();
        System.arraycopy(LotkaVolterra.end(start, STEPS), 0, end, 0, 2);
        double[] atStart = slopesOfInvariant(start);
        double[] atEnd = slopesOfInvariant(end);
        for (int j = 0; j < start.length; j++) {
            double through = atEnd[0] * jacobian[0][j] + atEnd[1] * jacobian[1][j];
            double direct = j < 2 ? 0 : atEnd[j];
            assertThat(through + direct).as("argument %d", j).isCloseTo(atStart[j], within(1e-10));
        }
    }

    private static double[] slopesOfInvariant(double[] p) {
        return new double[] {p[5] - p[4] / p[0], p[3] - p[2] / p[1], -Math.log(p[1]), p[1], -Math.log(p[0]), p[0]};
    }

    /** What cvsRoberts_FSA_dns prints: each row the derivatives of y1, y2, y3 in one parameter. */
    @ParameterizedTest
    @CsvSource({
        "0.4, 4, -3.5595e-01, 3.9025e-04, 3.5556e-01",
        "0.4, 5, 9.5431e-08, -2.1309e-10, -9.5218e-08",
        "0.4, 6, -1.5833e-11, -5.2900e-13, 1.6362e-11",
        "4, 4, -1.8761, 1.7922e-04, 1.8759",
        "4, 5, 2.9614e-06, -5.8305e-10, -2.9608e-06",
        "4, 6, -4.9334e-10, -2.7626e-13, 4.9362e-10",
        "40, 4, -4.2475, 4.5913e-05, 4.2475",
        "40, 5, 1.3731e-05, -2.3573e-10, -1.3730e-05",
        "40, 6, -2.2883e-09, -1.1380e-13, 2.2884e-09"
    })
    void reactionsHaveTheSensitivitiesOfSundials(double time, int parameter, double y1, double y2, double y3) {
        double[][] jacobian = jacobian(p -> Robertson.after(p, time), Robertson.START);
        double[] published = {y1, y2, y3};
        for (int i = 0; i < 3; i++) {
            assertThat(jacobian[i][parameter])
                    .as("y%d", i + 1)
                    .isCloseTo(published[i], within(2e-4 * Math.abs(published[i])));
        }
    }

    /** SUNDIALS prints five digits, and has four; the others come from another integrator, with errors of 1e-11. */
    @Test
    void theIntegralOfReactionsHasThePublishedGradient() {
        double[] gradient = gradient(p -> Robertson.after(p, 50)[Robertson.INTEGRAL], Robertson.START);
        assertThat(gradient[4]).isCloseTo(173.414089, within(5e-7));
        assertThat(gradient[5]).isCloseTo(-5.05919e-04, within(5e-10));
        assertThat(gradient[6]).isCloseTo(8.43235e-08, within(5e-14));
        double[] sundials = {8.4191, 16.097, 16.097, 1, 1.7341e+02, -5.0591e-04, 8.4323e-08};
        for (int i = 0; i < gradient.length; i++) {
            assertThat(gradient[i]).isCloseTo(sundials[i], within(1e-4 * Math.abs(sundials[i])));
        }
    }

    /** Over thirteen powers of ten in time, in some six hundred steps. */
    @Test
    void theIntegralHasThePublishedGradientAfterAYear() {
        double[] gradient = gradient(p -> Robertson.after(p, 4e7)[Robertson.INTEGRAL], Robertson.START);
        double[] sundials = {3.9967e+07, 3.9967e+07, 3.9967e+07, 1, 7.6842e+05, -3.0691e+00, 5.1145e-04};
        for (int i = 0; i < gradient.length; i++) {
            assertThat(gradient[i]).isCloseTo(sundials[i], within(1e-3 * Math.abs(sundials[i])));
        }
    }

    @Test
    void reactionsKeepTheirMassAndAllModesAgree() {
        double[] at = Robertson.START;
        double[][] jacobian = jacobian(p -> Robertson.after(p, 50), at);
        for (int j = 0; j < at.length; j++) {
            double kept = j < 3 ? 1 : 0;
            assertThat(jacobian[0][j] + jacobian[1][j] + jacobian[2][j])
                    .isCloseTo(kept, within(1e-11 * (kept + Math.abs(jacobian[0][j]))));
        }
        double[] reverse = gradient(p -> Robertson.after(p, 50)[Robertson.INTEGRAL], at);
        double[] checkpointed = gradient(p -> Robertson.afterFromCheckpoints(p, 50, 10)[Robertson.INTEGRAL], at);
        for (int j = 0; j < at.length; j++) {
            assertThat(reverse[j]).isCloseTo(jacobian[Robertson.INTEGRAL][j], within(1e-11 * Math.abs(reverse[j])));
            assertThat(checkpointed[j]).isCloseTo(reverse[j], within(1e-12 * Math.abs(reverse[j])));
        }
        for (int j = 4; j < at.length; j++) {
            double above = Robertson.after(moved(at, j, 1e-4), 50)[Robertson.INTEGRAL];
            double below = Robertson.after(moved(at, j, -1e-4), 50)[Robertson.INTEGRAL];
            double difference = (above - below) / (2e-4 * at[j]);
            assertThat(reverse[j]).isCloseTo(difference, within(1e-7 * Math.abs(difference)));
        }
    }

    private static double[] moved(double[] at, int index, double relative) {
        double[] moved = Arrays.copyOf(at, at.length);
        moved[index] *= 1 + relative;
        return moved;
    }
}
