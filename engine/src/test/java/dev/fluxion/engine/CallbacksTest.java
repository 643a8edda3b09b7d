package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Code of the JDK that is not looked into calls methods of the user's classes back. Where these change numbers that are
 * read again, a derivative would be lost; else they are no obstacle.
 */
class CallbacksTest {

    private static final double[] POINT = {1.1, -0.7, 2.3, 0.4};

    private static final StringBuilder TEXTS = new StringBuilder();

    private static double total;
    private static int calls;

    /** Adds up what it compares. */
    private static final class Adding implements Comparator<double[]> {
        double sum;

        @Override
        public int compare(double[] a, double[] b) {
            sum += a[0] * b[0];
            return Double.compare(a[0], b[0]);
        }
    }

    /** Counts what it compares. */
    private static final class Counting implements Comparator<double[]> {
        double last;

        @Override
        public int compare(double[] a, double[] b) {
            calls++;
            last = a[0];
            return Double.compare(last, b[0]);
        }
    }

    /** Remembers what it was compared with, and tells a static field when it is printed. */
    private static class Item implements Comparable<Item> {
        final double value;
        double seen;

        Item(double value) {
            this.value = value;
        }

        @Override
        public int compareTo(Item other) {
            note(other);
            return Double.compare(value, other.value);
        }

        void note(Item other) {
            seen += other.value * value;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Item item && compareTo(item) == 0;
        }

        @Override
        public int hashCode() {
            total *= value;
            return 7;
        }

        @Override
        public String toString() {
            total += value;
            return "item";
        }
    }

    /** Has methods that only look. */
    private record Quiet(double value) implements Comparable<Quiet> {
        @Override
        public int compareTo(Quiet other) {
            double[] pair = {value, other.value};
            return Double.compare(pair[0], pair[1]);
        }
    }

    private static final class Task implements Runnable {
        private final double[] data;

        Task(double[] data) {
            this.data = data;
        }

        @Override
        public void run() {
            data[0] = data[1] * data[2];
        }
    }

    private record Squaring(Item item) implements Supplier<Item> {
        @Override
        public Item get() {
            item.seen = item.value * item.value;
            return item;
        }
    }

    private static void assertRefused(DoubleArrayFn f) {
        assertThatThrownBy(() -> gradient(f, POINT.clone()))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("called back");
    }

    @Test
    void aComparatorThatAddsUp() {
        assertRefused(x -> {
            double[][] rows = {{x[0]}, {x[1]}, {x[2]}};
            Adding adding = new Adding();
            Arrays.sort(rows, adding);
            return adding.sum * x[3];
        });
    }

    @Test
    void aComparatorWhoseNumbersNobodyReads() {
        Slopes.assertRight(
                x -> {
                    double[][] rows = {{x[0]}, {x[1] * x[3]}, {x[2]}};
                    Arrays.sort(rows, new Counting());
                    return rows[0][0] * rows[1][0] + 3 * rows[2][0];
                },
                POINT);
    }

    @Test
    void aLambdaThatKeepsWhatItCompares() {
        assertRefused(x -> {
            double[] last = new double[1];
            List<Double> all = new ArrayList<>(List.of(x[0], x[1]));
            all.sort((a, b) -> {
                last[0] = a * b;
                return Double.compare(a, b);
            });
            return last[0] * all.get(0);
        });
        assertRefused(x -> {
            double[] sum = new double[1];
            Map<Double, String> names =
                    new TreeMap<>((a, b) -> {
                        sum[0] += a * b;
                        return Double.compare(a, b);
                    });
            names.put(x[0], "");
            names.put(x[1], "");
            return sum[0] * names.size();
        });
        assertRefused(x -> {
            double[] sum = new double[1];
            PriorityQueue<Double> all =
                    new PriorityQueue<>(
                            Comparator.comparingDouble(a -> {
                                sum[0] += a * a;
                                return a;
                            }));
            all.add(x[0]);
            all.add(x[1]);
            return sum[0] * all.size();
        });
    }

