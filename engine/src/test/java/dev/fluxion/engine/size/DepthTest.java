package dev.fluxion.engine.size;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleGradient2;

import org.junit.jupiter.api.Test;

/** Long loops need no stack, deep recursion as much as a multiple of the function's own. */
class DepthTest {

    private static double nested(double x, double depth) {
        return depth <= 0 ? x : Math.sin(nested(x, depth - 1)) * 1.01 + 0.1 * x;
    }

    private static double longLoop(double[] w) {
        double[] last = new double[3];
        double s = w[0];
        for (int i = 0; i < 100_000; i++) {
            last[i % 3] = s * w[i % w.length];
            if (last[(i + 1) % 3] > 0.2) {
                s = Math.sin(s) * 1.05 + last[(i + 2) % 3] * 0.1;
            } else {
                s = s * 0.999 + 0.001;
            }
        }
        return s;
    }

    private static double untilItStops(double[] w) {
        double s = w[0];
        int i = 0;
        while (true) {
            double[] pair = {s, w[i % 2]};
            s = pair[0] + 1e-5 * Math.sin(pair[1] * s);
            if (++i >= 100_000) {
                return s;
            }
        }
    }

    private static void check(DoubleArrayFn function, double... x) {
        double[] slope = gradient(function).at(x);
        for (int i = 0; i < x.length; i++) {
            double[] above = x.clone();
            double[] below = x.clone();
            above[i] += 1e-6;
            below[i] -= 1e-6;
            double expected = (function.applyAsDouble(above) - function.applyAsDouble(below)) / 2e-6;
            assertThat(slope[i]).isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
        }
    }

    @Test
    void aHundredThousandTrips() {
        check(DepthTest::longLoop, 0.3, 0.7);
        check(DepthTest::untilItStops, 0.3, 0.7);
    }

    @Test
    void fiveThousandFrames() throws Exception {
        DoubleGradient2 slope = gradient(DepthTest::nested);
        double[] out = new double[2];
        Throwable[] thrown = new Throwable[1];
        Thread thread =
                new Thread(
                        null,
                        () -> {
                            var at = slope.at(0.3, 5_000);
                            out[0] = at.first();
                        },
                        "deep",
                        4L << 20);
        thread.setUncaughtExceptionHandler((where, what) -> thrown[0] = what);
        thread.start();
        thread.join();
        assertThat(thrown[0]).isNull();
        assertThat(out[0]).isCloseTo(0.5973737135572903, within(1e-8));
    }

    @Test
    void recursionThatIsTooDeepForTheStackFailsAsTheFunctionDoesAndLeavesNoTrace() {
        DoubleGradient2 slope = gradient(DepthTest::nested);
        double before = slope.at(0.3, 500).first();
        assertThatThrownBy(() -> nested(0.3, 50_000_000)).isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(() -> slope.at(0.3, 50_000_000)).isInstanceOf(StackOverflowError.class);
        assertThat(slope.at(0.3, 500).first()).isEqualTo(before);
    }
}
