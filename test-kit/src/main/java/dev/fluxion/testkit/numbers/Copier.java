package dev.fluxion.testkit.numbers;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Copies values with other numbers in them; what was one object stays one. */
final class Copier {

    private final double[] numbers;
    private final boolean isModifiable;
    private final IdentityHashMap<Node, Object> made = new IdentityHashMap<>();

    /**
     * Starts to copy.
     *
     * @param numbers those of all positions
     * @param isModifiable whether copies of unmodifiable lists and maps can be written to
     */
    Copier(double[] numbers, boolean isModifiable) {
        this.numbers = numbers;
        this.isModifiable = isModifiable;
    }

    @Nullable Object copy(Node node) {
        Object present = made.get(node);
        if (present != null) {
            return present;
        }
        return switch (node) {
            case Node.Constant(Object value) -> value;
            case Node.Box(int position, boolean isSingle) -> number(position, isSingle);
            case Node.WholeArray(Object array) -> met(node, wholeArray(array));
            case Node.Doubles(double[] array, int first) ->
                    met(node, Arrays.copyOfRange(numbers, first, first + array.length));
            case Node.Floats(float[] array, int first) -> {
                float[] copy = new float[array.length];
                for (int i = 0; i < copy.length; i++) {
                    copy[i] = (float) numbers[first + i];
                }
                yield met(node, copy);
            }
            case Node.Parts parts -> parts(parts);
        };
    }

    private Object number(int position, boolean isSingle) {
        if (isSingle) {
            return (float) numbers[position];
        }
        return numbers[position];
    }

    private static Object wholeArray(Object array) {
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().componentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        return copy;
    }

    private Object parts(Node.Parts parts) {
        return switch (parts.kind) {
            case ARRAY -> array(parts);
            case RECORD -> met(parts, Fields.record(parts.holder.getClass(), copies(parts)));
            case LIST -> met(parts, list(parts));
            case MAP -> met(parts, map(parts));
            case OBJECT -> object(parts);
            case NUMBER, DOUBLES, FLOATS, WHOLE_ARRAY, CONSTANT -> throw new AssertionError(parts.kind);
        };
    }

    private Object array(Node.Parts parts) {
        @Nullable Object[] copy =
                (@Nullable Object[]) Array.newInstance(parts.holder.getClass().componentType(), parts.parts.size());
        made.put(parts, copy);
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copy(parts.parts.get(i).node());
        }
        return copy;
    }

    private Object object(Node.Parts parts) {
        Object copy = Fields.allocate(parts.holder.getClass());
        made.put(parts, copy);
        for (Node.Part part : parts.parts) {
            Fields.set(copy, (Field) part.key(), copy(part.node()));
        }
        return copy;
    }

    private List<@Nullable Object> copies(Node.Parts parts) {
        List<@Nullable Object> copies = new ArrayList<>();
        for (Node.Part part : parts.parts) {
            copies.add(copy(part.node()));
        }
        return copies;
    }

    @SuppressWarnings("JdkObsolete") // what the author has chosen
    private Object list(Node.Parts parts) {
        List<@Nullable Object> copies = copies(parts);
        return switch (parts.holder) {
            case ArrayList<?> list -> copies;
            case LinkedList<?> list -> new LinkedList<>(copies);
            case Object list when list.getClass().getName().startsWith("java.util.Arrays$") ->
                    Arrays.asList(copies.toArray());
            default -> isModifiable ? copies : Collections.unmodifiableList(copies);
        };
    }

    private Object map(Node.Parts parts) {
        Map<Object, @Nullable Object> copy =
                parts.holder instanceof TreeMap<?, ?> sorted ? sorted(sorted) : new LinkedHashMap<>();
        for (Node.Part part : parts.parts) {
            copy.put(part.key(), copy(part.node()));
        }
        boolean isImmutable = parts.holder.getClass().getName().startsWith("java.util.ImmutableCollections");
        return isImmutable && !isModifiable ? Collections.unmodifiableMap(copy) : copy;
    }

    @SuppressWarnings("unchecked") // the comparator is that of these very keys
    private static Map<Object, @Nullable Object> sorted(SortedMap<?, ?> original) {
        return new TreeMap<>((java.util.Comparator<Object>) original.comparator());
    }

    private Object met(Node node, Object copy) {
        made.put(node, copy);
        return copy;
    }
}
