package dev.fluxion.examples.lambert;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.jacobian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Fluxion;
import dev.fluxion.examples.lambert.Lambert.Shots;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.Arrays;
import java.util.List;

/** Vallado's figures, what orbits conserve, differences, and the theorem of implicit functions written out. */
final class LambertTest {

    /** Ellipses, one of them three times around, a hyperbola, and an orbit that is almost a parabola. */
    @SuppressWarnings("UnusedVariable") // by name, for the parameters of tests
    private static final List<double[]> ORBITS =
            List.of(
                    new double[] {15945.34, 0, 0, 2.0589, 2.916, 0, 4560},
                    new double[] {7000, 1000, -500, 0.5, 7.2, 1, 18000},
                    new double[] {7000, 0, 1000, -3, 12, 2, 3600},
                    new double[] {8000, 0, 0, 0, Math.sqrt(2 * Kepler.MU / 8000), 0, 5000},
                    new double[] {0, 9000, 100, 6, 1, -2, 60});

    private static final double[] GUESS = {2, 3, 0};

    @Test
    void vallado() {
        Shots shots = Lambert.shots(Lambert.VALLADO, GUESS);
        double[] end = Lambert.end(Lambert.VALLADO, shots.velocity(), Lambert.VALLADO[6]);
        double[] velocityThere = Arrays.copyOfRange(end, 3, 6);
        assertThat(shots.count()).isEqualTo(4);
        assertThat(shots.velocity()).containsExactly(new double[] {2.058913, 2.915965, 0}, within(1e-6));
        assertThat(velocityThere).containsExactly(new double[] {-3.451565, 0.910315, 0}, within(1e-6));
        assertThat(shots.velocity()).containsExactly(new double[] {2.05891335, 2.91596435, 0}, within(5e-9));
        assertThat(velocityThere).containsExactly(new double[] {-3.45156484, 0.91031425, 0}, within(5e-9));
    }

    @Test
    void aCircleIsACircle() {
        double radius = 10_000;
        double speed = Math.sqrt(Kepler.MU / radius);
        for (double angle : new double[] {0.1, 1, 2, 3.5, 6, 20}) {
            double[] after = Kepler.after(new double[] {radius, 0, 0, 0, speed, 0}, angle * radius / speed);
            assertThat(after)
                    .containsExactly(
                            new double[] {
                                radius * Math.cos(angle), radius * Math.sin(angle), 0,
                                -speed * Math.sin(angle), speed * Math.cos(angle), 0
                            },
                            within(1e-9));
        }
    }

