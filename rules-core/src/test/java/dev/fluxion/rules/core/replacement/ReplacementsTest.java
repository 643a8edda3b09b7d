package dev.fluxion.rules.core.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;

/** A replacement does what the method does, in value, exception and effect. */
class ReplacementsTest {

    private static final double[] SPECIAL = {Double.NaN, -0.0, 0.0, Double.POSITIVE_INFINITY, -1, Double.MIN_VALUE, 7};

    private interface Code {
        Object run();
    }

    /** What comes out: a value as text, or an exception. */
    private static String outcome(Code code) {
        try {
            Object result = code.run();
            return switch (result) {
                case double[] numbers -> Arrays.toString(numbers);
                case float[] numbers -> Arrays.toString(numbers);
                default -> String.valueOf(result);
            };
        } catch (RuntimeException thrown) {
            return thrown.toString();
        }
    }

    private static void assertSame(String what, Code replaced, Code original) {
        assertThat(outcome(replaced)).as(what).isEqualTo(outcome(original));
    }

    private static double[] numbers(Random random, int length) {
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = random.nextBoolean() ? SPECIAL[random.nextInt(SPECIAL.length)] : random.nextInt(5);
        }
        return numbers;
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    @Test
    void copiesOfAllRangesAreThoseOfTheOriginal() {
        double[] numbers = {1, 2, 3};
        float[] floats = floats(numbers);
        for (int from = -1; from <= 5; from++) {
            assertLengthsAndRangesAgree(numbers, floats, from);
        }
    }

    private static void assertLengthsAndRangesAgree(double[] numbers, float[] floats, int from) {
        assertSame(
                "copyOf " + from, () -> ArraysReplacements.copyOf(numbers, from), () -> Arrays.copyOf(numbers, from));
        assertSame("copyOf " + from, () -> ArraysReplacements.copyOf(floats, from), () -> Arrays.copyOf(floats, from));
        for (int end = -1; end <= 6; end++) {
            int to = end;
            assertSame(
                    from + " to " + to,
                    () -> ArraysReplacements.copyOfRange(numbers, from, to),
                    () -> Arrays.copyOfRange(numbers, from, to));
            assertSame(
                    from + " to " + to,
                    () -> ArraysReplacements.copyOfRange(floats, from, to),
                    () -> Arrays.copyOfRange(floats, from, to));
        }
    }

    @Test
    void arraycopyAgreesForAllPositionsAndLengthsAlsoWhereArraysOverlap() {
        for (int from = -1; from <= 4; from++) {
            for (int to = -1; to <= 4; to++) {
                for (int length = -1; length <= 4; length++) {
                    assertCopiesAgree(from, to, length);
                }
            }
        }
        assertCopiesAgree(1, Integer.MAX_VALUE, 1);
        assertCopiesAgree(Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    }

    private static void assertCopiesAgree(int from, int to, int length) {
        String what = from + " to " + to + " for " + length;
        double[] one = {1, 2, 3, 4};
        double[] other = one.clone();
        assertSame(
                what,
                () -> {
                    SystemReplacements.arraycopy(one, from, one, to, length);
                    return one;
                },
                () -> {
                    System.arraycopy(other, from, other, to, length);
                    return other;
                });
        assertThat(one).as(what).isEqualTo(other);
        float[] target = new float[3];
        float[] wanted = new float[3];
        float[] source = {5, 6, 7, 8};
        assertSame(
                what,
                () -> {
                    SystemReplacements.arraycopy(source, from, target, to, length);
                    return target;
                },
                () -> {
                    System.arraycopy(source, from, wanted, to, length);
                    return wanted;
                });
    }

    @Test
    @SuppressWarnings({"SuspiciousSystemArraycopy", "NullAway"}) // wrong on purpose
    void arraycopyFailsAsTheOriginalDoes() {
        Object[][] pairs = {
            {new double[2], new float[2]},
            {new double[2], new int[2]},
            {new double[2], "text"},
            {null, new double[2]},
            {new double[2], null},
            {new Object[] {1.0, "one"}, new Double[2]},
            {new double[2], new Double[2]},
            {new int[] {1, 2}, new int[2]},
        };
        for (Object[] pair : pairs) {
            assertSame(
                    Arrays.toString(pair),
                    () -> {
                        SystemReplacements.arraycopy(pair[0], 0, pair[1], 0, 2);
                        return "done";
                    },
                    () -> {
                        System.arraycopy(pair[0], 0, pair[1], 0, 2);
                        return "done";
                    });
        }
    }

    @Test
    void clonesAreEqualAndOtherArrays() {
        double[] numbers = {1, -0.0};
        assertThat(DoubleArrayReplacements.copy(numbers)).isEqualTo(numbers).isNotSameAs(numbers);
        float[] floats = {1, Float.NaN};
        assertThat(FloatArrayReplacements.copy(floats)).isEqualTo(floats).isNotSameAs(floats);
    }

    @Test
    void sortedAsTheOriginalSorts() {
        Random random = new Random(3);
        for (int round = 0; round < 2000; round++) {
            double[] numbers = numbers(random, random.nextInt(40));
            int from = random.nextInt(numbers.length + 1) - (random.nextInt(20) == 0 ? 2 : 0);
            int to = random.nextInt(numbers.length + 1) + (random.nextInt(20) == 0 ? 2 : 0);
            assertSortedAlike(numbers, from, to);
        }
    }

    private static void assertSortedAlike(double[] numbers, int from, int to) {
        String what = Arrays.toString(numbers) + " " + from + " to " + to;
        assertSame(what, sorting(numbers.clone(), from, to, true), sorting(numbers.clone(), from, to, false));
        float[] floats = floats(numbers);
        assertSame(what, sorting(floats.clone(), from, to, true), sorting(floats.clone(), from, to, false));
        double[] all = numbers.clone();
        ArraysReplacements.sort(all);
        double[] wanted = numbers.clone();
        Arrays.sort(wanted);
        assertThat(Arrays.toString(all)).isEqualTo(Arrays.toString(wanted));
    }

    private static Code sorting(double[] numbers, int from, int to, boolean replaced) {
        return () -> {
            if (replaced) {
                ArraysReplacements.sort(numbers, from, to);
            } else {
                Arrays.sort(numbers, from, to);
            }
            return numbers;
        };
    }

    private static Code sorting(float[] numbers, int from, int to, boolean replaced) {
        return () -> {
            if (replaced) {
                ArraysReplacements.sort(numbers, from, to);
            } else {
                Arrays.sort(numbers, from, to);
            }
            return numbers;
        };
    }

    @Test
    void objectsAreSortedStably() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            Object[] values = new Object[random.nextInt(50)];
            for (int i = 0; i < values.length; i++) {
                values[i] = Integer.toString(random.nextInt(40));
            }
            Comparator<Object> byLength = Comparator.comparingInt(value -> value.toString().length());
            int from = values.length / 4;
            Object[] replaced = values.clone();
            SortReplacements.sort(replaced, from, values.length, byLength);
            Object[] wanted = values.clone();
            Arrays.sort(wanted, from, values.length, byLength);
            assertThat(replaced).containsExactly(wanted);
        }
    }
}
