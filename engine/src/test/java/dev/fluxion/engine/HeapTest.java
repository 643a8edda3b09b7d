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
    void aCalledMethodReadsWhatIsOverwrittenAfterwards() {
        check(x -> {
            for (int i = 0; i < x.length; i++) {
                cache[i] = x[i];
            }
            double s = summed(cache, x.length);
            for (int i = 0; i < x.length; i++) {
                cache[i] = 3;
            }
            return s * s;
        });
    }

    private static double summed(double[] x, int count) {
        return count == 0 ? 0 : x[count - 1] * Math.sin(x[count % x.length] + count) + summed(x, count - 1);
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
