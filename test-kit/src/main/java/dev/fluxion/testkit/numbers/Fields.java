package dev.fluxion.testkit.numbers;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** Instance fields by reflection, and objects made without their constructor. */
final class Fields {

    private Fields() {}

    /** Returns the instance fields of a class, those of superclasses first; without those that javac adds. */
    static List<Field> of(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        Class<?> parent = type.getSuperclass();
        if (parent != null) {
            fields.addAll(of(parent));
        }
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                open(field);
                fields.add(field);
            }
        }
        return fields;
    }

    static @Nullable Object get(Object holder, Field field) {
        try {
            return field.get(holder);
        } catch (IllegalAccessException e) {
            throw notOpen(field, e);
        }
    }

    static void set(Object holder, Field field, @Nullable Object value) {
        try {
            field.set(holder, value);
        } catch (IllegalAccessException e) {
            throw notOpen(field, e);
        }
    }

    /** Makes a record by its canonical constructor. */
    static Object record(Class<?> type, List<@Nullable Object> components) {
        RecordComponent[] declared = type.getRecordComponents();
        Class<?>[] types = new Class<?>[declared.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = declared[i].getType();
        }
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(components.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no " + type.getName() + " can be made of " + components, e);
        }
    }

    /** Makes an object on which no constructor has run, by {@code Unsafe.allocateInstance} of jdk.unsupported. */
    static Object allocate(Class<?> type) {
        try {
            return Allocator.HANDLE.invoke(type);
        } catch (Throwable e) {
            throw new IllegalStateException("a " + type.getName() + " cannot be copied", e);
        }
    }

    private static void open(Field field) {
        try {
            field.setAccessible(true);
        } catch (InaccessibleObjectException e) {
            throw notOpen(field, e);
        }
    }

    private static IllegalStateException notOpen(Field field, Exception cause) {
        String name = field.getDeclaringClass().getPackageName();
        return new IllegalStateException(
                field + " cannot be read or copied; try: opens " + name + " to dev.fluxion.testkit", cause);
    }

    private static final class Allocator {
        static final MethodHandle HANDLE = find();

        private static MethodHandle find() {
            try {
                Class<?> unsafe = Class.forName("sun.misc.Unsafe");
                Field instance = unsafe.getDeclaredField("theUnsafe");
                instance.setAccessible(true);
                return MethodHandles.publicLookup()
                        .findVirtual(unsafe, "allocateInstance", MethodType.methodType(Object.class, Class.class))
                        .bindTo(instance.get(null));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("objects can be copied only with the module jdk.unsupported", e);
            }
        }
    }
}
