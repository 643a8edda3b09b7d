package dev.fluxion.rules.collections.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Random pipelines on plain streams against the same on the JDK's: the same result bit for bit, the same effects in the
 * same order, the same exception.
 */
class RandomPipelinesTest {

    private static final int SEEDS = 400;

    /** What the functions of a pipeline have been asked, in order. */
    private static final class Notes {
        private final List<String> lines = new ArrayList<>();

        <T> T note(String what, T value) {
            lines.add(what + value);
            return value;
        }
    }

    private static Object result(Random random, Stream<Double> source) {
        Notes notes = new Notes();
        Object result;
        try {
            result = objects(random, source.onClose(() -> notes.note("closed", "")), notes, 1 + random.nextInt(5));
        } catch (RuntimeException failure) {
            result = failure.getClass() + ": " + failure.getMessage();
        }
        notes.note("result ", text(result));
        return notes.lines;
    }

    private static Object text(Object result) {
        return switch (result) {
            case double[] array -> Arrays.toString(array);
            case int[] array -> Arrays.toString(array);
            case long[] array -> Arrays.toString(array);
            case Object[] array -> Arrays.toString(array);
            default -> result;
        };
    }

    private static Object objects(Random random, Stream<Double> s, Notes notes, int left) {
        if (left == 0) {
            return endOfObjects(random, s, notes);
        }
        int n = random.nextInt(5);
        double cut = random.nextGaussian();
        return switch (random.nextInt(20)) {
            case 0 -> objects(random, s.map(v -> notes.note("map", v * 1.1)), notes, left - 1);
            case 1 -> objects(random, s.filter(v -> notes.note("filter", v) > cut), notes, left - 1);
            case 2 -> objects(random, s.peek(v -> notes.note("peek", v)), notes, left - 1);
            case 3 -> objects(random, s.limit(n), notes, left - 1);
            case 4 -> objects(random, s.skip(n), notes, left - 1);
            case 5 -> objects(random, s.sorted(), notes, left - 1);
            case 6 -> objects(random, s.sorted(Comparator.reverseOrder()), notes, left - 1);
            case 7 -> objects(random, s.distinct(), notes, left - 1);
            case 8 -> objects(random, s.takeWhile(v -> notes.note("take", v) > cut), notes, left - 1);
            case 9 -> objects(random, s.dropWhile(v -> notes.note("drop", v) > cut), notes, left - 1);
            case 10 ->
                    objects(
                            random,
                            s.flatMap(v -> v > cut ? Stream.of(v, notes.note("flat", v)) : null),
                            notes,
                            left - 1);
            case 11 ->
                    objects(
                            random,
                            s.<Double>mapMulti((v, into) -> {
                                if (notes.note("multi", v) > cut) {
                                    into.accept(v);
                                }
                            }),
                            notes,
                            left - 1);
            case 12 ->
                    objects(
                            random,
                            s.gather(Gatherers.scan(() -> 0.5, (a, v) -> notes.note("scan", a + v))),
                            notes,
                            left - 1);
            case 13 ->
                    objects(
                            random,
                            s.gather(Gatherers.windowSliding(n + 1)).map(w -> w.get(0) - w.getLast()),
                            notes,
                            left - 1);
            case 14 ->
                    objects(
                            random,
                            s.gather(Gatherers.windowFixed(n + 1)).map(w -> w.get(0) * w.getLast()),
                            notes,
                            left - 1);
            case 15, 16 -> doubles(random, s.mapToDouble(v -> notes.note("toDouble", v)), notes, left - 1);
            case 17 -> ints(random, s.mapToInt(v -> notes.note("toInt", (int) (v * 4))), notes, left - 1);
            case 18 -> longs(random, s.mapToLong(v -> notes.note("toLong", (long) (v * 4))), notes, left - 1);
            default -> objects(random, s.unordered().onClose(() -> notes.note("closed too", "")), notes, left - 1);
        };
    }

