package dev.fluxion.engine;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleArrayGradient;
import dev.fluxion.DoubleFn;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Gradients of code that works in memory, checked against finite differences. */
final class HeapTest {

    private static final double[] POINT = {1.1, -0.7, 2.3, 0.4};

    private static double total;
    private static double[] cache = new double[4];

    /** Accumulates. */
    private static class Sum {
        double value;
        double last;
        float narrow;
        int count;
        @Nullable Sum next;
        double[] kept = {};

        final void add(double x) {
            value += x * last;
            last = x;
            count++;
        }
    }

    /** Has a field more, and names those of its superclass by its own class. */
    private static final class Scaled extends Sum {
        double scale;

        void rescale(double x) {
            scale = x;
            value *= this.scale;
            super.last += scale;
        }
    }

    private static void check(DoubleArrayFn f) {
        double[] found = gradient(f, POINT.clone());
        for (int i = 0; i < POINT.length; i++) {
            double h = 1e-5;
            double[] more = POINT.clone();
            double[] less = POINT.clone();
            more[i] += h;
            less[i] -= h;
            double expected = (f.applyAsDouble(more) - f.applyAsDouble(less)) / (2 * h);
            assertThat(found[i]).as("d/dx%d", i).isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
        }
    }

    @Test
    void aCapturedAccumulator() {
        Sum sum = new Sum();
        check(x -> {
            sum.value = 0;
            sum.last = 1;
            for (double v : x) {
                sum.add(v * v);
            }
            return sum.value * sum.last;
        });
        assertThat(sum.count).isEqualTo(4 * 9);
    }

    @Test
    void aFieldThatASuperclassDeclares() {
        Scaled scaled = new Scaled();
        check(x -> {
            scaled.value = x[0];
            scaled.last = x[1];
            scaled.rescale(x[2]);
            scaled.add(x[3]);
            return scaled.value * scaled.scale + scaled.last;
        });
    }

    @Test
    void aFloatField() {
        Sum sum = new Sum();
        DoubleFn f =
                x -> {
                    sum.narrow = (float) (x * x);
                    sum.narrow *= 3;
                    return sum.narrow * x;
                };
        assertThat(gradient(f, 2.0)).isEqualTo(36.0);
    }

    @Test
    void aStaticField() {
        check(x -> {
            total = 1;
            for (double v : x) {
                total = total * v + Math.sin(v);
            }
            return total * total;
        });
    }

    @Test
    void aConstantEndsWhatAPlaceHeld() {
        Sum sum = new Sum();
        check(x -> {
            sum.value = x[0] * 5;
            double before = sum.value;
            sum.value = 3;
            return sum.value * x[1] + before;
        });
    }