    /** The matrix of derivatives of an end in its start, M, keeps areas: M^T J M = J. */
    @ParameterizedTest
    @FieldSource("ORBITS")
    void theTransitionMatrixIsSymplectic(double[] orbit) {
        double[][] m = transition(orbit);
        double unit = 10_000; // km, and the unit of time in which the Earth's gravity is one
        double time = Math.sqrt(unit * unit * unit / Kepler.MU);
        double largest = 0;
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                m[i][j] *= (j < 3 ? 1 : 1 / time) * (i < 3 ? 1 : time);
                largest = Math.max(largest, Math.abs(m[i][j]));
            }
        }
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += m[k][i] * m[k + 3][j] - m[k + 3][i] * m[k][j];
                }
                double expected = j == i + 3 ? 1 : i == j + 3 ? -1 : 0;
                assertThat(sum).as("row %d, column %d", i, j).isCloseTo(expected, within(1e-12 * largest * largest));
                assertThat(sum).as("row %d, column %d", i, j).isCloseTo(expected, within(1e-10));
            }
        }
    }

    /** Energy and angular momentum at the end have the derivatives in the start that they have at the start. */
    @ParameterizedTest
    @FieldSource("ORBITS")
    void whatIsConservedHasTheSameDerivatives(double[] orbit) {
        double[] state = Arrays.copyOf(orbit, 6);
        double time = orbit[6];
        double[] energy = gradient(s -> energy(Kepler.after(s, time)), state);
        assertThat(energy).containsExactly(gradient(s -> energy(s), state), within(1e-9));
        double r = Math.sqrt(state[0] * state[0] + state[1] * state[1] + state[2] * state[2]);
        double[] closed = {
            Kepler.MU * state[0] / (r * r * r),
            Kepler.MU * state[1] / (r * r * r),
            Kepler.MU * state[2] / (r * r * r),
            state[3],
            state[4],
            state[5]
        };
        assertThat(energy).containsExactly(closed, within(1e-9));
        double[] momentum = gradient(s -> momentum(Kepler.after(s, time)), state);
        double[] expected = {state[4], -state[3], 0, -state[1], state[0], 0};
        assertThat(momentum).containsExactly(expected, within(1e-7));
    }

    private static double energy(double[] s) {
        double squared = s[3] * s[3] + s[4] * s[4] + s[5] * s[5];
        return squared / 2 - Kepler.MU / Math.sqrt(s[0] * s[0] + s[1] * s[1] + s[2] * s[2]);
    }

    private static double momentum(double[] s) {
        return s[0] * s[4] - s[1] * s[3];
    }

    @ParameterizedTest
    @FieldSource("ORBITS")
    void forwardAgreesWithReverseAndWithDifferences(double[] orbit) {
        double[][] forward = transition(orbit);
        double[] state = Arrays.copyOf(orbit, 6);
        double time = orbit[6];
        double[] weights = {1, -2, 0.5, 1000, 2000, -3000};
        double[] reverse = Fluxion.pullback(s -> Kepler.after(s, time), state).apply(weights);
        for (int j = 0; j < 6; j++) {
            double step = j < 3 ? 1e-2 : 1e-5;
            double[] above = Kepler.after(moved(state, j, step), time);
            double[] below = Kepler.after(moved(state, j, -step), time);
            double sum = 0;
            double size = 0;
            for (int i = 0; i < 6; i++) {
                sum += weights[i] * forward[i][j];
                size += Math.abs(weights[i] * forward[i][j]);
                double difference = (above[i] - below[i]) / (2 * step);
                double scale = column(forward, j, i < 3 ? 0 : 3);
                assertThat(forward[i][j]).isCloseTo(difference, within(1e-6 * scale));
            }
            assertThat(reverse[j]).isCloseTo(sum, within(1e-11 * size));
        }
        // what changes with time are the position by the velocity, the velocity by gravity
        double[][] inTime = jacobian(t -> Kepler.after(state, t[0]), new double[] {time});
        double[] end = Kepler.after(state, time);
        double cubed = Math.pow(end[0] * end[0] + end[1] * end[1] + end[2] * end[2], 1.5);
        for (int i = 0; i < 3; i++) {
            assertThat(inTime[i][0]).isCloseTo(end[i + 3], within(1e-11));
            assertThat(inTime[i + 3][0]).isCloseTo(-Kepler.MU * end[i] / cubed, within(1e-13));
        }
    }

    /** With the transition's blocks A and B to the place: dv/dr1 = -B^-1 A, dv/dr2 = B^-1, dv/dt = -B^-1 v2. */
    @Test
    void theSolutionHasTheDerivativesOfTheImplicitFunction() {
        double[] problem = Lambert.VALLADO;
        double[][] derivatives = Lambert.derivatives(problem, GUESS);
        double[] velocity = Lambert.shots(problem, GUESS).velocity();
        double[] orbit = {problem[0], problem[1], problem[2], velocity[0], velocity[1], velocity[2], problem[6]};
        double[][] m = transition(orbit);
        double[] end = Kepler.after(Arrays.copyOf(orbit, 6), problem[6]);
        double[][] b = new double[3][];
        for (int i = 0; i < 3; i++) {
            b[i] = Arrays.copyOfRange(m[i], 3, 6);
        }
        for (int j = 0; j < 7; j++) {
            double[] right = new double[3];
            for (int i = 0; i < 3; i++) {
                right[i] = j < 3 ? -m[i][j] : j < 6 ? (i == j - 3 ? 1 : 0) : -end[i + 3];
            }
            double[] expected = Vectors.solved(b, right);
            for (int i = 0; i < 3; i++) {
                assertThat(derivatives[i][j]).isCloseTo(expected[i], within(1e-15));
            }
        }
    }

    @Test
    void theSolutionHasTheDerivativesOfDifferences() {
        double[] problem = Lambert.VALLADO;
        double[][] derivatives = Lambert.derivatives(problem, GUESS);
        for (int j = 0; j < 7; j++) {
            double[] above = Lambert.shots(moved(problem, j, 0.1), GUESS).velocity();
            double[] below = Lambert.shots(moved(problem, j, -0.1), GUESS).velocity();
            for (int i = 0; i < 3; i++) {
                assertThat(derivatives[i][j]).isCloseTo((above[i] - below[i]) / 0.2, within(1e-12));
            }
        }
    }

    /** A second derivative of an orbit, through the implicit function in it, against differences of the first. */
    @Test
    void theHessianOfAnOrbitIsSymmetricAndThatOfDifferences() {
        double[] state = {15945.34, 100, -200, 2.0589, 2.916, 0.1};
        double[][] hessian = Fluxion.hessian(s -> Kepler.after(s, 4560)[0], state);
        for (int j = 0; j < 6; j++) {
            double step = j < 3 ? 1 : 1e-4;
            double[] above = gradient(s -> Kepler.after(s, 4560)[0], moved(state, j, step));
            double[] below = gradient(s -> Kepler.after(s, 4560)[0], moved(state, j, -step));
            for (int i = 0; i < 6; i++) {
                double scale = Math.sqrt(Math.abs(hessian[i][i] * hessian[j][j]));
                assertThat(hessian[i][j]).isCloseTo(hessian[j][i], within(1e-11 * scale));
                assertThat(hessian[i][j]).isCloseTo((above[i] - below[i]) / (2 * step), within(1e-5 * scale));
            }
        }
    }

    private static double[][] transition(double[] orbit) {
        double time = orbit[6];
        return jacobian(s -> Kepler.after(s, time), Arrays.copyOf(orbit, 6));
    }

    private static double column(double[][] matrix, int column, int from) {
        double largest = 0;
        for (int i = from; i < from + 3; i++) {
            largest = Math.max(largest, Math.abs(matrix[i][column]));
        }
        return largest;
    }

    private static double[] moved(double[] at, int index, double step) {
        double[] moved = at.clone();
        moved[index] += step;
        return moved;
    }
}
