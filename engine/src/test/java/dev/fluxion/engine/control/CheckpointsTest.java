package dev.fluxion.engine.control;

import static dev.fluxion.Fluxion.checkpointed;
import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.jvp;
import static dev.fluxion.Fluxion.pullback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fn;

import org.junit.jupiter.api.Test;

/** What is computed again instead of remembered: results, and how often it runs. */
class CheckpointsTest {

    private static int runs;

    record Point(double x, double y) {}

    @Test
    void aFunctionRunsOnceMoreForEachApplication() {
        runs = 0;
        DoubleFn f =
                x ->
                        checkpointed(
                                        (double y) -> {
                                            runs++;
                                            return Math.sin(y) * x;
                                        },
                                        x * x)
                                + x;
        double expected = Math.sin(16) + 4 * Math.cos(16) * 8 + 1;
        var back = pullback(f, 4);
        assertThat(runs).isEqualTo(1);
        assertThat(back.apply(1.0)).isCloseTo(expected, within(1e-14));
        assertThat(runs).isEqualTo(2);
        assertThat(back.apply(2.0)).isCloseTo(2 * expected, within(1e-14));
        assertThat(runs).isEqualTo(3);
        assertThat(jvp(f, 4, 1).tangent()).isCloseTo(expected, within(1e-14));
    }

    @Test
    void arraysAndRecords() {
        DoubleArrayFn f = w -> checkpointed((double[] v) -> v[0] * v[1] * w[0], w) * w[1];
        // w0^2 w1^2
        assertThat(gradient(f, new double[] {2, 3})).containsExactly(36, 24);
        DoubleArrayFn g =
                w -> {
                    double[] squares = checkpointed(v -> new double[] {v[0] * v[0], v[1] * v[0]}, w);
                    return squares[0] * w[1] + squares[1];
                };
        assertThat(gradient(g, new double[] {2, 3})).containsExactly(15, 6);
        assertThat(jvp((Fn<double[], Double>) g::applyAsDouble, new double[] {2, 3}, new double[] {1, 10}).tangent())
                .isEqualTo(75);
        Point point =
                gradient(
                        (Point p) -> {
                            Point q = checkpointed(r -> new Point(r.x() * r.y(), r.y()), p);
                            return q.x() * q.y();
                        },
                        new Point(2, 3));
        assertThat(point).isEqualTo(new Point(9, 12));
    }

    @Test
    void theSameArrayMayComeBack() {
        DoubleArrayFn f = w -> checkpointed((double[] v) -> v, w)[0] * w[0];
        assertThat(gradient(f, new double[] {5})).containsExactly(10);
    }

    @Test
    void anArgumentThatIsOverwrittenLaterIsFoundAsItWas() {
        DoubleArrayFn f =
                w -> {
                    double[] a = {w[0] * 2};
                    double y = checkpointed((double[] v) -> v[0] * v[0], a);
                    a[0] = 7 * w[0];
                    return y + a[0];
                };
        assertThat(gradient(f, new double[] {3})).containsExactly(8 * 3 + 7);
    }
}
