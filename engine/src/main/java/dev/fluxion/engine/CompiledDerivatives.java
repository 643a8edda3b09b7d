package dev.fluxion.engine;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Knows the classes of derivatives again, so that a derivative is a function like any other. What is known of a class
 * lives and dies with it.
 */
final class CompiledDerivatives {

    private static final ClassValue<Origin> ORIGINS =
            new ClassValue<>() {
                @Override
                protected Origin computeValue(Class<?> type) {
                    return new Origin();
                }
            };

    private CompiledDerivatives() {}

    /** Remembers what a class was compiled from. */
    static void remember(Compilation compilation) {
        ORIGINS.get(compilation.compiled().type()).compilation = compilation;
    }

    /** Returns what a class was compiled from, or null if it is no derivative. */
    static @Nullable Compilation of(Class<?> type) {
        return type.isHidden() ? ORIGINS.get(type).compilation : null;
    }

    /** Returns the captured values of an instance: its fields, in the order in which they are declared. */
    static Object[] captured(Compilation origin, Object instance) {
        List<@Nullable Object> values = new ArrayList<>();
        try {
            Lookup lookup = MethodHandles.privateLookupIn(instance.getClass(), origin.host().lookup());
            for (Field field : instance.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    values.add(lookup.unreflectGetter(field).invoke(instance));
                }
            }
        } catch (Error | RuntimeException thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new IllegalStateException("cannot read what a derivative has captured", thrown);
        }
        return values.toArray();
    }

    private static final class Origin {
        private volatile @Nullable Compilation compilation;
    }
}
