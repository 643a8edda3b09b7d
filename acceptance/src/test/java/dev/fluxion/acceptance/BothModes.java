package dev.fluxion.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.Fluxion;
import dev.fluxion.Fn;
import dev.fluxion.derivative.Hessian;
import dev.fluxion.derivative.Pullback;
import dev.fluxion.derivative.Pushforward;

import java.util.Arrays;
import java.util.Random;

/** What must be true of the derivatives of a function whatever they are, at one point, along random directions. */
final class BothModes {

    private static final double ROUNDING = 1e-9;
    private static final double DIFFERENCES = 2e-5;

    private final DoubleArrayFn function;
    private final Fn<double[], Double> boxed;
    private final double[] at;
    private final double[] gradient;
    private final Random random;

    BothModes(Subject subject, long seed) {
        DoubleArrayFn primal = subject.function();
        this.function = primal;
        this.boxed = x -> primal.applyAsDouble(x);
        this.at = subject.at();
        this.gradient = Fluxion.gradient(primal, at.clone());
        this.random = new Random(seed);
    }

    /** The tangent along a direction is the gradient's product with it. */
    void forwardEqualsReverse() {
        for (int trial = 0; trial < 2; trial++) {
            double[] direction = direction();
            Pushforward<double[], Double> forward = Fluxion.pushforward(boxed, at.clone());
            double tangent = forward.apply(direction.clone());
            assertClose(tangent, dot(gradient, direction), size(gradient, direction), ROUNDING, "<Jv, 1> and <v, J'1>");
        }
    }

    /** A pullback gives the same again, is linear in the cotangent, and for 1 it gives the gradient. */
    void pullbacksAgree() {
        Pullback<double[], Double> pullback = Fluxion.pullback(boxed, at.clone());
        assertThat(pullback.value()).isEqualTo(function.applyAsDouble(at.clone()));
        double[] once = pullback.apply(1.0);
        double[] scaled = pullback.apply(-0.75);
        assertThat(pullback.apply(1.0)).as("applied again").containsExactly(once);
        double size = largest(gradient);
        for (int i = 0; i < at.length; i++) {
            assertClose(once[i], gradient[i], size, ROUNDING, "pullback and gradient, " + i);
            assertClose(scaled[i], -0.75 * gradient[i], size, ROUNDING, "pullback of another cotangent, " + i);
        }
    }

    /** The Hessian is symmetric, and along a direction it is that of differences of gradients. */
    void hessianIsRight() {
        Hessian compiled = Fluxion.hessian(function);
        double[][] hessian = compiled.at(at.clone());
        double size = largest(gradient);
        for (double[] row : hessian) {
            size = Math.max(size, largest(row));
        }
        for (int i = 0; i < at.length; i++) {
            for (int j = 0; j < i; j++) {
                assertClose(hessian[i][j], hessian[j][i], size, ROUNDING, "symmetry at " + i + ", " + j);
            }
        }
        double[] direction = direction();
        double[] product = compiled.times(at.clone(), direction);
        double[] differences = differences(direction);
        for (int i = 0; i < at.length; i++) {
            assertClose(product[i], dot(hessian[i], direction), size, ROUNDING, "Hessian and product, " + i);
            assertClose(product[i], differences[i], size, DIFFERENCES, "Hessian and differences, " + i);
        }
        assertThat(compiled.diagonal(at.clone())).as("diagonal").containsExactly(diagonal(hessian));
    }

    private double[] differences(double[] direction) {
        double[] best = new double[at.length];
        double[] error = new double[at.length];
        Arrays.fill(error, Double.POSITIVE_INFINITY);
        for (double h = 1e-2; h > 1e-6; h /= 4) {
            double[] wide = central(direction, h);
            double[] narrow = central(direction, h / 2);
            for (int i = 0; i < at.length; i++) {
                double extrapolated = (4 * narrow[i] - wide[i]) / 3;
                double estimate = Math.abs(extrapolated - narrow[i]);
                if (estimate < error[i]) {
                    error[i] = estimate;
                    best[i] = extrapolated;
                }
            }
        }
        return best;
    }

    private double[] central(double[] direction, double h) {
        double[] up = Fluxion.gradient(function, moved(direction, h));
        double[] down = Fluxion.gradient(function, moved(direction, -h));
        double[] slopes = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            slopes[i] = (up[i] - down[i]) / (2 * h);
        }
        return slopes;
    }

    private double[] moved(double[] direction, double by) {
        double[] moved = at.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += by * direction[i];
        }
        return moved;
    }

    /** Steps within a tenth of what the coordinates are, so that differences stay where the function is defined. */
    private double[] direction() {
        double[] direction = new double[at.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = random.nextDouble(-1, 1) * Math.clamp(Math.abs(at[i]), 0.1, 1);
        }
        return direction;
    }

    private static double[] diagonal(double[][] matrix) {
        double[] diagonal = new double[matrix.length];
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = matrix[i][i];
        }
        return diagonal;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double size(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] * b[i]);
        }
        return sum;
    }

    private static double largest(double[] a) {
        double largest = 0;
        for (double one : a) {
            largest = Math.max(largest, Math.abs(one));
        }
        return largest;
    }

    private static void assertClose(double actual, double expected, double size, double tolerance, String what) {
        assertThat(Math.abs(actual - expected))
                .as("%s: %s and %s", what, actual, expected)
                .isLessThanOrEqualTo(tolerance * size);
    }
}
