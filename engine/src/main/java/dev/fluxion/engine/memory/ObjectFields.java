package dev.fluxion.engine.memory;

import dev.fluxion.Differentiator;
import dev.fluxion.engine.access.Privilege;
import dev.fluxion.engine.cache.ClassCache;
import dev.fluxion.runtime.Linker;
import dev.fluxion.runtime.Shadows;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * The instance fields of classes that are not the JDK's, as far as the engine may read them. Thread safe.
 *
 * <p>What belongs to the running of derivatives has none: it is no memory of the program.
 */
public final class ObjectFields {

    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
    private static final MethodType SETTER = MethodType.methodType(void.class, Object.class, Object.class);
    private static final Class<?>[] OWN = {Differentiator.class, Linker.class, Shadows.class};

    private final @Nullable Lookup given;
    private final ClassCache<String, List<Slot>> known = new ClassCache<>();

    /**
     * Makes an empty set.
     *
     * @param given a lookup that the user handed over, if any
     */
    public ObjectFields(@Nullable Lookup given) {
        this.given = given;
    }

    /**
     * A field.
     *
     * @param getter reads it, {@code (Object)Object}
     * @param setter writes it, {@code (Object,Object)void}; null if it is final
     * @param isPrimitive whether what it reads is boxed for that
     */
    record Slot(MethodHandle getter, @Nullable MethodHandle setter, boolean isPrimitive) {

        @Nullable Object read(Object object) {
            try {
                return getter.invokeExact(object);
            } catch (Error | RuntimeException thrown) {
                throw thrown;
            } catch (Throwable thrown) {
                throw new IllegalStateException("cannot read a field of " + object.getClass(), thrown);
            }
        }

        void write(Object object, @Nullable Object value) {
            if (setter == null) {
                return;
            }
            try {
                setter.invokeExact(object, value);
            } catch (Error | RuntimeException thrown) {
                throw thrown;
            } catch (Throwable thrown) {
                throw new IllegalStateException("cannot write a field of " + object.getClass(), thrown);
            }
        }
    }

    /** Returns the fields of objects of exactly this class, those of superclasses last. */
    List<Slot> of(Class<?> type) {
        return known.get(type, "fields", () -> find(type));
    }

    /** Returns whether a class is one of the JDK's. */
    static boolean isOfTheJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader.equals(ClassLoader.getPlatformClassLoader());
    }

    private List<Slot> find(Class<?> type) {
        for (Class<?> own : OWN) {
            if (own.isAssignableFrom(type)) {
                return List.of();
            }
        }
        List<Slot> slots = new ArrayList<>();
        for (Class<?> at = type; at != null && !isOfTheJdk(at); at = at.getSuperclass()) {
            Lookup lookup = Privilege.on(at, given);
            if (lookup == null) {
                continue;
            }
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    slots.add(slot(lookup, field));
                }
            }
        }
        return List.copyOf(slots);
    }

    private static Slot slot(Lookup lookup, Field field) {
        try {
            boolean isFinal = Modifier.isFinal(field.getModifiers());
            return new Slot(
                    lookup.unreflectGetter(field).asType(GETTER),
                    isFinal ? null : lookup.unreflectSetter(field).asType(SETTER),
                    field.getType().isPrimitive());
        } catch (IllegalAccessException refused) {
            throw new IllegalStateException("cannot access " + field + " with full privilege", refused);
        }
    }
}
