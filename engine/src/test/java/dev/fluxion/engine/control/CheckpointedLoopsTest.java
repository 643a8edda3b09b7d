package dev.fluxion.engine.control;

import static dev.fluxion.Fluxion.checkpointed;
import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.jvp;
import static dev.fluxion.Fluxion.pullback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.Fn;
import dev.fluxion.control.Revolve;
import dev.fluxion.derivative.Pullback;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loops of which few states are kept: gradients as of the plain loop, and no more steps than the schedule says. */
class CheckpointedLoopsTest {

    private static final int[] STEPS = {0};

    /** A pendulum, with the length as a number that the step reads. */
    private static double[] swing(double[] state, double length) {
        STEPS[0]++;
        double speed = state[1] - 0.1 * Math.sin(state[0]) / length;
        return new double[] {state[0] + 0.1 * speed, speed};
    }

    @ParameterizedTest
    @CsvSource({
        "0,1", "1,1", "2,1", "7,1", "2,2", "10,3", "20,3", "21,3", "56,3", "57,4", "100,100", "100,7", "1000,64",
        "1001,64", "1003,33", "37,640", "641,640"
    })
    void gradientsAreThoseOfThePlainLoop(int steps, int states) {
        DoubleArrayFn plain =
                w -> {
                    double[] s = {w[0], w[1]};
                    for (int i = 0; i < steps; i++) {
                        s = swing(s, w[2] + i);
                    }
                    return s[0] * s[1];
                };
        DoubleArrayFn kept =
                w -> {
                    double[] start = {w[0], w[1]};
                    double[] s = checkpointed(steps, states, (state, i) -> swing(state, w[2] + i), start);
                    return s[0] * s[1];
                };
        double[] x = {1, 0.2, 1.5};
        assertThat(kept.applyAsDouble(x)).isEqualTo(plain.applyAsDouble(x));
        STEPS[0] = 0;
        double[] gradient = gradient(kept, x);
        assertThat(STEPS[0]).isEqualTo(2L * steps + Revolve.extraSteps(steps, states));
        assertThat(gradient).containsExactly(gradient(plain, x), within(1e-13));
        Fn<double[], Double> function = kept::applyAsDouble;
        assertThat(jvp(function, x, new double[] {0, 0, 1}).tangent()).isCloseTo(gradient[2], within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({"5,2", "100,64", "101,640"})
    void stepsMayOverwriteTheirState(int steps, int states) {
        DoubleArrayFn kept =
                w ->
                        checkpointed(
                                steps,
                                states,
                                (state, i) -> {
                                    state[0] += 0.1 * Math.sin(state[1]) * w[0];
                                    state[1] *= 1 - 0.01 * state[0];
                                    return state;
                                },
                                w)[1];
        DoubleArrayFn plain =
                w -> {
                    double a = w[0];
                    double b = w[1];
                    for (int i = 0; i < steps; i++) {
                        a += 0.1 * Math.sin(b) * w[0];
                        b *= 1 - 0.01 * a;
                    }
                    return b;
                };
        double[] x = {1, 0.7};
        assertThat(gradient(kept, x)).containsExactly(gradient(plain, x), within(1e-13));
        Pullback<double[], Double> again = pullback((double[] w) -> kept.applyAsDouble(w), x);
        assertThat(again.apply(1.0)).containsExactly(gradient(plain, x), within(1e-13));
        assertThat(again.apply(1.0)).containsExactly(gradient(plain, x), within(1e-13));
    }

    @Test
    void manyStatesTakeNoStack() throws InterruptedException {
        double[] gradient = new double[1];
        Runnable work =
                () ->
                        gradient[0] =
                                gradient(
                                        x ->
                                                checkpointed(
                                                        9_000,
                                                        9_000,
                                                        (s, i) -> new double[] {s[0] * x[0]},
                                                        new double[] {1})[0],
                                        new double[] {1.0001})[0];
        Thread small = new Thread(null, work, "small stack", 1 << 19);
        small.start();
        small.join();
        assertThat(gradient[0]).isCloseTo(9_000 * Math.pow(1.0001, 8_999), within(1e-6));
    }

    @Test
    void openEndedLoops() {
        DoubleArrayFn plain =
                w -> {
                    double[] s = {w[0], w[1]};
                    for (int i = 0; s[0] > 0; i++) {
                        s = swing(s, w[2] + i);
                    }
                    return s[1];
                };
        DoubleArrayFn kept =
                w ->
                        checkpointed(
                                (s, i) -> s[0] > 0, 3, (state, i) -> swing(state, w[2] + i), new double[] {w[0], w[1]})[
                                1];
        double[] x = {1, 0.2, 1.5};
        STEPS[0] = 0;
        double value = plain.applyAsDouble(x);
        int steps = STEPS[0];
        assertThat(steps).isGreaterThan(10);
        assertThat(kept.applyAsDouble(x)).isEqualTo(value);
        STEPS[0] = 0;
        double[] gradient = gradient(kept, x);
        assertThat(STEPS[0]).isEqualTo(2L * steps + Revolve.forwardSteps(steps, 3));
        assertThat(gradient).containsExactly(gradient(plain, x), within(1e-13));
    }

    @Test
    void theScheduleIsTheCheapest() {
        // by trying all: t(n, s) = min over m of m + t(n - m, s - 1) + t(m, s)
        for (int states = 1; states <= 6; states++) {
            long[][] cost = new long[7][61];
            for (int s = 1; s <= states; s++) {
                for (int n = 2; n <= 60; n++) {
                    long best = n * (n - 1L) / 2;
                    for (int m = 1; s > 1 && m < n; m++) {
                        best = Math.min(best, m + cost[s - 1][n - m] + cost[s][m]);
                    }
                    cost[s][n] = best;
                }
            }
            for (int n = 2; n <= 60; n++) {
                assertThat(Revolve.forwardSteps(n, states)).isEqualTo(cost[states][n]);
            }
        }
        assertThatThrownBy(() -> checkpointed(3, 0, (s, i) -> s, new double[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
