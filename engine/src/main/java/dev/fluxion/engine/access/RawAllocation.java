package dev.fluxion.engine.access;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/** Makes objects on which no constructor has run, by {@code Unsafe.allocateInstance} of module jdk.unsupported. */
final class RawAllocation {

    private static final class Allocator {
        static final @Nullable MethodHandle HANDLE = find();

        private static @Nullable MethodHandle find() {
            try {
                Class<?> unsafe = Class.forName("sun.misc.Unsafe");
                Field instance = unsafe.getDeclaredField("theUnsafe");
                instance.setAccessible(true);
                return MethodHandles.publicLookup()
                        .findVirtual(unsafe, "allocateInstance", MethodType.methodType(Object.class, Class.class))
                        .bindTo(instance.get(null));
            } catch (ReflectiveOperationException | RuntimeException notThere) {
                return null; // an image of the JDK without that module
            }
        }
    }

    private RawAllocation() {}

    /** Returns whether this JVM has a way. */
    static boolean isPossible() {
        return Allocator.HANDLE != null;
    }

    /** Returns a handle of {@code () -> C}. It initialises the class where that has not happened yet. */
    static MethodHandle of(Class<?> type) {
        MethodHandle allocate = Allocator.HANDLE;
        if (allocate == null) {
            throw new IllegalStateException("no way to allocate a " + type.getName());
        }
        return allocate.bindTo(type).asType(MethodType.methodType(type));
    }
}
