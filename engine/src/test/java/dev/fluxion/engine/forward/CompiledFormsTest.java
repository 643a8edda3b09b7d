package dev.fluxion.engine.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleArrayFn;
import dev.fluxion.Fluxion;
import dev.fluxion.VectorFn;
import dev.fluxion.derivative.DirectionalDerivative;
import dev.fluxion.derivative.Hessian;
import dev.fluxion.derivative.Jacobian;
import dev.fluxion.derivative.VectorPullback;
import dev.fluxion.derivative.VectorPushforward;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;

/** Derivatives in a direction and backwards, made without a point: forwards, backwards and by differences. */
class CompiledFormsTest {

    private static final Differentiator AD = Fluxion.builder().build();
    private static final double[] KEPT = new double[3];

    static double[] waves(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.sin(x[i]) * x[(i + 1) % x.length];
        }
        return y;
    }

    static double[] two(double[] x) {
        double sum = 0;
        double product = 1;
        for (double each : x) {
            sum += each * each;
            product *= 1 + each;
        }
        return new double[] {sum, product};
    }

    static double[] kept(double[] x) {
        KEPT[0] = x[0] * x[1];
        KEPT[1] = x[2] / x[1];
        KEPT[2] = 3;
        return KEPT;
    }

    static double[] overwriting(double[] x) {
        x[0] *= x[1];
        x[2] = 5;
        return x;
    }

    static double[] choosing(double[] x) {
        if (x[0] > 0) {
            return new double[] {x[0] * x[0], x[1]};
        }
        try {
            return new double[] {x[1], Math.exp(x[0])};
        } finally {
            x[2] = 0;
        }
    }

    static double[] rows(double[] x) {
        double[][] m = new double[2][2];
        for (int i = 0; i < 4; i++) {
            m[i / 2][i % 2] = x[i % 3] * x[i % 3];
        }
        return new double[] {m[0][0] + m[1][1], m[0][1] * m[1][0]};
    }

    static double[] powers(double[] x, int n) {
        return n == 0 ? x.clone() : product(powers(x, n - 1), x);
    }

    private static double[] product(double[] a, double[] b) {
        double[] c = new double[a.length];
        Arrays.setAll(c, i -> a[i] * b[i]);
        return c;
    }

    static List<VectorFn> functions() {
        double[] captured = {5, 7, 11};
        return List.of(
                x -> waves(x),
                x -> two(x),
                x -> kept(x),
                x -> overwriting(x),
                x -> choosing(x),
                x -> choosing(new double[] {-x[0], x[1], x[2]}),
                x -> rows(x),
                x -> powers(x, 4),
                x -> product(x, captured),
                x -> captured,
                x -> x,
                x -> new double[0],
                x -> DoubleStream.of(x).map(each -> each * each).toArray());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void forwardsBackwardsAndDifferencesAgree(VectorFn f) {
        double[] x = {0.7, 1.3, -0.4};
        double[] direction = {1, -0.5, 2};
        double[] value = f.apply(x.clone()).clone();
        double[] cotangent = new double[value.length];
        Arrays.setAll(cotangent, i -> 1 + Math.sin(i));
        VectorPushforward push = AD.pushforward(f);
        VectorPullback pull = AD.pullback(f);
        double[] tangent = new double[value.length];
        double[] gradient = new double[3];
        for (int again = 0; again < 3; again++) {
            Arrays.fill(tangent, 7);
            Arrays.fill(gradient, 7);
            assertThat(push.into(x.clone(), direction, tangent)).containsExactly(value);
            assertThat(pull.into(x.clone(), cotangent, gradient)).containsExactly(value);
            double forwards = dot(tangent, cotangent);
            assertThat(dot(gradient, direction)).isCloseTo(forwards, within(1e-13 * (1 + Math.abs(forwards))));
        }
        double h = 1e-6;
        double[] up = f.apply(moved(x, direction, h)).clone();
        double[] down = f.apply(moved(x, direction, -h)).clone();
        for (int i = 0; i < value.length; i++) {
            assertThat(tangent[i]).isCloseTo((up[i] - down[i]) / (2 * h), within(1e-8));
        }
        assertThat(direction).containsExactly(1, -0.5, 2);
        assertThat(push.at(x.clone(), direction)).containsExactly(tangent);
        assertThat(push.withValue(x.clone(), direction).value()).containsExactly(value);
        assertThat(push.apply(x.clone(), direction)).containsExactly(tangent);
        assertThat(pull.at(x.clone(), cotangent)).containsExactly(gradient);
        assertThat(pull.apply(x.clone(), cotangent)).containsExactly(gradient);
        assertThat(AD.pullback(f, x.clone()).apply(cotangent)).containsExactly(gradient, within(1e-14));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] moved(double[] x, double[] direction, double by) {
        double[] moved = x.clone();
        Arrays.setAll(moved, i -> x[i] + by * direction[i]);
        return moved;
    }

    @Test
    void theArgumentIsWrittenToOnce() {
        double[] x = {2, 3, 4};
        double[] out = new double[3];
        double[] value = AD.pullback(CompiledFormsTest::overwriting).into(x, new double[] {1, 1, 1}, out);
        assertThat(out).containsExactly(3, 3, 0);
        assertThat(x).containsExactly(6, 3, 5).isEqualTo(value);
        value[0] = 0;
        assertThat(x[0]).isEqualTo(6);
        value = AD.pushforward(CompiledFormsTest::overwriting).into(x, new double[] {1, 0, 1}, out);
        assertThat(out).containsExactly(3, 0, 0);
        assertThat(x).containsExactly(18, 3, 5).isEqualTo(value).isNotSameAs(value);
    }

    @Test
    void theResultsMayTakeThePlaceOfDirectionAndCotangent() {
        double[] both = {1, 0};
        VectorFn f = x -> new double[] {x[0] * x[1], x[0]};
        AD.pushforward(f).into(new double[] {2, 3}, both, both);
        assertThat(both).containsExactly(3, 1);
        AD.pullback(f).into(new double[] {2, 3}, both, both);
        assertThat(both).containsExactly(10, 6);
    }

    @Test
    void capturedArraysAsPoints() {
        double[] w = {2, 3};
        double[] gradient = AD.pullback((double[] x) -> new double[] {w[0] * x[0]}).at(w, new double[] {10});
        assertThat(gradient).containsExactly(40, 0);
        assertThatThrownBy(() -> AD.pushforward((double[] x) -> new double[] {w[0] * x[0]}).at(w, new double[2]))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("FX-0303");
        double[] cotangent = {1, 1};
        VectorFn writing =
                x -> {
                    cotangent[1] = x[0];
                    return new double[] {x[0] * 2, x[1] * 3};
                };
        assertThat(AD.pullback(writing).at(new double[] {5, 6}, cotangent)).containsExactly(2, 3);
    }

    @Test
    void directionalDerivatives() {
        DoubleArrayFn f = x -> x[0] * x[1] * Math.exp(x[2]);
        DirectionalDerivative d = AD.pushforward(f);
        double[] x = {2, 3, 0.5};
        double[] v = {1, 10, -1};
        double slope = Math.exp(0.5) * (3 + 20 - 6);
        double[] out = {7};
        assertThat(d.into(x, v, out)).isEqualTo(f.applyAsDouble(x));
        assertThat(out[0]).isCloseTo(slope, within(1e-12));
        assertThat(d.at(x, v)).isEqualTo(out[0]).isEqualTo(d.applyAsDouble(x, v));
        assertThat(AD.gradient(f).at(x)).satisfies(g -> assertThat(dot(g, v)).isCloseTo(slope, within(1e-12)));
    }

    @Test
    void severalThreads() throws InterruptedException {
        VectorPullback pull = AD.pullback(CompiledFormsTest::waves);
        VectorPushforward push = AD.pushforward(CompiledFormsTest::waves);
        Hessian hessian = AD.hessian((double[] x) -> dot(waves(x), x));
        AtomicInteger wrong = new AtomicInteger();
        Thread[] threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
            double[] x = {t, 1, 2, 3};
            double[] w = {1, t, 1, 1};
            double[] gradient = pull.at(x, w);
            double[] tangent = push.at(x, w);
            double[] product = hessian.times(x, w);
            threads[t] =
                    new Thread(() -> {
                        double[] out = new double[4];
                        for (int i = 0; i < 2000; i++) {
                            pull.into(x, w, out);
                            boolean isRight = Arrays.equals(out, gradient);
                            push.into(x, w, out);
                            isRight &= Arrays.equals(out, tangent);
                            hessian.timesInto(x, w, out);
                            if (!isRight || !Arrays.equals(out, product)) {
                                wrong.incrementAndGet();
                            }
                        }
                    });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong).hasValue(0);
    }

    @Test
    void usableAfterAnException() {
        VectorFn f =
                x -> {
                    if (x[0] < 0) {
                        throw new IllegalStateException("negative");
                    }
                    return new double[] {x[0] * x[1]};
                };
        VectorPullback pull = AD.pullback(f);
        VectorPushforward push = AD.pushforward(f);
        for (int again = 0; again < 2; again++) {
            assertThat(pull.at(new double[] {2, 3}, new double[] {1})).containsExactly(3, 2);
            assertThat(push.at(new double[] {2, 3}, new double[] {1, 0})).containsExactly(3);
            assertThatThrownBy(() -> pull.at(new double[] {-1, 3}, new double[] {1}))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> push.at(new double[] {-1, 3}, new double[2]))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> pull.at(new double[] {2, 3}, new double[2]))
                    .isInstanceOf(NotDifferentiableException.class)
                    .hasMessageContaining("the length of the value is 1, that of the cotangent 2");
        }
    }

    @Test
    void matricesAreFunctionsOfTheJdk() {
        Jacobian jacobian = AD.jacobian((double[] x) -> new double[] {x[0] * x[1]});
        Hessian hessian = AD.hessian((double[] x) -> x[0] * x[0] * x[1]);
        List<double[][]> all = List.of(new double[] {2, 3}, new double[] {4, 5}).stream().map(jacobian).toList();
        assertThat(all.getFirst()).isDeepEqualTo(new double[][] {{3, 2}});
        assertThat(all.getLast()).isDeepEqualTo(new double[][] {{5, 4}});
        assertThat(hessian.andThen(h -> h[0][0]).apply(new double[] {2, 3})).isEqualTo(6);
    }
}
