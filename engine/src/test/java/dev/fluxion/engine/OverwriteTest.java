package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleArrayFn2;
import dev.fluxion.DoubleArrayGradient;
import dev.fluxion.DoubleArrayGradient2;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

/** What {@code into} stores over old contents is, bit by bit, what {@code at} adds up from zeros. */
class OverwriteTest {

    @Test
    void each_element_once() {
        assertStores(
                x -> {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        sum += Math.exp(x[i]);
                    }
                    return Math.log(sum);
                },
                17,
                true);
    }

    @Test
    void a_negative_zero_is_a_sum_with_zero() {
        double[] out = {Double.NaN, Double.NaN};
        gradient(
                        (double[] x) -> {
                            double sum = 0;
                            for (int i = 0; i < x.length; i++) {
                                sum += x[i] * -0.0;
                            }
                            return sum;
                        })
                .into(new double[] {1, 2}, out);
        assertThat(out).usingElementComparator(Double::compare).containsExactly(0.0, 0.0);
    }

    @Test
    void elements_beyond_the_loop_are_zeroed() {
        assertStores(
                x -> {
                    double sum = 0;
                    for (int i = 0; i < 5; i++) {
                        sum += x[i] * x[i];
                    }
                    return sum;
                },
                9,
                true);
    }

    @Test
    void elements_before_the_loop_are_zeroed() {
        assertStores(
                x -> {
                    double sum = 0;
                    for (int i = 2; i < 6; i++) {
                        sum += Math.sin(x[i + 1]);
                    }
                    return sum;
                },
                9,
                true);
    }

    @Test
    void rows() {
        assertStores(
                x -> {
                    double sum = 1;
                    for (int i = 0; i < 3; i++) {
                        for (int j = 0; j < 4; j++) {
                            sum += sum * x[4 * i + j + 1];
                        }
                    }
                    return sum;
                },
                15,
                true);
    }

    @Test
    void rows_that_are_as_many_as_there_are() {
        assertStores(
                x -> {
                    double sum = 1;
                    for (int i = 0; i < x.length / 4; i++) {
                        double row = 0;
                        for (int j = 0; j < 4; j++) {
                            row += x[4 * i + j];
                        }
                        sum *= row;
                    }
                    return sum;
                },
                15,
                true);
    }

    @Test
    void rows_with_gaps() {
        assertStores(
                x -> {
                    double sum = 1;
                    for (int i = 0; i < 3; i++) {
                        for (int j = 0; j < 4; j++) {
                            sum += sum * x[5 * i + j];
                        }
                    }
                    return sum;
                },
                16,
                false);
    }

    @Test
    void rows_that_overlap() {
        assertStores(
                x -> {
                    double sum = 1;
                    for (int i = 0; i < 3; i++) {
                        for (int j = 0; j < 4; j++) {
                            sum += sum * x[3 * i + j];
                        }
                    }
                    return sum;
                },
                16,
                false);
    }

    @Test
    void every_other_element() {
        assertStores(
                x -> {
                    double sum = 1;
                    for (int i = 0; i < 8; i += 2) {
                        sum *= x[i];
                    }
                    return sum;
                },
                9,
                false);
    }

    @Test
    void a_loop_that_may_not_be_reached() {
        DoubleArrayFn f =
                x -> {
                    double sum = x[0];
                    if (x[0] > 0) {
                        for (int i = 0; i < x.length; i++) {
                            sum += x[i] * x[i];
                        }
                    }
                    return sum;
                };
        assertStores(f, 6, false);
        assertThat(gradient(f).at(new double[] {-1, 2, 3})).containsExactly(1, 0, 0);
    }

    @Test
    void an_element_that_is_skipped() {
        assertStores(
                x -> {
                    double sum = 1;
                    for (int i = 0; i < x.length; i++) {
                        if (i != 3) {
                            sum *= x[i];
                        }
                    }
                    return sum;
                },
                6,
                false);
    }

    @Test
    void a_loop_that_stops_early() {
        assertStores(
                x -> {
                    double sum = 1;
                    for (int i = 0; i < x.length; i++) {
                        if (sum > 3) {
                            break;
                        }
                        sum += x[i] * x[i] + 1;
                    }
                    return sum;
                },
                9,
                false);
    }

    @Test
    void two_loops() {
        assertStores(
                x -> {
                    double sum = 1;
                    for (int i = 0; i < x.length; i++) {
                        sum *= x[i];
                    }
                    for (int i = 0; i < x.length; i++) {
                        sum += Math.cos(x[i]);
                    }
                    return sum;
                },
                9,
                false);
    }

    @Test
    void no_element_at_all() {
        assertStores(x -> 3, 4, false);
    }

    @Test
    void one_array_as_two_arguments() {
        DoubleArrayFn2 product =
                (x, y) -> {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        sum += x[i] * y[i];
                    }
                    return sum;
                };
        DoubleArrayGradient2 compiled = gradient(product);
        double[] x = {1, 2, 3};
        double[] y = {4, 5, 6};
        double[] xOut = {9, 9, 9};
        double[] yOut = {9, 9, 9};
        assertThat(compiled.into(x, y, xOut, yOut)).isEqualTo(32);
        assertThat(xOut).containsExactly(4, 5, 6);
        assertThat(yOut).containsExactly(1, 2, 3);
        assertThat(compiled.into(x, x, xOut, yOut)).isEqualTo(14);
        assertThat(xOut).containsExactly(2, 4, 6);
        assertThat(yOut).containsExactly(2, 4, 6);
    }

    @Test
    void a_matrix_and_a_vector_are_stored_in_loops_of_their_own() {
        DoubleArrayGradient2 compiled =
                gradient((double[] w, double[] x) -> {
                    double product = 1;
                    for (int i = 0; i < 3; i++) {
                        double row = 0;
                        for (int j = 0; j < 4; j++) {
                            row += w[4 * i + j] * x[j];
                        }
                        product *= row;
                    }
                    return product;
                });
        double[] w = new Random(1).doubles(13).toArray();
        double[] x = new Random(2).doubles(4).toArray();
        double[] wOut = new Random(3).doubles(13).toArray();
        double[] xOut = new Random(4).doubles(4).toArray();
        double value = compiled.into(w, x, wOut, xOut);
        assertThat(compiled.withGradient(w, x).value()).isEqualTo(value);
        assertThat(wOut).usingElementComparator(Double::compare).containsExactly(boxed(compiled.at(w, x).first()));
        assertThat(xOut).usingElementComparator(Double::compare).containsExactly(boxed(compiled.at(w, x).second()));
        assertThat(wOut[12]).isZero();
    }

    private static void assertStores(DoubleArrayFn f, int length, boolean isSparedZeroing) {
        DoubleArrayGradient compiled = gradient(f);
        boolean stores =
                Arrays.stream(compiled.getClass().getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals("overwrite"));
        assertThat(stores).as("stores without zeroing first").isEqualTo(isSparedZeroing);
        double[] x = new Random(7).doubles(length, 0.5, 1.5).toArray();
        double[] out = new Random(8).doubles(length).toArray();
        double value = compiled.into(x, out);
        assertThat(value).isEqualTo(f.applyAsDouble(x));
        assertThat(out).usingElementComparator(Double::compare).containsExactly(boxed(compiled.at(x)));
    }

    private static Double[] boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Double[]::new);
    }
}