    private static Object endOfObjects(Random random, Stream<Double> s, Notes notes) {
        double cut = random.nextGaussian();
        return switch (random.nextInt(17)) {
            case 0 -> s.toList();
            case 1 -> s.reduce(0.0, (a, b) -> notes.note("sum", a + b));
            case 2 -> s.reduce((a, b) -> notes.note("last", b));
            case 3 ->
                    s.collect(Collectors.groupingBy(v -> v > cut, Collectors.summingDouble(v -> notes.note("add", v))));
            case 4 -> s.collect(Collectors.partitioningBy(v -> v > cut, Collectors.averagingDouble(v -> v)));
            case 5 -> s.count();
            case 6 -> s.findFirst();
            case 7 -> s.anyMatch(v -> notes.note("any", v) > cut);
            case 8 -> s.allMatch(v -> notes.note("all", v) > cut);
            case 9 -> s.noneMatch(v -> notes.note("none", v) > cut);
            case 10 -> s.min(Comparator.naturalOrder());
            case 11 -> s.max(Comparator.comparingDouble(v -> -v));
            case 12 -> s.toArray(Double[]::new);
            case 13 ->
                    s.collect(
                            Collectors.teeing(
                                    Collectors.counting(),
                                    Collectors.minBy(Comparator.<Double>naturalOrder()),
                                    (a, b) -> a + " " + b));
            case 14 -> s.collect(Collectors.toMap(v -> (int) (v * 2), v -> v));
            case 15 -> {
                String all = "";
                for (Iterator<Double> each = s.iterator(); each.hasNext(); ) {
                    all += each.next();
                }
                yield all;
            }
            default -> {
                s.forEach(v -> notes.note("each", v));
                s.close();
                yield "closed";
            }
        };
    }

    private static Object doubles(Random random, DoubleStream s, Notes notes, int left) {
        int n = random.nextInt(5);
        double cut = random.nextGaussian();
        if (left == 0) {
            return switch (random.nextInt(14)) {
                case 0, 1 -> s.sum();
                case 2, 3 -> s.average();
                case 4 -> s.summaryStatistics().toString();
                case 5 -> s.toArray();
                case 6 -> s.max();
                case 7 -> s.min();
                case 8 -> s.count();
                case 9 -> s.reduce(1, (a, b) -> notes.note("times", a * b));
                case 10 -> s.reduce((a, b) -> notes.note("minus", a - b));
                case 11 -> s.collect(ArrayList<Double>::new, ArrayList::add, ArrayList::addAll);
                case 12 -> s.anyMatch(v -> notes.note("any", v) > cut);
                default -> s.findFirst();
            };
        }
        return switch (random.nextInt(13)) {
            case 0 -> doubles(random, s.map(v -> notes.note("map", v / 3)), notes, left - 1);
            case 1 -> doubles(random, s.filter(v -> notes.note("filter", v) > cut), notes, left - 1);
            case 2 -> doubles(random, s.peek(v -> notes.note("peek", v)), notes, left - 1);
            case 3 -> doubles(random, s.limit(n), notes, left - 1);
            case 4 -> doubles(random, s.skip(n), notes, left - 1);
            case 5 -> doubles(random, s.sorted(), notes, left - 1);
            case 6 -> doubles(random, s.distinct(), notes, left - 1);
            case 7 -> doubles(random, s.takeWhile(v -> notes.note("take", v) > cut), notes, left - 1);
            case 8 -> doubles(random, s.dropWhile(v -> notes.note("drop", v) > cut), notes, left - 1);
            case 9 -> doubles(random, s.flatMap(v -> v > cut ? DoubleStream.of(v, v / 7) : null), notes, left - 1);
            case 10 -> doubles(random, s.mapMulti((v, into) -> into.accept(notes.note("multi", v))), notes, left - 1);
            case 11 -> ints(random, s.mapToInt(v -> (int) (v * 8)), notes, left - 1);
            default -> objects(random, s.boxed(), notes, left - 1);
        };
    }

    private static Object ints(Random random, IntStream s, Notes notes, int left) {
        int n = random.nextInt(5);
        int cut = random.nextInt(9) - 4;
        if (left == 0) {
            return switch (random.nextInt(8)) {
                case 0 -> s.sum();
                case 1 -> s.average();
                case 2 -> s.summaryStatistics().toString();
                case 3 -> s.toArray();
                case 4 -> s.max();
                case 5 -> s.reduce((a, b) -> notes.note("minus", a - b));
                case 6 -> s.allMatch(v -> notes.note("all", v) > cut);
                default -> s.count();
            };
        }
        return switch (random.nextInt(11)) {
            case 0 -> ints(random, s.map(v -> notes.note("map", v * 3)), notes, left - 1);
            case 1 -> ints(random, s.filter(v -> notes.note("filter", v) > cut), notes, left - 1);
            case 2 -> ints(random, s.peek(v -> notes.note("peek", v)), notes, left - 1);
            case 3 -> ints(random, s.limit(n).skip(1), notes, left - 1);
            case 4 -> ints(random, s.sorted(), notes, left - 1);
            case 5 -> ints(random, s.distinct(), notes, left - 1);
            case 6 -> ints(random, s.takeWhile(v -> notes.note("take", v) > cut), notes, left - 1);
            case 7 -> ints(random, s.flatMap(v -> IntStream.range(cut, Math.min(v, 9))), notes, left - 1);
            case 8 -> longs(random, s.asLongStream(), notes, left - 1);
            case 9 -> doubles(random, s.asDoubleStream(), notes, left - 1);
            default -> objects(random, s.mapToObj(v -> v / 8.0), notes, left - 1);
        };
    }

