package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Numbers on their way through maps, queues and arrays of records. */
final class FactsMapsTest {

    record Two(double a, double b) {}

    @Test
    void f119PutAndGet() {
        assertThat(gradient(x -> putAndGet(x), 2.0)).isEqualTo(4);
    }

    private static double putAndGet(double x) {
        Map<String, Double> map = new HashMap<>();
        map.put("k", x);
        return x * map.get("k");
    }

    @Test
    void f123PowersSummed() {
        assertThat(gradient(x -> powers(x), 3.0)).isCloseTo(123.93054835019153, within(1e-12));
    }

    private static double powers(double x) {
        Map<Integer, Double> map = new HashMap<>();
        for (int i = 1; i <= 4; i++) {
            map.put(i, Math.pow(i, x));
        }
        double sum = 0;
        for (double value : map.values()) {
            sum += value;
        }
        return sum;
    }

    @Test
    void f129TheDefaultIsAskedForOnlyWhereNothingIsPresent() {
        assertThat(gradient(y -> orTwice(Optional.empty(), y), 5.0)).isEqualTo(2);
        assertThat(gradient(y -> orElse(Optional.of(1.0), FactsMapsTest::unreachable) * y, 5.0)).isEqualTo(1);
    }

    private static double orTwice(Optional<Double> given, double y) {
        return given.orElseGet(() -> 2 * y);
    }

    private static double orElse(Optional<Double> given, Supplier<Double> other) {
        return given.orElseGet(other);
    }

    private static Double unreachable() {
        throw new AssertionError("asked for");
    }

    @Test
    void f176OneRecordAtAllIndices() {
        assertThat(gradient(p -> filled(p)[0].a(), new Two(1, 2))).isEqualTo(new Two(1, 0));
    }

    private static Two[] filled(Two p) {
        Two[] all = new Two[3];
        Arrays.fill(all, p);
        return all;
    }

    @Test
    void f399Queue() {
        assertThat(gradient(x -> 2 * queued(x), 5.0)).isEqualTo(20);
    }

    private static double queued(double x) {
        Deque<Double> queue = new ArrayDeque<>();
        queue.add(x * x);
        queue.add(x);
        return queue.remove();
    }
}
