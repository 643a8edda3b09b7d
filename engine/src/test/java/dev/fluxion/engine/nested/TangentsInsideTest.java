package dev.fluxion.engine.nested;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.jacobian;
import static dev.fluxion.Fluxion.jvp;
import static dev.fluxion.Fluxion.pushforward;
import static dev.fluxion.engine.nested.Inside.assertRight;
import static dev.fluxion.engine.nested.Inside.number;
import static dev.fluxion.engine.nested.Inside.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.VectorFn;
import dev.fluxion.derivative.Pushforward;
import dev.fluxion.derivative.ValueAndTangent;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Derivatives in a direction that differentiated code takes itself. */
class TangentsInsideTest {

    @Test
    void ofNumbers() {
        assertRight(t -> jvp((double y) -> y * y * t, t, 2 * t).tangent());
        assertRight(t -> {
            ValueAndTangent<Double> both = jvp((double y) -> Math.sin(y * y) * t, t * t, t);
            return both.value() * both.tangent();
        });
    }

    @Test
    void ofBoxedNumbers() {
        assertRight(t -> {
            Double boxed = t;
            return jvp((Double y) -> y * y * t, boxed, boxed).tangent();
        });
    }

    @Test
    void ofArrays() {
        assertRight(t -> {
            double[] at = {t, t * t, 2};
            double[] v = jvp((double[] y) -> vector(y, t), at, new double[] {1, t, 3}).tangent();
            return v[0] * v[1] + v[2];
        });
        assertRight(t -> jvp((double[] y) -> number(y, t), new double[] {t, 1, 2}, new double[] {1, t, 3}).tangent());
    }

    @Test
    void inOneAnother() {
        assertRight(t ->
                jvp(
                                (double u) ->
                                        jvp((double y) -> gradient((double r) -> waves(r, y, u), y), u * t, u * u)
                                                .tangent(),
                                t,
                                2 * t)
                        .tangent());
    }

    private static double waves(double r, double y, double u) {
        double s = r;
        for (int i = 0; i < 3; i++) {
            s = Math.sin(s * r * y) * u;
        }
        return s;
    }

    @Test
    void ofGradientsInEightDirections() {
        VectorFn f =
                a ->
                        new double[] {
                            jvp((double y) -> gradient((double r) -> waves(r, y, a[3]), y), a[0] + a[5], a[1]).tangent()
                        };
        double[] x = {0.3, 2, 1, 0.7, 1, 0.8, 1, 1};
        double[] row = jacobian(f).forward().at(x)[0];
        for (int i = 0; i < x.length; i++) {
            double[] right = x.clone();
            double[] left = x.clone();
            right[i] += 1e-5;
            left[i] -= 1e-5;
            assertThat(row[i]).isCloseTo((f.apply(right)[0] - f.apply(left)[0]) / 2e-5, within(1e-6));
        }
    }

    @Test
    void appliedLater() {
        assertRight(t -> {
            Pushforward<double[], double[]> push =
                    pushforward((double[] y) -> vector(y, t), new double[] {t, t * t, 2});
            return push.apply(new double[] {1, t, 0})[0] * push.value()[1];
        });
        assertRight(t -> {
            Pushforward<Double, Double> push = pushforward((double y) -> y * y * t, t);
            return push.apply(t) * push.value();
        });
    }

    @Test
    void insideOfTangents() {
        assertRight(t -> jvp((double y) -> jvp((double z) -> z * z * z * y * t, y, 1).tangent(), t, 1).tangent());
    }

    @Test
    void thePointIsTheDirectionAndCaptured() {
        assertRight(t -> {
            double[] a = {t, t * t, 2};
            double[] v = jvp((double[] y) -> vector(y, a[0]), a, a).tangent();
            return v[0] * v[1];
        });
    }

    @Test
    void argumentsAreOverwrittenOnce() {
        assertRight(t -> {
            double[] a = {t, t * t, 2};
            double[] direction = {t, 1, 2};
            double slope =
                    jvp(
                                    (double[] y) -> {
                                        y[0] *= t;
                                        return number(y, t);
                                    },
                                    a,
                                    direction)
                            .tangent();
            return slope * a[0] + direction[0];
        });
    }

    @Test
    void throughListsAndStreams() {
        assertRight(t ->
                jvp(
                                (double[] y) -> {
                                    List<Double> list = new ArrayList<>();
                                    for (double each : y) {
                                        list.add(each * each * t);
                                    }
                                    return list.get(0) * list.get(1);
                                },
                                new double[] {t, 2},
                                new double[] {1, t})
                        .tangent());
        assertRight(t ->
                jvp(
                                (double[] y) -> Arrays.stream(y).map(each -> each * each * t).toArray(),
                                new double[] {t, 2},
                                new double[] {1, t})
                        .tangent()[1]);
    }
}
