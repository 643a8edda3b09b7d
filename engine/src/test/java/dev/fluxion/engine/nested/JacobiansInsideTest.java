package dev.fluxion.engine.nested;

import static dev.fluxion.Fluxion.diagonalHessian;
import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.hessian;
import static dev.fluxion.Fluxion.hessianVectorProduct;
import static dev.fluxion.Fluxion.jacobian;
import static dev.fluxion.Fluxion.jvp;
import static dev.fluxion.Fluxion.pullback;
import static dev.fluxion.Fluxion.pushforward;
import static dev.fluxion.Fluxion.withGradient;
import static dev.fluxion.Fluxion.withJacobian;
import static dev.fluxion.engine.nested.Inside.assertRight;
import static dev.fluxion.engine.nested.Inside.number;
import static dev.fluxion.engine.nested.Inside.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.ValueAndGradient;
import dev.fluxion.VectorFn;
import dev.fluxion.derivative.Jacobian;
import dev.fluxion.derivative.Pullback;
import dev.fluxion.derivative.Pushforward;
import dev.fluxion.derivative.ValueAndJacobian;
import dev.fluxion.derivative.ValueAndTangent;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

/** Jacobians, Hessians and pullbacks that differentiated code takes itself. */
class JacobiansInsideTest {

    @Test
    void jacobiansOfEitherShape() {
        assertRight(t -> {
            double[][] j = jacobian((double[] y) -> vector(y, t), new double[] {t, t * t, 2});
            return j[0][0] * j[1][0] + j[2][1] * j[0][1];
        });
        assertRight(t -> {
            ValueAndJacobian both =
                    withJacobian((double[] y) -> new double[] {vector(y, t)[0]}, new double[] {t, t * t, 2});
            return both.jacobian()[0][0] * both.value()[0];
        });
    }

    @Test
    void newtonsMethod() {
        assertRight(t -> {
            double[] y = {1, t};
            VectorFn f = z -> new double[] {z[0] * z[0] + z[1] - 3, z[0] - z[1] * t};
            for (int i = 0; i < 5; i++) {
                double[] r = f.apply(y);
                double[][] j = jacobian(f, y);
                double det = j[0][0] * j[1][1] - j[0][1] * j[1][0];
                double dx = (r[0] * j[1][1] - r[1] * j[0][1]) / det;
                double dy = (r[1] * j[0][0] - r[0] * j[1][0]) / det;
                y = new double[] {y[0] - dx, y[1] - dy};
            }
            return y[0] * y[1];
        });
    }

    @Test
    void hessians() {
        assertRight(t -> {
            double[][] h = hessian((double[] y) -> number(y, t), new double[] {t, t * t, 2});
            return h[0][1] * h[2][2] + h[1][1];
        });
        assertRight(t -> hessian((double y) -> Math.exp(y * t) * y, t));
        assertRight(t -> {
            double[] d = diagonalHessian((double[] y) -> number(y, t), new double[] {t, t * t, 2});
            return d[2] * d[1];
        });
        double[] point = {0.5, 1, 2};
        assertRight(t -> hessianVectorProduct((double[] y) -> number(y, t), point, new double[] {t, 1, 2})[1]);
    }

    @Test
    void hessiansOfHessians() {
        assertRight(t -> hessian((double y) -> hessian((double z) -> Math.exp(z * y * t), y), t));
    }

    @Test
    void pullbacks() {
        assertRight(t -> {
            Pullback<double[], double[]> back = pullback((double[] y) -> vector(y, t), new double[] {t, t * t, 2});
            double first = back.apply(new double[] {1, t, 0})[0] * back.value()[1];
            return first + back.apply(new double[] {t, 1, t})[2];
        });
        assertRight(t -> {
            Pullback<Double, Double> back = pullback((double y) -> y * y * t, t);
            return back.apply(t) * back.value();
        });
        assertRight(t -> {
            Double boxed = t;
            return pullback((Double y) -> new double[] {y * y * t, y}, boxed).apply(new double[] {t, 1});
        });
    }

    private static final double[] SCRATCH = new double[2];

    private static double[] scratch(double first, double second) {
        SCRATCH[0] = first;
        SCRATCH[1] = second;
        return SCRATCH;
    }

