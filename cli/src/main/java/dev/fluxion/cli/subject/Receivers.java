package dev.fluxion.cli.subject;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** Finds an object to call an instance method on: a constant of its class, or a fresh object. */
final class Receivers {

    /** An object, and how it was found. */
    record Receiver(@Nullable Object object, String name) {}

    private Receivers() {}

    /**
     * Returns the object.
     *
     * @param field the name of the static field that holds it, or null
     * @throws Complaint if there is none
     */
    static Receiver find(Method method, @Nullable String field) {
        Class<?> type = method.getDeclaringClass();
        if (Modifier.isStatic(method.getModifiers())) {
            return new Receiver(null, "");
        }
        try {
            Field constant = constant(type, field);
            if (constant != null) {
                constant.setAccessible(true);
                return new Receiver(constant.get(null), type.getSimpleName() + "." + constant.getName());
            }
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return new Receiver(constructor.newInstance(), "new " + type.getSimpleName() + "()");
        } catch (InvocationTargetException e) {
            throw Complaint.failure("new " + type.getSimpleName() + "() threw " + e.getCause());
        } catch (ReflectiveOperationException e) {
            throw Complaint.usage(
                    method.getName()
                            + " is not static, and "
                            + type.getTypeName()
                            + " has neither one constant of its own type nor a constructor without parameters; name a"
                            + " static field with --receiver");
        }
    }

    private static @Nullable Field constant(Class<?> type, @Nullable String name) {
        Field found = null;
        for (Field field : type.getDeclaredFields()) {
            boolean fits =
                    name == null
                            ? Modifier.isStatic(field.getModifiers())
                                    && Modifier.isFinal(field.getModifiers())
                                    && field.getType() == type
                            : field.getName().equals(name) && type.isAssignableFrom(field.getType());
            if (fits && found != null) {
                throw Complaint.usage("several constants of " + type.getTypeName() + " fit; name one with --receiver");
            }
            found = fits ? field : found;
        }
        if (name != null && found == null) {
            throw Complaint.usage("there is no field " + name + " with a " + type.getTypeName() + " in it");
        }
        return found;
    }
}
