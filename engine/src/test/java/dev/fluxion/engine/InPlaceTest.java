package dev.fluxion.engine;

import static dev.fluxion.engine.Slopes.assertRight;

import dev.fluxion.DoubleArrayFn;

import org.junit.jupiter.api.Test;

/** Algorithms that overwrite arrays, checked against finite differences. */
final class InPlaceTest {

    private static final double[] POINT = {1.1, -0.7, 2.3, 0.4};

    private static double[] scratch = new double[4];

    private static void check(DoubleArrayFn f) {
        assertRight(f, POINT);
    }

    @Test
    void aScratchBufferFromOutside() {
        double[] buffer = new double[4];
        check(x -> prefixProduct(x, buffer));
    }

    private static double prefixProduct(double[] x, double[] out) {
        out[0] = x[0];
        for (int i = 1; i < x.length; i++) {
            out[i] = out[i - 1] * x[i];
        }
        double sum = 0;
        for (double v : out) {
            sum += v * v;
        }
        return sum;
    }

    @Test
    void aMatrixMadeOfTheArgumentAndDecomposedInPlace() {
        check(x -> {
            int n = 4;
            double[][] a = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    a[i][j] = x[(i * 3 + j) % 4] + (i == j ? 5 : 0.2 * i - 0.1 * j);
                }
            }
            return determinant(a);
        });
    }

    private static double determinant(double[][] a) {
        int n = a.length;
        double product = 1;
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / a[k][k];
                a[i][k] = factor;
                for (int j = k + 1; j < n; j++) {
                    a[i][j] -= factor * a[k][j];
                }
            }
            product *= a[k][k];
        }
        return product;
    }

    @Test
    void rowsThatAreSwapped() {
        double[][] rows = {new double[2], new double[2]};
        check(x -> {
            rows[0][0] = x[0] * x[1];
            rows[1][0] = x[2];
            double[] held = rows[0];
            rows[0] = rows[1];
            rows[1] = held;
            held[0] *= x[3];
            return rows[1][0] * rows[0][0] + held[0];
        });
    }

    @Test
    void recursionOnAnArrayThatIsMadeOnTheWay() {
        check(x -> mergeSum(x)[0]);
    }

    private static double[] mergeSum(double[] x) {
        if (x.length == 1) {
            return new double[] {x[0] * x[0]};
        }
        int half = x.length / 2;
        double[] left = new double[half];
        double[] right = new double[x.length - half];
        for (int i = 0; i < x.length; i++) {
            if (i < half) {
                left[i] = x[i];
            } else {
                right[i - half] = x[i];
            }
        }
        double[] first = mergeSum(left);
        double[] second = mergeSum(right);
        first[0] = first[0] * second[0] + second[0];
        return first;
    }

    @Test
    void aSortingNetwork() {
        check(x -> {
            double[] y = new double[4];
            for (int i = 0; i < 4; i++) {
                y[i] = x[i];
            }
            scratch = y;
            int[][] network = {{0, 1}, {2, 3}, {0, 2}, {1, 3}, {1, 2}};
            for (int[] pair : network) {
                if (scratch[pair[0]] > scratch[pair[1]]) {
                    double held = scratch[pair[0]];
                    scratch[pair[0]] = y[pair[1]];
                    y[pair[1]] = held;
                }
            }
            return y[0] + 2 * scratch[1] * y[2] + y[3] * y[3] * y[3];
        });
    }

    @Test
    void butterfliesOfAFourierTransform() {
        double[][] signal = {new double[4], new double[4]};
        check(x -> {
            for (int i = 0; i < 4; i++) {
                signal[0][i] = x[i];
                signal[1][i] = 0;
            }
            transform(signal[0], signal[1]);
            double sum = 0;
            for (int i = 0; i < 4; i++) {
                double power = signal[0][i] * signal[0][i] + signal[1][i] * signal[1][i];
                sum += (i + 1) * power * power;
            }
            return sum;
        });
    }

    private static void transform(double[] re, double[] im) {
        int n = re.length;
        double swapped = re[1];
        re[1] = re[2];
        re[2] = swapped;
        for (int size = 2; size <= n; size *= 2) {
            for (int start = 0; start < n; start += size) {
                for (int k = 0; k < size / 2; k++) {
                    double angle = -2 * Math.PI * k / size;
                    int a = start + k;
                    int b = a + size / 2;
                    double r = re[b] * Math.cos(angle) - im[b] * Math.sin(angle);
                    double s = re[b] * Math.sin(angle) + im[b] * Math.cos(angle);
                    re[b] = re[a] - r;
                    im[b] = im[a] - s;
                    re[a] += r;
                    im[a] += s;
                }
            }
        }
    }
}
