package dev.fluxion.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/**
 * Where the numbers of an object lie in its shadow: one place for each floating instance field, those of the superclass
 * first, those of one class by name.
 */
public final class ShadowLayout {

    private static final ClassValue<ShadowLayout> LAYOUTS =
            new ClassValue<>() {
                @Override
                protected ShadowLayout computeValue(Class<?> type) {
                    return new ShadowLayout(type);
                }
            };

    private final int first;
    private final String[] names;

    private ShadowLayout(Class<?> type) {
        Class<?> parent = type.getSuperclass();
        first = parent == null ? 0 : size(parent);
        Field[] fields = type.getDeclaredFields();
        String[] found = new String[fields.length];
        int count = 0;
        for (Field field : fields) {
            boolean isNumber = field.getType() == double.class || field.getType() == float.class;
            if (isNumber && !Modifier.isStatic(field.getModifiers())) {
                found[count++] = field.getName();
            }
        }
        names = Arrays.copyOf(found, count);
        Arrays.sort(names);
    }

    /**
     * Returns the place of a field's number in the shadow of an object.
     *
     * @param declaring the class that declares the field
     * @param field the name of a floating instance field
     * @throws IllegalArgumentException if there is no such field
     */
    public static int slot(Class<?> declaring, String field) {
        ShadowLayout layout = LAYOUTS.get(declaring);
        int index = Arrays.binarySearch(layout.names, field);
        if (index < 0) {
            throw new IllegalArgumentException("no floating field " + field + " in " + declaring.getName());
        }
        return layout.first + index;
    }

    /** Returns the length of the shadow of an object of exactly that class. */
    public static int size(Class<?> type) {
        ShadowLayout layout = LAYOUTS.get(type);
        return layout.first + layout.names.length;
    }
}