    /** Its value is what the function has given, which the next run overwrites. */
    @Test
    void functionsThatGiveTheSameArrayEachTime() {
        assertRight(t -> {
            double[] at = {t, 2};
            Pullback<double[], double[]> first = pullback((double[] y) -> scratch(y[0] * t, y[0] * y[1]), at);
            Pullback<double[], double[]> other = pullback((double[] y) -> scratch(5, y[0] * t), at);
            double slope = first.apply(new double[] {1, t})[0];
            return first.value()[1] * slope + other.apply(new double[] {1, 1})[0] + SCRATCH[1];
        });
        assertRight(t -> {
            double[] at = {t, 2};
            double[] one = {1, 1};
            ValueAndTangent<double[]> first = jvp((double[] y) -> scratch(y[0] * t, y[0] * y[1]), at, one);
            ValueAndTangent<double[]> other = jvp((double[] y) -> scratch(5, y[0] * t), at, one);
            return first.value()[1] * first.tangent()[0] + other.tangent()[1] * t;
        });
    }

    @Test
    void pullbacksOfNoNumbers() {
        assertRight(t -> t * pullback((double[] y) -> new double[0], new double[] {t}).apply(new double[0])[0] + t);
    }

    @Test
    void aPullbackDoesNotSeeWhatChangesLater() {
        assertRight(t -> {
            double[] factor = {t};
            double[] at = {t, 2};
            Pullback<double[], Double> back = pullback((double[] y) -> y[0] * y[1] * factor[0], at);
            factor[0] = 0;
            at[1] = 17;
            return back.apply(1.0)[0];
        });
    }

    @Test
    void valuesWithGradients() {
        assertRight(t -> {
            ValueAndGradient<Double> both = withGradient((double y) -> y * y * t, t);
            return both.value() * both.gradient();
        });
        assertRight(t -> {
            ValueAndGradient<double[]> both = withGradient((double[] y) -> number(y, t), new double[] {t, 1, 2});
            return both.value() * both.gradient()[1];
        });
    }

    @Test
    void valuesWithGradientsInSeveralNumbers() {
        assertRight(t -> {
            var both = withGradient((double a, double b) -> a * b * b * t, t, 2.0);
            return both.value() * both.gradient().second();
        });
        assertRight(t -> {
            var both = withGradient((double a, double b, double c) -> a * b * b * t * c, t, 2.0, t);
            return both.value() * both.gradient().third();
        });
    }

    @Test
    void jacobiansCompiledOutsideAreRefused() {
        Jacobian compiled = jacobian((double[] y) -> new double[] {y[0] * y[0]});
        assertThatThrownBy(() -> gradient((double t) -> compiled.at(new double[] {t})[0][0], 2.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("FX-0114")
                .hasMessageContaining("jacobian(f, x)");
        assertThat(gradient((double t) -> t * compiled.at(new double[] {3})[0][0], 2.0)).isEqualTo(6);
    }

    @Test
    void tangentsOfAPointOutsideAreRefused() {
        Pushforward<double[], Double> outside = pushforward((double[] y) -> y[0] * y[0], new double[] {3});
        assertThatThrownBy(() -> gradient((double t) -> outside.apply(new double[] {t}), 2.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("FX-0114")
                .hasMessageContaining("made outside");
    }

    @Test
    void argumentsAreOverwrittenOnce() {
        assertRight(t -> {
            double[] a = {t, t * t, 2};
            double[][] j =
                    jacobian(
                            (double[] y) -> {
                                y[0] *= t;
                                return vector(y, t);
                            },
                            a);
            return j[0][0] * j[1][0] + j[2][1] * a[0];
        });
        assertRight(t -> {
            double[] a = {t, t * t, 2};
            double[][] h =
                    hessian(
                            (double[] y) -> {
                                y[0] *= t;
                                return number(y, t);
                            },
                            a);
            return h[0][0] * h[1][0] + h[2][1] * a[0] + h[1][2];
        });
    }

    @Test
    void functionsThatCountTheirRunsAreRefused() {
        double[] runs = {0};
        VectorFn counting =
                y -> {
                    runs[0]++;
                    return new double[] {y[0] * runs[0], y[1]};
                };
        assertThatThrownBy(() -> gradient((double t) -> jacobian(counting, new double[] {t, 1})[0][0], 2.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("its function is run several times there, and gave 2.0 and then 4.0");
    }

    @Test
    void cotangentsThatDoNotFitAreRefused() {
        assertThatThrownBy(() ->
                        gradient(
                                (double t) ->
                                        pullback((double[] y) -> vector(y, t), new double[] {t, 1, 2})
                                                .apply(new double[] {1, 2})[0],
                                2.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("FX-0302")
                .hasMessageContaining("an array of length 3, and it is an array of length 2");
    }
}
