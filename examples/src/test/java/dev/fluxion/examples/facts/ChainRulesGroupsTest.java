package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.diagnostic.NotDifferentiableException;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Groups of ChainRules' rules that no numbered fact is about, as {@code docs/rules.md} says that they are here. */
final class ChainRulesGroupsTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    @Test
    void powersAndLogarithmsOfOtherBases() {
        double ln2 = 0.6931471805599453;
        double ln10 = 2.302585092994046;
        assertThat(gradient(x -> Math.pow(2, x), 3.0)).isCloseTo(8 * ln2, CLOSE);
        assertThat(gradient(x -> Math.pow(10, x), 2.0)).isCloseTo(100 * ln10, within(1e-10));
        assertThat(gradient(x -> Math.log(x) / Math.log(2), 4.0)).isCloseTo(1 / (4 * ln2), CLOSE);
    }

    @Test
    void functionsThatJavaHasNotByTheirFormulas() {
        assertThat(gradient(x -> Math.log(x + Math.sqrt(x * x + 1)), 0.75)).isCloseTo(0.8, CLOSE); // asinh
        assertThat(gradient(x -> Math.log(x + Math.sqrt(x * x - 1)), 1.25)).isCloseTo(1 / 0.75, CLOSE); // acosh
        assertThat(gradient(x -> (Math.log1p(x) - Math.log1p(-x)) / 2, 0.5)).isCloseTo(1 / 0.75, CLOSE); // atanh
        assertThat(gradient(x -> Math.sin(Math.toRadians(x)), 60.0)).isCloseTo(Math.PI / 360, CLOSE); // sind
        assertThat(gradient(x -> 1 / Math.cos(x), Math.PI / 4)).isCloseTo(1.4142135623730951, CLOSE); // sec
    }

    @Test
    void hypotOfManyAndSignsTurned() {
        assertThat(gradient((double[] x) -> Math.hypot(Math.hypot(x[0], x[1]), x[2]), new double[] {2, 3, 6}))
                .containsExactly(new double[] {2 / 7.0, 3 / 7.0, 6 / 7.0}, CLOSE);
        assertThat(gradient((x, y) -> y < 0 ? -x : x, 2.0, -3.0).first()).isEqualTo(-1); // flipsign
    }

    @Test
    void uniqueGoesToTheFirstOccurrence() {
        List<Double> x = List.of(3.0, 1.0, 3.0, 2.0, 1.0);
        List<Double> expected = List.of(2 * 3.0, 2 * 1.0, 0.0, 2 * 2.0, 0.0);
        assertThat(gradient(v -> v.stream().distinct().mapToDouble(a -> a * a).sum(), x)).isEqualTo(expected);
        assertThat(gradient(v -> ofASet(v), x)).isEqualTo(expected);
    }

    private static double ofASet(List<Double> x) {
        double sum = 0;
        for (double v : new LinkedHashSet<>(x)) {
            sum += v * v;
        }
        return sum;
    }

    @Test
    void elementsByAMaskAndByARange() {
        boolean[] mask = {true, false, true};
        assertThat(gradient((double[] x) -> masked(x, mask), new double[] {2, 3, 5})).containsExactly(4, 0, 10);
        assertThat(gradient(x -> x.getFirst() * x.getLast(), List.of(2.0, 3.0, 5.0))).containsExactly(5.0, 0.0, 2.0);
    }

    private static double masked(double[] x, boolean[] mask) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += mask[i] ? x[i] * x[i] : 0;
        }
        return sum;
    }

    @Test
    void partOfWhatIsSorted() {
        assertThat(gradient((double[] x) -> Arrays.stream(x).sorted().limit(2).sum(), new double[] {3, 1, 2}))
                .containsExactly(0, 1, 1);
    }

    @Test
    void searchesAndCountsCarryNone() {
        double[] knots = {1, 2, 4};
        assertThat(gradient(x -> x * -Arrays.binarySearch(knots, x), 3.0)).isEqualTo(3);
        assertThat(gradient(x -> x.get(0) * Collections.binarySearch(x, 2.0), List.of(1.0, 2.0, 4.0)))
                .containsExactly(1.0, 0.0, 0.0);
        assertThat(gradient(x -> x.get(0) * x.stream().filter(v -> v > 1.5).count(), List.of(1.0, 2.0, 4.0)))
                .containsExactly(2.0, 0.0, 0.0);
        assertThat(gradient(x -> x.stream().anyMatch(v -> v > 3) ? x.get(1) : x.get(0), List.of(1.0, 2.0, 4.0)))
                .containsExactly(0.0, 1.0, 0.0);
    }

    private static final ThreadLocal<double[]> LOCAL = new ThreadLocal<>();
    private static final ScopedValue<Double> SCOPED = ScopedValue.newInstance();

    @Test
    void storageOfATask() {
        assertThat(gradient(x -> throughALocal(x), 3.0)).isEqualTo(6);
        assertThat(ScopedValue.where(SCOPED, 5.0).call(() -> gradient(x -> x * SCOPED.get(), 3.0))).isEqualTo(5);
    }

    private static double throughALocal(double x) {
        LOCAL.set(new double[] {x});
        double square = LOCAL.get()[0] * x;
        LOCAL.remove();
        return square;
    }

    @Test
    void numbersHandedToAnotherThreadAreRefused() {
        assertThatThrownBy(() -> gradient(x -> inATask(x), 3.0)).isInstanceOf(NotDifferentiableException.class);
        assertThatThrownBy(() -> gradient(x -> inAThread(x), 3.0)).isInstanceOf(NotDifferentiableException.class);
    }

    private static double inATask(double x) {
        return CompletableFuture.supplyAsync(() -> x * x).join();
    }

    private static double inAThread(double x) {
        double[] result = new double[1];
        Thread thread = new Thread(() -> result[0] = x * x);
        thread.start();
        while (thread.isAlive()) {
            Thread.onSpinWait();
        }
        return result[0];
    }
}