    @Test
    void lambdasThatOnlyLook() {
        Slopes.assertRight(
                x -> {
                    List<Double> all = new ArrayList<>(List.of(x[0], x[1], x[2] * x[3]));
                    all.sort((a, b) -> Double.compare(b * b, a * a));
                    Map<Double, Double> squares = new TreeMap<>(Comparator.comparingDouble(a -> a * a));
                    for (double v : all) {
                        squares.put(v, v * v);
                    }
                    double sum = 0;
                    for (Map.Entry<Double, Double> each : squares.entrySet()) {
                        sum = sum * 0.5 + each.getKey() * each.getValue();
                    }
                    return sum * all.get(0);
                },
                POINT);
    }

    @Test
    void tasksThatAreKeptAndRunByTheProgramItself() {
        Slopes.assertRight(
                x -> {
                    double[] sum = {0};
                    Runnable first = () -> sum[0] = x[0] * x[1];
                    List<Runnable> all = List.of(first, () -> sum[0] *= x[2]);
                    all.forEach(Runnable::run);
                    return sum[0];
                },
                POINT);
    }

    @Test
    void theFirstValueOfAThread() {
        assertThatThrownBy(() ->
                        gradient(
                                x -> {
                                    ThreadLocal<Double> local = ThreadLocal.withInitial(() -> x * x);
                                    return local.get() * x;
                                },
                                1.3))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("ThreadLocal.withInitial");
    }

    @Test
    void compareToCalledDirectly() {
        assertRefused(x -> {
            Item a = new Item(x[0]);
            Item b = new Item(x[1]);
            return (a.compareTo(b) < 0 ? 1 : 2) + a.seen * x[2];
        });
    }

    @Test
    void compareToCalledByATree() {
        assertRefused(x -> {
            TreeSet<Item> items = new TreeSet<>();
            for (double v : x) {
                items.add(new Item(v));
            }
            return items.first().seen;
        });
    }

    @Test
    void compareToCalledByAQueue() {
        assertRefused(x -> {
            PriorityQueue<Item> items = new PriorityQueue<>();
            for (double v : x) {
                items.add(new Item(v));
            }
            return Objects.requireNonNull(items.poll()).seen;
        });
    }

    @Test
    void comparisonsThatOnlyLook() {
        Slopes.assertRight(
                x -> {
                    TreeSet<Quiet> all = new TreeSet<>();
                    for (double v : x) {
                        all.add(new Quiet(v * v));
                    }
                    return all.first().value() * all.last().value();
                },
                POINT);
    }

    @Test
    void equalsOfObjects() {
        assertRefused(x -> {
            Item a = new Item(x[0]);
            return Objects.equals(a, new Item(x[1])) ? 1 : a.seen * x[2];
        });
    }

    @Test
    void hashCodeOfAKey() {
        assertRefused(x -> {
            total = 1;
            Map<Item, String> names = new HashMap<>();
            names.put(new Item(x[0]), "");
            return names.size() * total * x[2];
        });
    }

    @Test
    void toStringInText() {
        assertRefused(x -> {
            total = 1;
            String text = "an " + new Item(x[0]);
            return text.length() * total * x[2];
        });
        assertRefused(x -> {
            total = 1;
            String text = describe(new Item(x[0]));
            return text.length() * total * x[2];
        });
    }

    private static String describe(Item item) {
        return calls < 0 ? describe(item) : String.format("%s", item);
    }

    @Test
    void aTaskOfAThread() {
        assertRefused(x -> {
            Thread thread = new Thread(new Task(x));
            thread.start();
            try {
                thread.join();
            } catch (InterruptedException e) {
                return 0;
            }
            return x[0] * x[0];
        });
    }

    @Test
    void aSupplierThatChangesWhatItGives() {
        assertRefused(x -> {
            Item item = new Item(x[0]);
            ThreadLocal<Item> local = ThreadLocal.withInitial(new Squaring(item));
            return local.get().value * item.seen;
        });
    }

    @Test
    void printingAndComparingOnTheSide() {
        Slopes.assertRight(
                x -> {
                    for (double v : x) {
                        TEXTS.append(new Quiet(v)).append(Arrays.toString(x));
                    }
                    return new Quiet(x[0]).equals(new Quiet(x[1])) ? x[2] : x[2] * x[3] * x[0];
                },
                POINT);
    }
}