    private static Object longs(Random random, LongStream s, Notes notes, int left) {
        int n = random.nextInt(5);
        int cut = random.nextInt(9) - 4;
        if (left == 0) {
            return switch (random.nextInt(7)) {
                case 0 -> s.sum();
                case 1 -> s.average();
                case 2 -> s.summaryStatistics().toString();
                case 3 -> s.toArray();
                case 4 -> s.min();
                case 5 -> s.reduce(7, (a, b) -> notes.note("minus", a - b));
                default -> s.count();
            };
        }
        return switch (random.nextInt(8)) {
            case 0 -> longs(random, s.map(v -> notes.note("map", v * 3)), notes, left - 1);
            case 1 -> longs(random, s.filter(v -> notes.note("filter", v) > cut), notes, left - 1);
            case 2 -> longs(random, s.limit(n), notes, left - 1);
            case 3 -> longs(random, s.sorted().distinct(), notes, left - 1);
            case 4 -> longs(random, s.dropWhile(v -> notes.note("drop", v) > cut), notes, left - 1);
            case 5 -> longs(random, s.flatMap(v -> LongStream.rangeClosed(cut, Math.min(v, 9))), notes, left - 1);
            case 6 -> ints(random, s.mapToInt(v -> (int) v), notes, left - 1);
            default -> objects(random, s.mapToObj(v -> v / 4.0), notes, left - 1);
        };
    }

    private static Double[] numbers(Random random) {
        Double[] numbers = new Double[random.nextInt(12)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] =
                    switch (random.nextInt(12)) {
                        case 0 -> 1e16;
                        case 1 -> -1e16;
                        case 2 -> 0.1;
                        case 3 -> -0.0;
                        case 4 -> random.nextInt(30) == 0 ? Double.POSITIVE_INFINITY : 0.3;
                        default -> random.nextGaussian();
                    };
        }
        return numbers;
    }

    private record Source(
            String name, Function<Double[], Stream<Double>> plain, Function<Double[], Stream<Double>> jdk) {}

    private static final List<Source> SOURCES =
            List.of(
                    new Source("array", ArrayStreamRules::stream, Arrays::stream),
                    new Source(
                            "list",
                            a -> CollectionStreamRules.stream(Arrays.asList(a)),
                            a -> Arrays.asList(a).stream()),
                    new Source(
                            "both",
                            a -> StreamRules.concat(StreamRules.of(a), StreamRules.of(0.7)),
                            a -> Stream.concat(Stream.of(a), Stream.of(0.7))),
                    new Source(
                            "without end",
                            a -> StreamRules.iterate(0.3 + a.length, v -> v * 1.7).limit(a.length),
                            a -> Stream.iterate(0.3 + a.length, v -> v * 1.7).limit(a.length)),
                    new Source(
                            "while",
                            a -> StreamRules.iterate(0.3 + a.length, v -> v < 20, v -> v * 1.7),
                            a -> Stream.iterate(0.3 + a.length, v -> v < 20, v -> v * 1.7)),
                    new Source(
                            "range",
                            a -> IntStreamRules.range(-2, a.length).mapToObj(i -> i / 3.0),
                            a -> IntStream.range(-2, a.length).mapToObj(i -> i / 3.0)),
                    new Source(
                            "numbers",
                            a -> DoubleStreamRules.iterate(1, v -> -v / 3).limit(5).boxed(),
                            a -> DoubleStream.iterate(1, v -> -v / 3).limit(5).boxed()));

    @TestFactory
    Stream<DynamicTest> sameAsTheJdk() {
        return SOURCES.stream()
                .map(source ->
                        DynamicTest.dynamicTest(
                                source.name(),
                                () -> {
                                    for (int seed = 0; seed < SEEDS; seed++) {
                                        Double[] numbers = numbers(new Random(seed));
                                        Object expected = result(new Random(-seed), source.jdk().apply(numbers));
                                        Object found = result(new Random(-seed), source.plain().apply(numbers));
                                        assertThat(found).as("seed %d", seed).isEqualTo(expected);
                                    }
                                }));
    }
}
