package dev.fluxion.benchmarks.higher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import dev.fluxion.Fluxion;
import dev.fluxion.VectorFn;
import dev.fluxion.derivative.DirectionalDerivative;
import dev.fluxion.derivative.Hessian;
import dev.fluxion.derivative.Jacobian;
import dev.fluxion.derivative.VectorPullback;
import dev.fluxion.derivative.VectorPushforward;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;

/** What {@code into} allocates. */
class CompiledFormsMemoryTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int N = 20;

    private final double[] x = waves(ramp());
    private final double[] v = ramp();
    private final double[] out = new double[N];
    private final double[][] matrix = new double[N][N];

    private static double[] ramp() {
        double[] x = new double[N];
        for (int i = 0; i < N; i++) {
            x[i] = 0.1 * i;
        }
        return x;
    }

    private static double[] waves(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.sin(x[i]) * x[(i + 1) % x.length];
        }
        return y;
    }

    private static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double slope = x[i + 1] - x[i] * x[i];
            sum += 100 * slope * slope + (1 - x[i]) * (1 - x[i]);
        }
        return sum;
    }

    private static long bytesOf(Runnable call) {
        call.run();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10; i++) {
                call.run();
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least / 10;
    }

    @Test
    void hessiansAllocateNothing() {
        Hessian hessian = Fluxion.hessian((double[] w) -> rosenbrock(w));
        assertThat(
                        bytesOf(() -> {
                            hessian.into(x, matrix);
                            hessian.timesInto(x, v, out);
                        }))
                .isZero();
    }

    @Test
    void hessiansOfManyVariablesAllocateNothing() {
        double[] point = RosenbrockHessian.point();
        double[][] hessian = new double[point.length][point.length];
        Hessian compiled = Fluxion.hessian((double[] w) -> rosenbrock(w));
        assertThat(bytesOf(() -> compiled.into(point, hessian))).isZero();
    }

    @Test
    void directionalDerivativesAllocateNothing() {
        DirectionalDerivative slope = Fluxion.pushforward((double[] w) -> rosenbrock(w));
        double[] one = new double[1];
        assertThat(bytesOf(() -> slope.into(x, v, one))).isZero();
        assertThat(bytesOf(() -> slope.at(x, v))).isZero();
    }

    @Test
    void otherwiseItIsWhatTheFunctionAllocates() {
        double[] factors = ramp();
        for (VectorFn f :
                new VectorFn[] {
                    w -> waves(w), w -> new double[] {w[0] * factors[1], w[1]}, w -> new double[] {rosenbrock(w), 1}
                }) {
            int rows = f.apply(x).length;
            double[] rowsOut = new double[rows];
            long own = bytesOf(() -> f.apply(x));
            VectorPushforward push = Fluxion.pushforward(f);
            assertThat(bytesOf(() -> push.into(x, v, rowsOut))).isEqualTo(own);
            VectorPullback pull = Fluxion.pullback(f);
            double[] weights = new double[rows];
            assertThat(bytesOf(() -> pull.into(x, weights, out))).isEqualTo(own);
            Jacobian forwards = Fluxion.jacobian(f).forward();
            double[][] jacobian = new double[rows][N];
            assertThat(bytesOf(() -> forwards.into(x, jacobian))).isEqualTo(forwards.sweeps(N, rows) * own);
        }
    }
}
