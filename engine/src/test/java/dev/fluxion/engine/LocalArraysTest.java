package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayGradient;
import dev.fluxion.DoubleGradient;

import org.junit.jupiter.api.Test;

/** Arrays that a function makes for itself are used again, and are fresh each time all the same. */
class LocalArraysTest {

    /** The squares of all but the last, which stays zero; their sum, with one more product. */
    private static double squares(double[] x) {
        double[] squares = new double[x.length];
        for (int i = 0; i < x.length - 1; i++) {
            squares[i] = squares[i] + x[i] * x[i];
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += squares[i] * (i + 1);
        }
        return sum;
    }

    @Test
    void is_zeroed_for_each_call() {
        DoubleArrayGradient gradient = gradient(LocalArraysTest::squares);
        for (int call = 0; call < 3; call++) {
            double[] out = new double[3];
            assertThat(gradient.into(new double[] {1, 2, 3}, out)).isEqualTo(9);
            assertThat(out).containsExactly(2, 8, 0);
        }
    }

    @Test
    void has_the_length_asked_for() {
        DoubleArrayGradient gradient = gradient(LocalArraysTest::squares);
        assertThat(gradient.at(new double[] {1, 2, 3, 4})).containsExactly(2, 8, 18, 0);
        assertThat(gradient.at(new double[] {1, 2})).containsExactly(2, 0);
        assertThat(gradient.at(new double[] {1, 2, 3})).containsExactly(2, 8, 0);
        assertThatThrownBy(() ->
                        gradient(
                                        (double[] x) -> {
                                            double[] a = new double[2];
                                            a[0] = x[0];
                                            return a[0] * a[(int) x[1]];
                                        })
                                .at(new double[] {1, 2}))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
        assertThatThrownBy(() ->
                        gradient(
                                        (double x) -> {
                                            double[] a = new double[(int) x];
                                            return x + a.length;
                                        })
                                .at(-1))
                .isInstanceOf(NegativeArraySizeException.class);
    }

    @Test
    void is_usable_after_an_exception() {
        DoubleArrayGradient gradient =
                gradient((double[] x) -> {
                    double[] a = new double[2];
                    a[0] += x[0] * x[0];
                    a[1] += x[1] * a[0];
                    return a[1];
                });
        assertThatThrownBy(() -> gradient.at(new double[] {1})).isInstanceOf(ArrayIndexOutOfBoundsException.class);
        assertThat(gradient.at(new double[] {3, 5})).containsExactly(30, 9);
    }

    @Test
    void arrays_made_in_a_loop_are_different_ones() {
        DoubleGradient gradient =
                gradient((double x) -> {
                    double product = 1;
                    for (int i = 0; i < 3; i++) {
                        double[] a = new double[1];
                        a[0] += x;
                        product *= a[0];
                    }
                    return product;
                });
        assertThat(gradient.at(2)).isCloseTo(12, within(1e-12));
        assertThat(gradient.at(2)).isCloseTo(12, within(1e-12));
    }
}
