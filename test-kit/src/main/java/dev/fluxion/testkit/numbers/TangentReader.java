package dev.fluxion.testkit.numbers;

import dev.fluxion.tangent.NoTangent;
import dev.fluxion.tangent.Tangent;
import dev.fluxion.tangent.ZeroTangent;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the numbers of a tangent, which has to fit the value that it belongs to. */
final class TangentReader {

    private final double[] sum;
    private final boolean onceEach;
    private final Set<Node> entered = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Makes a reader.
     *
     * @param sum what the numbers are added to, by position
     * @param onceEach whether what is one object has one tangent, whatever its names; else what is found under each
     *     name adds up
     */
    TangentReader(double[] sum, boolean onceEach) {
        this.sum = sum;
        this.onceEach = onceEach;
    }

    void read(Node node, @Nullable Object tangent, String name) throws Mismatch {
        if (tangent instanceof ZeroTangent || node instanceof Node.Constant || node instanceof Node.WholeArray) {
            return;
        }
        if (tangent instanceof NoTangent && !Numbers.isPerturbable(node)) {
            return;
        }
        if (!entered.add(node)) {
            return; // a part of itself, or read already
        }
        switch (node) {
            case Node.Box(int position, boolean isSingle) -> {
                Class<? extends Number> type = isSingle ? Float.class : Double.class;
                sum[position] += fitting(type, tangent, name).doubleValue();
            }
            case Node.Doubles(double[] array, int first) -> {
                double[] numbers = fitting(double[].class, tangent, name);
                requireLength(array.length, numbers.length, name);
                for (int i = 0; i < numbers.length; i++) {
                    sum[first + i] += numbers[i];
                }
            }
            case Node.Floats(float[] array, int first) -> {
                float[] numbers = fitting(float[].class, tangent, name);
                requireLength(array.length, numbers.length, name);
                for (int i = 0; i < numbers.length; i++) {
                    sum[first + i] += numbers[i];
                }
            }
            case Node.Parts parts -> parts(parts, tangent, name);
            case Node.WholeArray array -> {}
            case Node.Constant constant -> {}
        }
        if (!onceEach) {
            entered.remove(node);
        }
    }

    private void parts(Node.Parts parts, @Nullable Object tangent, String name) throws Mismatch {
        if (tangent instanceof Tangent byName) {
            if (byName.type() != parts.holder.getClass()) {
                throw mismatch(name, "a Tangent of " + byName.type().getTypeName(), typeOf(parts.holder));
            }
            byName(parts, byName, name);
            return;
        }
        switch (parts.kind) {
            case ARRAY -> array(parts, fitting(parts.holder.getClass(), tangent, name), name);
            case LIST -> list(parts, fitting(List.class, tangent, name), name);
            case MAP -> map(parts, fitting(Map.class, tangent, name), name);
            case RECORD -> record(parts, fitting(parts.holder.getClass(), tangent, name), name);
            case OBJECT -> fitting(Tangent.class, tangent, name);
            case NUMBER, DOUBLES, FLOATS, WHOLE_ARRAY, CONSTANT -> throw new AssertionError(parts.kind);
        }
    }

    private void byName(Node.Parts parts, Tangent tangent, String name) throws Mismatch {
        List<String> names = tangent.names();
        for (Node.Part part : parts.parts) {
            if (part.key() instanceof Field field) {
                String own = nameIn(tangent, field);
                if (names.contains(own)) {
                    read(part.node(), tangent.get(own), name + "." + own);
                } else if (Numbers.isPerturbable(part.node())) {
                    throw new Mismatch(name + ": a Tangent without the field " + own);
                }
            } else if (Numbers.isPerturbable(part.node())) {
                int index = (Integer) part.key();
                read(part.node(), tangent.get(index), name + "[" + index + "]");
            }
        }
    }

    /** Returns what a tangent calls a field: where a subclass hides it, with its class. */
    private static String nameIn(Tangent tangent, Field field) {
        String qualified = field.getDeclaringClass().getSimpleName() + "." + field.getName();
        return tangent.names().contains(qualified) ? qualified : field.getName();
    }

    private void array(Node.Parts parts, Object array, String name) throws Mismatch {
        requireLength(parts.parts.size(), Array.getLength(array), name);
        for (int i = 0; i < parts.parts.size(); i++) {
            read(parts.parts.get(i).node(), Array.get(array, i), name + "[" + i + "]");
        }
    }

    private void list(Node.Parts parts, List<?> list, String name) throws Mismatch {
        requireLength(parts.parts.size(), list.size(), name);
        for (int i = 0; i < list.size(); i++) {
            read(parts.parts.get(i).node(), list.get(i), name + "[" + i + "]");
        }
    }

    private void map(Node.Parts parts, Map<?, ?> map, String name) throws Mismatch {
        requireLength(parts.parts.size(), map.size(), name);
        for (Node.Part part : parts.parts) {
            String own = name + "[" + part.key() + "]";
            if (!map.containsKey(part.key())) {
                throw new Mismatch(own + ": missing");
            }
            read(part.node(), map.get(part.key()), own);
        }
    }

    private void record(Node.Parts parts, Object tuple, String name) throws Mismatch {
        for (Node.Part part : parts.parts) {
            Field field = (Field) part.key();
            read(part.node(), Fields.get(tuple, field), name + "." + field.getName());
        }
    }

    private static <T> T fitting(Class<T> type, @Nullable Object tangent, String name) throws Mismatch {
        if (!type.isInstance(tangent)) {
            String given = tangent == null ? "null" : typeOf(tangent);
            throw mismatch(name, given, type.getTypeName());
        }
        return type.cast(tangent);
    }

    private static void requireLength(int expected, int length, String name) throws Mismatch {
        if (length != expected) {
            throw mismatch(name, "length " + length, "length " + expected);
        }
    }

    private static Mismatch mismatch(String name, String given, String expected) {
        return new Mismatch(name + ": " + given + ", where " + expected + " belongs");
    }

    private static String typeOf(Object value) {
        return value instanceof Enum<?> constant
                ? constant.getDeclaringClass().getSimpleName()
                : value.getClass().getTypeName();
    }
}
