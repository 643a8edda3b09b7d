package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.ArrayGradients2;
import dev.fluxion.ArrayGradients3;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** Arrays that are put together, copied, and written in place. */
final class FactsBuffersTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    private static double sum(double... x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        return sum;
    }

    @Test
    void f039FirstOfAListThatIsPassedOn() {
        assertThat(gradient(x -> passedOn(x), 1.0)).isEqualTo(1);
    }

    private static double passedOn(double x) {
        double[] list = Arrays.copyOf(new double[] {x}, 2);
        list[1] = 5;
        return first(list);
    }

    private static double first(double... list) {
        return list.clone()[0];
    }

    @Test
    void f177OneElementOfAMatrixPutTogether() {
        assertThat(gradient((double[] x) -> lowerLeft(x), new double[] {1, 2, 3, 4})).containsExactly(0, 0, 1, 0);
    }

    private static double lowerLeft(double[] x) {
        double[] matrix = new double[4];
        System.arraycopy(x, 0, matrix, 0, 2);
        System.arraycopy(x, 2, matrix, 2, 2);
        return matrix[2];
    }

    @Test
    void f178ArraysAndNumbersInARow() {
        ArrayGradients2 slopes = gradient((x, y) -> sum(chained(x, y[0])), new double[3], new double[] {4});
        assertThat(slopes.first()).containsExactly(1, 1, 1);
        assertThat(slopes.second()).containsExactly(2);
    }

    private static double[] chained(double[] x, double y) {
        double[] all = Arrays.copyOf(x, x.length + 2);
        all[x.length] = y;
        all[x.length + 1] = y;
        return all;
    }

    @Test
    void f179TheSameArrayTwiceInARow() {
        assertThat(gradient((double[] x) -> sum(twiceInARow(x)), new double[3])).containsExactly(2, 2, 2);
    }

    private static double[] twiceInARow(double[] x) {
        double[] all = new double[2 * x.length + 1];
        System.arraycopy(x, 0, all, 0, x.length);
        all[x.length] = 1;
        System.arraycopy(x, 0, all, x.length + 1, x.length);
        return all;
    }

    @Test
    void f203CopiedIntoABuffer() {
        assertThat(gradient((double[] x) -> throughABuffer(x, 1), new double[] {1, 2, 3})).containsExactly(1, 1, 1);
    }

    @Test
    void f204FiveCopiesInABuffer() {
        assertThat(gradient((double[] x) -> throughABuffer(x, 5), new double[] {1, 2, 3})).containsExactly(5, 5, 5);
    }

    private static double throughABuffer(double[] x, int copies) {
        double[] buffer = new double[x.length * copies];
        for (int i = 0; i < copies; i++) {
            System.arraycopy(x, 0, buffer, i * x.length, x.length);
        }
        return sum(buffer.clone());
    }

    @Test
    void f206BufferFilledInALoop() {
        assertThat(gradient(p -> weighted(p), 1.1)).isCloseTo(20, CLOSE);
    }

    private static double weighted(double p) {
        double[] buffer = new double[3];
        for (int i = 0; i < 3; i++) {
            buffer[i] = p * (i + 1);
        }
        return products(buffer, new double[] {2, 3, 4});
    }

    @Test
    void f207BufferThatGrows() {
        assertThat(gradient(x -> grown(x), 2.0)).isEqualTo(3);
    }

    private static double grown(double x) {
        double[] buffer = new double[0];
        buffer = Arrays.copyOf(buffer, 1);
        buffer[0] = x;
        buffer = Arrays.copyOf(buffer, 2);
        buffer[1] = 3;
        return product(buffer);
    }

    @Test
    void f208TwoProductsInABuffer() {
        double[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1};
        ArrayGradients3 slopes = gradient((a, b, x) -> sum(both(a, b, x)), ones, ones.clone(), new double[] {1, 1, 1});
        assertThat(slopes.first()).containsOnly(1);
        assertThat(slopes.second()).containsOnly(1);
        assertThat(slopes.third()).containsExactly(6, 6, 6);
    }

    private static double[] both(double[] a, double[] b, double[] x) {
        double[] buffer = new double[6];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                buffer[row] += a[3 * row + column] * x[column];
                buffer[3 + row] += b[3 * row + column] * x[column];
            }
        }
        return buffer;
    }

    @Test
    void f209OnlyTheLastWriteCounts() {
        assertThat(gradient(x -> writtenTwice(x), 3.0)).isEqualTo(2);
    }

    private static double writtenTwice(double x) {
        double[] buffer = new double[1];
        buffer[0] = x;
        buffer[0] = 2 * x;
        return buffer[0];
    }

    @Test
    void f211WrittenInPlace() {
        double[] x = {1.7, 2.1, -1.5, -0.1, 3.1};
        assertThat(gradient((double[] v) -> positiveSquares(v), x))
                .containsExactly(new double[] {3.4, 4.2, 0, 0, 6.2}, CLOSE);
    }

    private static double positiveSquares(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] > 0 ? x[i] * x[i] : 0;
        }
        return sum(y);
    }

    private static double product(double[] x) {
        double product = 1;
        for (double v : x) {
            product *= v;
        }
        return product;
    }

    private static double products(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
