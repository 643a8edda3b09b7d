package dev.fluxion.control;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies of numbers in memory, however deep. A derivative belongs to the object that a number lies in, by its identity;
 * a copy made where nobody looks has none.
 */
public final class ConstantCopy {

    private ConstantCopy() {}

    /**
     * Returns a copy of a value: boxes, arrays, records, lists and maps are new, and so are those that they lead to;
     * keys, texts, enums and other values of the JDK without numbers are the same. A list is copied to an {@link
     * ArrayList}, a map to a {@link LinkedHashMap}.
     *
     * @throws IllegalArgumentException for an object of another class, of which no copy can be made, and where a list
     *     or map is of a class that the copy would not be
     */
    public static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Double number -> fresh(number);
            case Float number -> fresh(number);
            case double[] array -> array.clone();
            case float[] array -> array.clone();
            case Object[] array -> ofArray(array);
            case Record fields -> ofRecord(fields);
            case List<?> list -> ofList(list);
            case Map<?, ?> map -> ofMap(map);
            case Enum<?> constant -> constant;
            case Object other when isConstant(other.getClass()) -> other;
            default ->
                    throw new IllegalArgumentException(
                            "cannot make a constant of an object of class "
                                    + value.getClass().getTypeName()
                                    + ": it has an identity of its own; try: the numbers that are to be constant, or a"
                                    + " record, array, list or map of them");
        };
    }

    @SuppressWarnings({"removal", "deprecation", "BoxedPrimitiveConstructor"}) // valueOf need not give a new box
    private static Object fresh(Double number) {
        return new Double(number);
    }

    @SuppressWarnings({"removal", "deprecation", "BoxedPrimitiveConstructor"})
    private static Object fresh(Float number) {
        return new Float(number);
    }

    private static Object ofArray(Object[] array) {
        @Nullable Object[] copy =
                (@Nullable Object[]) Array.newInstance(array.getClass().getComponentType(), array.length);
        for (int i = 0; i < copy.length; i++) {
            copy[i] = of(array[i]);
        }
        return copy;
    }

    private static Object ofList(List<?> list) {
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        for (Object element : list) {
            copy.add(of(element));
        }
        return copy;
    }

    private static Object ofMap(Map<?, ?> map) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            copy.put(entry.getKey(), of(entry.getValue()));
        }
        return copy;
    }

    private static Object ofRecord(Record fields) {
        RecordComponent[] components = fields.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new @Nullable Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                var accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                values[i] = of(accessor.invoke(fields));
            }
            Constructor<?> canonical = fields.getClass().getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException | RuntimeException failed) {
            throw new IllegalArgumentException(
                    "cannot copy a record of class " + fields.getClass().getTypeName() + ": " + failed, failed);
        }
    }

    /** Whether objects of a class are values of the JDK in which there are no numbers that vary. */
    private static boolean isConstant(Class<?> type) {
        return (type.isArray() && type.getComponentType().isPrimitive())
                || type == String.class
                || type == Boolean.class
                || type == Character.class
                || Number.class.isAssignableFrom(type) && type.getName().startsWith("java.lang.");
    }
}
