package dev.fluxion.testkit.numbers;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Finds all numbers that can be reached from some values, in an order that equal structures share. */
final class Walk {

    final List<Node> nodes = new ArrayList<>();
    final List<Place> places = new ArrayList<>();
    final List<Integer> starts = new ArrayList<>();
    final List<String> names = new ArrayList<>();
    private final IdentityHashMap<Object, Node> known = new IdentityHashMap<>();

    /** Adds one more value. */
    void add(@Nullable Object root, String name) {
        starts.add(places.size());
        nodes.add(visit(root, name, new Place.Root(root == null ? "" : root)));
    }

    private Node visit(@Nullable Object value, String name, Place place) {
        Kind kind = Kind.of(value);
        if (value == null || kind == Kind.CONSTANT) {
            return new Node.Constant(value);
        }
        if (kind == Kind.NUMBER) {
            return new Node.Box(add(place, name), value instanceof Float);
        }
        Node met = known.get(value);
        return met == null ? enter(value, kind, name) : met;
    }

    private Node enter(Object value, Kind kind, String name) {
        return switch (kind) {
            case DOUBLES -> doubles((double[]) value, name);
            case FLOATS -> floats((float[]) value, name);
            case WHOLE_ARRAY -> met(value, new Node.WholeArray(value));
            case ARRAY, RECORD, LIST, MAP, OBJECT -> parts(value, kind, name);
            case NUMBER, CONSTANT -> throw new AssertionError(kind);
        };
    }

    private Node doubles(double[] array, String name) {
        Node node = new Node.Doubles(array, places.size());
        for (int i = 0; i < array.length; i++) {
            add(new Place.InDoubles(array, i), element(name, i));
        }
        return met(array, node);
    }

    private Node floats(float[] array, String name) {
        Node node = new Node.Floats(array, places.size());
        for (int i = 0; i < array.length; i++) {
            add(new Place.InFloats(array, i), element(name, i));
        }
        return met(array, node);
    }

    private Node parts(Object value, Kind kind, String name) {
        Node.Parts node = new Node.Parts(value, kind);
        known.put(value, node);
        switch (value) {
            case Object[] array -> {
                for (int i = 0; i < Array.getLength(array); i++) {
                    part(node, i, array[i], element(name, i), new Place.InArray(array, i));
                }
            }
            case List<?> list when kind == Kind.LIST -> {
                for (int i = 0; i < list.size(); i++) {
                    part(node, i, list.get(i), element(name, i), new Place.InList<>(list, i));
                }
            }
            case Map<?, ?> map when kind == Kind.MAP -> entries(node, map, name);
            default -> {
                for (Field field : Fields.of(value.getClass())) {
                    String called = name + "." + field.getName();
                    part(node, field, Fields.get(value, field), called, new Place.InField(value, field));
                }
            }
        }
        return node;
    }

    private <K, V> void entries(Node.Parts node, Map<K, V> map, String name) {
        for (Map.Entry<K, V> entry : map.entrySet()) {
            K key = entry.getKey();
            part(node, key, entry.getValue(), name + "[" + key + "]", new Place.InMap<>(map, key));
        }
    }

    private void part(Node.Parts holder, Object key, @Nullable Object value, String name, Place place) {
        holder.parts.add(new Node.Part(key, visit(value, name, place)));
    }

    private Node met(Object value, Node node) {
        known.put(value, node);
        return node;
    }

    private int add(Place place, String name) {
        places.add(place);
        names.add(name);
        return places.size() - 1;
    }

    private static String element(String name, int index) {
        return name + "[" + index + "]";
    }
}
