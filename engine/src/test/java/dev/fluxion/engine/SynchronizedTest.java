package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Locks are entered and left as by the primal; the reverse sweep runs without them. */
class SynchronizedTest {

    private static final Object LOCK = new Object();

    private static final double[][] POINTS = {{1.3, -0.7, 2.1}, {-1.1, 0.4, 0.9}};

    private static synchronized double method(double[] x) {
        if (x[0] < -1) {
            return x[1] * x[2];
        }
        double sum = 0;
        for (double each : x) {
            sum = Math.sin(sum * each) + each;
        }
        return sum;
    }

    private static double block(double[] x) {
        double y = x[0];
        for (int i = 0; i < 4; i++) {
            synchronized (LOCK) {
                y = y * x[1] + x[i % 3];
                if (!Thread.holdsLock(LOCK)) {
                    throw new IllegalStateException("not locked");
                }
                if (y > 2) {
                    continue;
                }
                if (y < -2) {
                    return y * y;
                }
            }
            y = Math.tanh(y);
        }
        return y;
    }

    private static double thrownInside(double[] x, int n) {
        double y = x[0];
        for (int i = 0; i < 3; i++) {
            try {
                synchronized (LOCK) {
                    y = y * x[1];
                    synchronized (POINTS) {
                        y += x[n + i];
                        y *= x[2];
                    }
                }
            } catch (ArrayIndexOutOfBoundsException e) {
                y = y * y + x[2];
            }
        }
        return Thread.holdsLock(LOCK) || Thread.holdsLock(POINTS) ? Double.NaN : y;
    }

    private static double recursion(double[] x, int n) {
        synchronized (x) {
            x[n] *= 1.5;
            return n == 0 ? x[0] * x[1] : recursion(x, n - 1) * x[n];
        }
    }

    @Test
    void aMethod() {
        Slopes.assertRight(x -> method(x), POINTS);
    }

    @Test
    void aBlockLeftInManyWays() {
        Slopes.assertRight(x -> block(x), POINTS);
        Slopes.assertRight(x -> block(x), new double[] {2, 3, 4}, new double[] {-3, 2, -1});
        assertThat(Thread.holdsLock(LOCK)).isFalse();
    }

    @Test
    void exceptionsLeaveTheLock() {
        Slopes.assertRight(x -> thrownInside(x, 1), POINTS);
        assertThatThrownBy(() -> gradient(x -> method(x), new double[0]).clone())
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
        assertThat(Thread.holdsLock(LOCK)).isFalse();
        assertThat(Thread.holdsLock(SynchronizedTest.class)).isFalse();
    }

    @Test
    void aLockEnteredAgain() {
        Slopes.assertRight(x -> recursion(x, 2), POINTS);
    }

    @Test
    void noLock() {
        assertThatThrownBy(() -> gradient(x -> onNothing(x, null), 2.0)).isInstanceOf(NullPointerException.class);
        assertThat(gradient(x -> onNothingCaught(x, null), 2.0)).isEqualTo(4);
    }

    private static double onNothing(double x, Object lock) {
        synchronized (lock) {
            return x * x;
        }
    }

    private static double onNothingCaught(double x, Object lock) {
        try {
            return onNothing(2 * x, lock);
        } catch (NullPointerException e) {
            return x * x;
        }
    }
}