    @Test
    void aStaticArray() {
        check(x -> {
            for (int i = 0; i < 4; i++) {
                cache[i] = x[i] * x[(i + 1) % 4];
            }
            for (int i = 1; i < 4; i++) {
                cache[i] += cache[i - 1] * cache[i - 1];
            }
            return cache[3];
        });
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
    void theArgumentIsARowOfAMatrix() {
        check(x -> {
            double[][] rows = {x, new double[4]};
            for (int i = 0; i < 4; i++) {
                rows[1][i] = rows[0][i] * x[3 - i];
            }
            rows[0][1] = 5;
            double sum = 0;
            for (double[] row : rows) {
                for (double v : row) {
                    sum += v * v;
                }
            }
            return sum + x[1] * x[2];
        });
    }

    @Test
    void oneArrayUnderTwoNames() {
        Sum sum = new Sum();
        check(x -> {
            double[] y = new double[4];
            sum.kept = y;
            for (int i = 0; i < 4; i++) {
                y[i] = x[i] * x[i];
                sum.kept[i] = y[i] * sum.kept[(i + 3) % 4] + sum.kept[i];
            }
            double product = 0;
            for (int i = 0; i < 4; i++) {
                product += y[i] * sum.kept[3 - i];
            }
            return product;
        });
    }

    @Test
    void aVariableForTheArgumentOrAnother() {
        double[] other = {1, 2, 3, 4};
        check(x -> {
            double[] first = x[0] > 0 ? x : other;
            double[] second = x[0] < 0 ? x : other;
            second[0] = first[0] * first[1];
            first[1] = second[0] * x[2];
            return x[1] * second[0] * first[3];
        });
    }

    @Test
    void aRing() {
        Sum a = new Sum();
        Sum b = new Sum();
        a.next = b;
        b.next = a;
        check(x -> {
            a.last = 0.5;
            b.last = 2;
            return aroundTheRing(x, a);
        });
    }

    private static double aroundTheRing(double[] x, Sum start) {
        Sum at = start;
        start.value = 1;
        for (double v : x) {
            Sum next = at.next;
            if (next == null) {
                return 0;
            }
            next.value = at.value * v + next.last;
            next.last = at.value;
            at = next;
        }
        return at.value * at.last;
    }

    @Test
    void boxedNumbersInAnArray() {
        check(x -> {
            Double[] boxes = new Double[4];
            for (int i = 0; i < 4; i++) {
                boxes[i] = x[i] * x[i];
            }
            boxes[1] = boxes[0] * boxes[2];
            boxes[2] = 7.0;
            return boxes[0] * boxes[1] + boxes[2] * boxes[3];
        });
    }

    @Test
    void recursionThroughMemory() {
        Sum sum = new Sum();
        check(x -> {
            sum.value = 1;
            multiply(x, sum, 0);
            return sum.value;
        });
    }

    private static void multiply(double[] x, Sum sum, int from) {
        if (from < x.length) {
            sum.value = sum.value * x[from] + x[from];
            multiply(x, sum, from + 1);
            sum.value *= 1.5;
        }
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
            cache = y;
            int[][] network = {{0, 1}, {2, 3}, {0, 2}, {1, 3}, {1, 2}};
            for (int[] pair : network) {
                if (cache[pair[0]] > cache[pair[1]]) {
                    double held = cache[pair[0]];
                    cache[pair[0]] = y[pair[1]];
                    y[pair[1]] = held;
                }
            }
            return y[0] + 2 * cache[1] * y[2] + y[3] * y[3] * y[3];
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

    @Test
    void aCalledMethodReadsWhatIsOverwrittenAfterwards() {
        check(x -> {
            for (int i = 0; i < x.length; i++) {
                cache[i] = x[i];
            }
            double s = largeEnoughToStayACall(cache, 0);
            for (int i = 0; i < x.length; i++) {
                cache[i] = 3;
            }
            return s * s;
        });
    }

    private static double largeEnoughToStayACall(double[] x, double start) {
        double s = start;
        while (s < 1) {
            s += x[0] * x[1] * Math.sin(x[2] + 0);
            s += x[1] * x[0] * Math.sin(x[1] + 1);
            s += x[2] * x[3] * Math.sin(x[0] + 2);
            s += x[3] * x[2] * Math.sin(x[3] + 3);
            s += x[0] * x[1] * Math.sin(x[2] + 4);
            s += x[1] * x[0] * Math.sin(x[1] + 5);
            s += x[2] * x[3] * Math.sin(x[0] + 6);
            s += x[3] * x[2] * Math.sin(x[3] + 7);
            s += x[0] * x[1] * Math.sin(x[2] + 8);
            s += x[1] * x[0] * Math.sin(x[1] + 9);
            s += x[2] * x[3] * Math.sin(x[0] + 10);
            s += x[3] * x[2] * Math.sin(x[3] + 11);
            s += x[0] * x[1] * Math.sin(x[2] + 12);
            s += x[1] * x[0] * Math.sin(x[1] + 13);
            s += x[2] * x[3] * Math.sin(x[0] + 14);
            s += x[3] * x[2] * Math.sin(x[3] + 15);
            s += x[0] * x[1] * Math.sin(x[2] + 16);
            s += x[1] * x[0] * Math.sin(x[1] + 17);
            s += x[2] * x[3] * Math.sin(x[0] + 18);
            s += x[3] * x[2] * Math.sin(x[3] + 19);
            s += x[0] * x[1] * Math.sin(x[2] + 20);
            s += x[1] * x[0] * Math.sin(x[1] + 21);
            s += x[2] * x[3] * Math.sin(x[0] + 22);
            s += x[3] * x[2] * Math.sin(x[3] + 23);
            s += x[0] * x[1] * Math.sin(x[2] + 24);
            s += x[1] * x[0] * Math.sin(x[1] + 25);
            s += x[2] * x[3] * Math.sin(x[0] + 26);
            s += x[3] * x[2] * Math.sin(x[3] + 27);
            s += x[0] * x[1] * Math.sin(x[2] + 28);
            s += x[1] * x[0] * Math.sin(x[1] + 29);
            s += x[2] * x[3] * Math.sin(x[0] + 30);
            s += x[3] * x[2] * Math.sin(x[3] + 31);
            s += x[0] * x[1] * Math.sin(x[2] + 32);
            s += x[1] * x[0] * Math.sin(x[1] + 33);
            s += x[2] * x[3] * Math.sin(x[0] + 34);
            s += x[3] * x[2] * Math.sin(x[3] + 35);
            s += x[0] * x[1] * Math.sin(x[2] + 36);
            s += x[1] * x[0] * Math.sin(x[1] + 37);
            s += x[2] * x[3] * Math.sin(x[0] + 38);
            s += x[3] * x[2] * Math.sin(x[3] + 39);
            s += x[0] * x[1] * Math.sin(x[2] + 40);
            s += x[1] * x[0] * Math.sin(x[1] + 41);
            s += x[2] * x[3] * Math.sin(x[0] + 42);
            s += x[3] * x[2] * Math.sin(x[3] + 43);
            s += x[0] * x[1] * Math.sin(x[2] + 44);
            s += x[1] * x[0] * Math.sin(x[1] + 45);
            s += x[2] * x[3] * Math.sin(x[0] + 46);
            s += x[3] * x[2] * Math.sin(x[3] + 47);
            s += x[0] * x[1] * Math.sin(x[2] + 48);
            s += x[1] * x[0] * Math.sin(x[1] + 49);
            s += x[2] * x[3] * Math.sin(x[0] + 50);
            s += x[3] * x[2] * Math.sin(x[3] + 51);
            s += x[0] * x[1] * Math.sin(x[2] + 52);
            s += x[1] * x[0] * Math.sin(x[1] + 53);
            s += x[2] * x[3] * Math.sin(x[0] + 54);
            s += x[3] * x[2] * Math.sin(x[3] + 55);
            s += x[0] * x[1] * Math.sin(x[2] + 56);
            s += x[1] * x[0] * Math.sin(x[1] + 57);
            s += x[2] * x[3] * Math.sin(x[0] + 58);
            s += x[3] * x[2] * Math.sin(x[3] + 59);
            s += x[0] * x[1] * Math.sin(x[2] + 60);
            s += x[1] * x[0] * Math.sin(x[1] + 61);
            s += x[2] * x[3] * Math.sin(x[0] + 62);
            s += x[3] * x[2] * Math.sin(x[3] + 63);
            s += x[0] * x[1] * Math.sin(x[2] + 64);
            s += x[1] * x[0] * Math.sin(x[1] + 65);
            s += x[2] * x[3] * Math.sin(x[0] + 66);
            s += x[3] * x[2] * Math.sin(x[3] + 67);
            s += x[0] * x[1] * Math.sin(x[2] + 68);
            s += x[1] * x[0] * Math.sin(x[1] + 69);
            s += x[2] * x[3] * Math.sin(x[0] + 70);
            s += x[3] * x[2] * Math.sin(x[3] + 71);
            s += x[0] * x[1] * Math.sin(x[2] + 72);
            s += x[1] * x[0] * Math.sin(x[1] + 73);
            s += x[2] * x[3] * Math.sin(x[0] + 74);
            s += x[3] * x[2] * Math.sin(x[3] + 75);
            s += x[0] * x[1] * Math.sin(x[2] + 76);
            s += x[1] * x[0] * Math.sin(x[1] + 77);
            s += x[2] * x[3] * Math.sin(x[0] + 78);
            s += x[3] * x[2] * Math.sin(x[3] + 79);
            s += x[0] * x[1] * Math.sin(x[2] + 80);
            s += x[1] * x[0] * Math.sin(x[1] + 81);
            s += x[2] * x[3] * Math.sin(x[0] + 82);
            s += x[3] * x[2] * Math.sin(x[3] + 83);
            s += x[0] * x[1] * Math.sin(x[2] + 84);
            s += x[1] * x[0] * Math.sin(x[1] + 85);
            s += x[2] * x[3] * Math.sin(x[0] + 86);
            s += x[3] * x[2] * Math.sin(x[3] + 87);
            s += x[0] * x[1] * Math.sin(x[2] + 88);
            s += x[1] * x[0] * Math.sin(x[1] + 89);
            s += x[2] * x[3] * Math.sin(x[0] + 90);
            s += x[3] * x[2] * Math.sin(x[3] + 91);
            s += x[0] * x[1] * Math.sin(x[2] + 92);
            s += x[1] * x[0] * Math.sin(x[1] + 93);
            s += x[2] * x[3] * Math.sin(x[0] + 94);
            s += x[3] * x[2] * Math.sin(x[3] + 95);
            s += x[0] * x[1] * Math.sin(x[2] + 96);
            s += x[1] * x[0] * Math.sin(x[1] + 97);
            s += x[2] * x[3] * Math.sin(x[0] + 98);
            s += x[3] * x[2] * Math.sin(x[3] + 99);
            s += x[0] * x[1] * Math.sin(x[2] + 100);
            s += x[1] * x[0] * Math.sin(x[1] + 101);
            s += x[2] * x[3] * Math.sin(x[0] + 102);
            s += x[3] * x[2] * Math.sin(x[3] + 103);
            s += x[0] * x[1] * Math.sin(x[2] + 104);
            s += x[1] * x[0] * Math.sin(x[1] + 105);
            s += x[2] * x[3] * Math.sin(x[0] + 106);
            s += x[3] * x[2] * Math.sin(x[3] + 107);
            s += x[0] * x[1] * Math.sin(x[2] + 108);
            s += x[1] * x[0] * Math.sin(x[1] + 109);
            s += x[2] * x[3] * Math.sin(x[0] + 110);
            s += x[3] * x[2] * Math.sin(x[3] + 111);
            s += x[0] * x[1] * Math.sin(x[2] + 112);
            s += x[1] * x[0] * Math.sin(x[1] + 113);
            s += x[2] * x[3] * Math.sin(x[0] + 114);
            s += x[3] * x[2] * Math.sin(x[3] + 115);
            s += x[0] * x[1] * Math.sin(x[2] + 116);
            s += x[1] * x[0] * Math.sin(x[1] + 117);
            s += x[2] * x[3] * Math.sin(x[0] + 118);
            s += x[3] * x[2] * Math.sin(x[3] + 119);
            s += x[0] * x[1] * Math.sin(x[2] + 120);
            s += x[1] * x[0] * Math.sin(x[1] + 121);
            s += x[2] * x[3] * Math.sin(x[0] + 122);
            s += x[3] * x[2] * Math.sin(x[3] + 123);
            s += x[0] * x[1] * Math.sin(x[2] + 124);
            s += x[1] * x[0] * Math.sin(x[1] + 125);
            s += x[2] * x[3] * Math.sin(x[0] + 126);
            s += x[3] * x[2] * Math.sin(x[3] + 127);
            s += x[0] * x[1] * Math.sin(x[2] + 128);
            s += x[1] * x[0] * Math.sin(x[1] + 129);
            s += x[2] * x[3] * Math.sin(x[0] + 130);
            s += x[3] * x[2] * Math.sin(x[3] + 131);
            s += x[0] * x[1] * Math.sin(x[2] + 132);
            s += x[1] * x[0] * Math.sin(x[1] + 133);
            s += x[2] * x[3] * Math.sin(x[0] + 134);
            s += x[3] * x[2] * Math.sin(x[3] + 135);
            s += x[0] * x[1] * Math.sin(x[2] + 136);
            s += x[1] * x[0] * Math.sin(x[1] + 137);
            s += x[2] * x[3] * Math.sin(x[0] + 138);
            s += x[3] * x[2] * Math.sin(x[3] + 139);
            s += x[0] * x[1] * Math.sin(x[2] + 140);
            s += x[1] * x[0] * Math.sin(x[1] + 141);
            s += x[2] * x[3] * Math.sin(x[0] + 142);
            s += x[3] * x[2] * Math.sin(x[3] + 143);
            s += x[0] * x[1] * Math.sin(x[2] + 144);
            s += x[1] * x[0] * Math.sin(x[1] + 145);
            s += x[2] * x[3] * Math.sin(x[0] + 146);
            s += x[3] * x[2] * Math.sin(x[3] + 147);
            s += x[0] * x[1] * Math.sin(x[2] + 148);
            s += x[1] * x[0] * Math.sin(x[1] + 149);
            s += 10;
        }
        return s;
    }

    @Test
    void aDerivativeOfADerivative() {
        Sum sum = new Sum();
        DoubleFn f =
                x -> {
                    sum.value = x;
                    total = 1;
                    for (int i = 0; i < 3; i++) {
                        sum.value = sum.value * x;
                        total *= sum.value;
                    }
                    return total; // x^9
                };
        assertThat(derivative(f).applyAsDouble(1.5)).isCloseTo(9 * Math.pow(1.5, 8), within(1e-9));
        assertThat(derivative(derivative(f)).applyAsDouble(1.5)).isCloseTo(72 * Math.pow(1.5, 7), within(1e-9));
        assertThat(derivative(derivative(derivative(f))).applyAsDouble(1.5))
                .isCloseTo(504 * Math.pow(1.5, 6), within(1e-8));
    }

    @Test
    void aDerivativeTakenInside() {
        Sum sum = new Sum();
        check(x -> {
            sum.value = x[0];
            double slope =
                    gradient(
                            y -> {
                                sum.last = y * sum.value;
                                return sum.last * sum.last * x[1];
                            },
                            x[2]);
            return slope * x[3]; // 2 x0^2 x1 x2 x3
        });
    }

    @Test
    void aSumThatHoldsSomethingAlreadyIsAddedToAlsoWhereTheArgumentIsOverwritten() {
        DoubleArrayGradient direct =
                gradient((double[] x) -> {
                    double y = x[0] * x[1];
                    x[0] = 7 * x[1];
                    return y * x[0]; // 7 x0 x1^2
                });
        double[] sum = {100, 1000};
        direct.accumulate(new double[] {2, 3}, sum);
        assertThat(sum).containsExactly(163, 1084);
        Sum holder = new Sum();
        DoubleArrayGradient byAnotherName =
                gradient((double[] x) -> {
                    holder.kept = x;
                    double square = holder.kept[0] * x[0];
                    holder.kept[0] = 3 * x[1];
                    return square + x[0];
                });
        sum = new double[] {100, 1000};
        byAnotherName.accumulate(new double[] {2, 3}, sum);
        assertThat(sum).containsExactly(104, 1003);
    }

    @Test
    void memoryIsAsAPlainCallLeavesIt() {
        Sum sum = new Sum();
        sum.value = 1;
        DoubleArrayFn f =
                x -> {
                    sum.value *= x[0];
                    return sum.value;
                };
        assertThat(gradient(f, new double[] {3})).containsExactly(1.0);
        assertThat(sum.value).isEqualTo(3.0);
        assertThat(gradient(f, new double[] {3})).containsExactly(3.0);
        assertThat(sum.value).isEqualTo(9.0);
    }
}
