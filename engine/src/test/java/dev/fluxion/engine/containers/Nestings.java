package dev.fluxion.engine.containers;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lists, maps, records and arrays in each other, of a shape that a seed decides and with numbers that are given. */
@SuppressWarnings("JdkObsolete") // they are lists, too
final class Nestings {

    /** A record with a number, an array and something nested, and what is no number. */
    @SuppressWarnings("ArrayRecordComponent") // to take gradients in
    record Part(double number, double[] row, @Nullable Object nested, String text) {}

    private static final int DEEPEST = 4;
    private static final int LARGEST = 4;

    private final Random random;
    private final double[] numbers;
    private int used;

    private Nestings(long seed, double[] numbers) {
        this.random = new Random(seed);
        this.numbers = numbers;
    }

    /** Returns how many numbers a nesting has. */
    static int size(long seed) {
        Nestings counting = new Nestings(seed, new double[0]);
        counting.root();
        return counting.used;
    }

    /** Returns the nesting of a seed with these numbers in it, each in a place of its own, in the order of a walk. */
    static Object of(long seed, double[] numbers) {
        return new Nestings(seed, numbers).root();
    }

    private Object root() {
        List<@Nullable Object> elements = new ArrayList<>(List.of(number()));
        elements.addAll(several(1));
        return random.nextBoolean() ? list(elements) : map(elements);
    }

    private double number() {
        double number = numbers.length == 0 ? 0 : numbers[used];
        used++;
        return number;
    }

    private double[] row() {
        double[] row = new double[random.nextInt(3)];
        for (int i = 0; i < row.length; i++) {
            row[i] = number();
        }
        return row;
    }

    private List<@Nullable Object> several(int depth) {
        int size = random.nextInt(LARGEST);
        List<@Nullable Object> several = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            several.add(any(depth));
        }
        return several;
    }

    private @Nullable Object any(int depth) {
        int choice = random.nextInt(depth < DEEPEST ? 10 : 5);
        return switch (choice) {
            case 0, 1 -> Double.valueOf(number());
            case 2 -> row();
            case 3 -> random.nextInt(3) == 0 ? null : "text";
            case 4 -> Optional.of(number());
            case 5, 6 -> list(several(depth + 1));
            case 7, 8 -> map(several(depth + 1));
            default ->
                    random.nextBoolean()
                            ? several(depth + 1).toArray()
                            : new Part(number(), row(), any(depth + 1), "part");
        };
    }

    private Collection<@Nullable Object> list(List<@Nullable Object> elements) {
        boolean hasNull = elements.contains(null);
        return switch (random.nextInt(8)) {
            case 0 -> elements;
            case 1 -> new LinkedList<>(elements);
            case 2 -> new CopyOnWriteArrayList<>(elements);
            case 3 -> Collections.unmodifiableList(elements);
            case 4 -> Arrays.asList(elements.toArray());
            case 5 -> hasNull ? elements.subList(0, elements.size()) : List.copyOf(elements);
            case 6 -> hasNull ? elements : new ArrayDeque<>(elements);
            default -> new LinkedList<>(elements.reversed()).reversed();
        };
    }

    private Map<String, @Nullable Object> map(List<@Nullable Object> values) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Object value : values) {
            map.put((char) ('a' + map.size()) + "-key", value);
        }
        boolean hasNull = values.contains(null);
        return switch (random.nextInt(7)) {
            case 0 -> map;
            case 1 -> new HashMap<>(map);
            case 2 -> new TreeMap<>(map);
            case 3 -> Collections.unmodifiableMap(map);
            case 4 -> hasNull ? map : new ConcurrentSkipListMap<>(map);
            case 5 -> hasNull ? map : new ConcurrentHashMap<>(map);
            default -> new TreeMap<>(map).headMap("zzz");
        };
    }

    /** Returns the numbers in a nesting, in the order in which {@link #of} puts them in. */
    static double[] numbers(Object nesting) {
        List<Double> found = new ArrayList<>();
        collect(nesting, found);
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(@Nullable Object at, List<Double> found) {
        switch (at) {
            case Double number -> found.add(number);
            case double[] row -> Arrays.stream(row).forEach(found::add);
            case Optional<?> optional -> optional.ifPresent(value -> collect(value, found));
            case Object[] array -> Arrays.stream(array).forEach(element -> collect(element, found));
            case Collection<?> list -> list.forEach(element -> collect(element, found));
            case Map<?, ?> map -> new TreeMap<Object, Object>(map).values().forEach(value -> collect(value, found));
            case Part part -> {
                found.add(part.number());
                collect(part.row(), found);
                collect(part.nested(), found);
            }
            case null, default -> {
                // no number
            }
        }
    }

    /** Writes the shape of a nesting, with all that is no number and whether lists are sorted, linked and so on. */
    static String shape(@Nullable Object at) {
        return switch (at) {
            case Double _ -> "#";
            case double[] row -> "#" + row.length;
            case Optional<?> optional -> "?" + shape(optional.orElse(null));
            case Object[] array -> "[" + shapes(Arrays.asList(array)) + "]";
            case List<?> list -> "(" + shapes(list) + ")";
            case Collection<?> deque -> "<" + shapes(deque) + ">";
            case Map<?, ?> map -> "{" + map.keySet() + shapes(map.values()) + "}";
            case Part part -> "P#" + shape(part.row()) + shape(part.nested()) + part.text();
            case null, default -> String.valueOf(at);
        };
    }

    private static String shapes(Collection<?> elements) {
        StringBuilder text = new StringBuilder();
        for (Object element : elements) {
            text.append(shape(element)).append(',');
        }
        return text.toString();
    }
}
