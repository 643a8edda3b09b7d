package dev.fluxion.testkit.rules.declared;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;

/** Handles of methods that need not be public. */
public final class Access {

    private Access() {}

    /**
     * Returns a handle that takes the receiver first and what is variable as one array, by the rights of the author's
     * lookup or by reflection.
     */
    public static MethodHandle of(Executable executable, MethodHandles.@Nullable Lookup lookup) {
        try {
            if (lookup == null) {
                ((AccessibleObject) executable).setAccessible(true);
            }
            MethodHandles.Lookup rights = lookup == null ? MethodHandles.publicLookup() : lookup;
            MethodHandle handle =
                    switch (executable) {
                        case Method method -> rights.unreflect(method);
                        case Constructor<?> constructor -> rights.unreflectConstructor(constructor);
                    };
            return handle.asFixedArity();
        } catch (InaccessibleObjectException | IllegalAccessException e) {
            String remedy =
                    lookup == null
                            ? "RuleTester.of(MethodHandles.lookup(), ...) in a test of the same package"
                            : "a lookup from the package of " + executable.getDeclaringClass().getName();
            throw new IllegalArgumentException("no access to " + executable + "; try: " + remedy, e);
        }
    }
}
