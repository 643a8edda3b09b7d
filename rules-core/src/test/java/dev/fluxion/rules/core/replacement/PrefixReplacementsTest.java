package dev.fluxion.rules.core.replacement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;

/** Running totals, rounded as those of the JDK. */
class PrefixReplacementsTest {

    private static double[] numbers(int length) {
        return new Random(length).doubles(length, -1, 1).toArray();
    }

    @Test
    void totalsOfAllLengthsHaveTheSameBits() {
        for (int length = 0; length < 200; length++) {
            assertSame(length, 0, length);
        }
        assertSame(5000, 0, 5000);
        assertSame(100_001, 17, 100_000);
    }

    private static void assertSame(int length, int from, int to) {
        double[] one = numbers(length);
        double[] other = one.clone();
        DoubleBinaryOperator operator = (a, b) -> 1.1 * a + b;
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger expected = new AtomicInteger();
        PrefixReplacements.parallelPrefix(
                one,
                from,
                to,
                (a, b) -> {
                    calls.getAndIncrement();
                    return operator.applyAsDouble(a, b);
                });
        Arrays.parallelPrefix(
                other,
                from,
                to,
                (a, b) -> {
                    expected.getAndIncrement();
                    return operator.applyAsDouble(a, b);
                });
        assertThat(one).as("length %d", length).isEqualTo(other);
        assertThat(calls.get()).as("calls for length %d", length).isEqualTo(expected.get());
    }

    @Test
    void totalsOfObjects() {
        for (int length = 0; length < 100; length++) {
            Object[] one = new Object[length];
            String[] other = new String[length];
            for (int i = 0; i < length; i++) {
                one[i] = "" + (char) ('a' + i % 26);
                other[i] = "" + (char) ('a' + i % 26);
            }
            BinaryOperator<Object> operator = (a, b) -> "(" + a + b + ")";
            ObjectPrefixReplacements.parallelPrefix(one, operator);
            Arrays.parallelPrefix(other, (a, b) -> "(" + a + b + ")");
            assertThat(one).as("length %d", length).isEqualTo(other);
        }
    }

    @Test
    @SuppressWarnings({"DataFlowIssue", "NullAway"}) // wrong on purpose
    void failsAsTheOriginalDoes() {
        double[] numbers = numbers(3);
        assertThatThrownBy(() -> PrefixReplacements.parallelPrefix(numbers, null))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> PrefixReplacements.parallelPrefix(numbers, 2, 1, Double::sum))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fromIndex(2) > toIndex(1)");
        assertThatThrownBy(() -> PrefixReplacements.parallelPrefix(numbers, -1, 1, Double::sum))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class)
                .hasMessage("Array index out of range: -1");
    }
}
