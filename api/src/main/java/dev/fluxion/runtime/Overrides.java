package dev.fluxion.runtime;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Iterator;
import java.util.Map;

/** Which classes of users change what inherited methods of the JDK do. */
public final class Overrides {

    private static final ClassValue<Boolean> KNOWN =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    return compute(type);
                }
            };

    /** The internal name of this class, by which emitted code calls {@link #check}. */
    public static final String NAME = "dev/fluxion/runtime/Overrides";

    /** The name of {@link #check}. */
    public static final String CHECK = "check";

    /** The descriptor of {@link #check}. */
    public static final String CHECK_DESCRIPTOR = "(Ljava/lang/Object;Ljava/lang/String;)V";

    private Overrides() {}

    /**
     * Code of the JDK may be given its own collections only: others may compute when they are looked through.
     *
     * @param argument what code of the JDK is given
     * @param called the method that it is given to, for the message
     * @throws NotDifferentiableException if it is a collection, map or iterator of another class
     */
    public static void check(@Nullable Object argument, String called) {
        if (!(argument instanceof Iterable || argument instanceof Map || argument instanceof Iterator)) {
            return;
        }
        Class<?> type = argument.getClass();
        if (type.getClassLoader() != null && ofJdk(type)) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.NO_RULE,
                            "cannot differentiate the call to " + called + ", given a " + type.getName(),
                            "code of the JDK calls that object's own methods, and cannot be looked into",
                            "a loop that adds the elements one by one"));
        }
    }

    /** Returns whether a class that is not of the JDK has a method of its own that code of the JDK may call. */
    public static boolean ofJdk(Class<?> type) {
        return KNOWN.get(type);
    }

    private static boolean compute(Class<?> type) {
        for (Class<?> each = type; each != null && each.getClassLoader() != null; each = each.getSuperclass()) {
            for (Method method : each.getDeclaredMethods()) {
                int flags = method.getModifiers();
                boolean isOwn = (flags & (Modifier.PRIVATE | Modifier.STATIC)) == 0 && !isOfObject(method);
                if (isOwn && isInJdk(each, method)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOfObject(Method method) {
        return switch (method.getName()) {
            case "equals", "hashCode", "toString" -> true;
            default -> false;
        };
    }

    private static boolean isInJdk(Class<?> type, Method method) {
        for (Class<?> each = type.getSuperclass(); each != null; each = each.getSuperclass()) {
            if (each.getClassLoader() == null && declares(each, method)) {
                return true;
            }
        }
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Class<?> parent : each.getInterfaces()) {
                if (isInInterface(parent, method)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isInInterface(Class<?> type, Method method) {
        if (type.getClassLoader() == null && declares(type, method)) {
            return true;
        }
        for (Class<?> parent : type.getInterfaces()) {
            if (isInInterface(parent, method)) {
                return true;
            }
        }
        return false;
    }

    /** By name and number of parameters only: generics may have changed their types. */
    private static boolean declares(Class<?> type, Method method) {
        for (Method other : type.getDeclaredMethods()) {
            if (other.getName().equals(method.getName())
                    && other.getParameterCount() == method.getParameterCount()
                    && (other.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0) {
                return true;
            }
        }
        return false;
    }
}
