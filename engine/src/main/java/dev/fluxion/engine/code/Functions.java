package dev.fluxion.engine.code;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** Types of functions. */
public final class Functions {

    private Functions() {}

    /** Returns whether a type is a functional interface whose method gives something else than a whole number. */
    public static boolean isFunction(Class<?> type) {
        if (!type.isAnnotationPresent(FunctionalInterface.class)) {
            return false;
        }
        for (Method method : type.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers()) && !isOfObject(method)) {
                Class<?> result = method.getReturnType();
                return result == void.class || result == double.class || result == float.class || !result.isPrimitive();
            }
        }
        return false;
    }

    private static boolean isOfObject(Method method) {
        return switch (method.getName()) {
            case "equals" -> method.getParameterCount() == 1;
            case "hashCode", "toString" -> method.getParameterCount() == 0;
            default -> false;
        };
    }
}
