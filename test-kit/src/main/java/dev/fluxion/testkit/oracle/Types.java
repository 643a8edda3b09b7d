package dev.fluxion.testkit.oracle;

import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The classes of the program: which there are, what they inherit, which method a call means. */
final class Types {

    private final @Nullable ClassLoader loader;
    private final Map<String, Class<?>> classes = new HashMap<>();
    private final Map<String, MethodRef> resolved = new HashMap<>();

    Types(@Nullable ClassLoader loader) {
        this.loader = loader;
    }

    /** Returns the class of an internal name or array descriptor. */
    Class<?> of(String internalName) {
        return classes.computeIfAbsent(
                internalName, name -> of(name.startsWith("[") ? Type.of(name) : new ClassType(name)));
    }

    private Class<?> of(Type type) {
        try {
            return MethodType.fromMethodDescriptorString("()" + type.descriptor(), loader).returnType();
        } catch (TypeNotPresentException absent) {
            throw new OracleException("no class " + type, absent);
        }
    }

    /** Returns whether the class belongs to the program, rather than to the JDK. */
    static boolean isOurs(Class<?> type) {
        return type.getClassLoader() != null && !type.getClassLoader().equals(ClassLoader.getPlatformClassLoader());
    }

    /** Returns the class of what a value refers to. */
    Class<?> classOf(Object reference) {
        return switch (reference) {
            case HeapObject object -> object.type;
            case HeapArray array -> of(array.type.internalName());
            case Closure closure -> closure.type();
            case String text -> String.class;
            default -> throw new OracleException("no reference: " + reference);
        };
    }

    /** Returns whether a reference is null or of a type. */
    boolean fits(@Nullable Object reference, Type type) {
        return reference == null
                || of(type instanceof ArrayType array ? array.internalName() : ((ClassType) type).internalName())
                        .isAssignableFrom(classOf(reference));
    }

    /** Returns the field's name, with the class that declares it. */
    String key(FieldRef field) {
        Class<?> owner = of(field.owner());
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            for (java.lang.reflect.Field declared : type.getDeclaredFields()) {
                if (declared.getName().equals(field.name())) {
                    return type.getName() + "." + field.name();
                }
            }
        }
        return owner.getName() + "." + field.name();
    }

    /** Returns the method that a call on an object of a class means, with the class that declares it. */
    MethodRef resolve(Class<?> type, MethodRef method) {
        return resolved.computeIfAbsent(
                type.getName() + "." + method.name() + method.descriptor(), key -> search(type, method));
    }

    /** Returns whether the method is one that its owner declares as private. */
    boolean isPrivate(MethodRef method) {
        for (Method declared : of(method.owner()).getDeclaredMethods()) {
            if (declared.getName().equals(method.name()) && descriptor(declared).equals(method.descriptor())) {
                return Modifier.isPrivate(declared.getModifiers());
            }
        }
        return false;
    }

    private static String descriptor(Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes()).toMethodDescriptorString();
    }

    private static MethodRef search(Class<?> type, MethodRef method) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (declares(at, method)) {
                return reference(at, method);
            }
        }
        Deque<Class<?>> queue = new ArrayDeque<>();
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            queue.add(at);
        }
        MethodRef found = null;
        Class<?> holder = null;
        while (!queue.isEmpty()) {
            Class<?> at = queue.removeFirst();
            if (at.isInterface() && declares(at, method) && (holder == null || holder.isAssignableFrom(at))) {
                holder = at;
                found = reference(at, method);
            }
            queue.addAll(java.util.List.of(at.getInterfaces()));
        }
        if (found == null) {
            throw new OracleException("no method " + method + " in " + type.getName());
        }
        return found;
    }

    private static MethodRef reference(Class<?> type, MethodRef method) {
        return new MethodRef(type.getName().replace('.', '/'), method.name(), method.descriptor(), type.isInterface());
    }

    private static boolean declares(Class<?> type, MethodRef method) {
        if (method.name().equals("<init>") || method.name().equals("<clinit>")) {
            return true;
        }
        for (Method declared : type.getDeclaredMethods()) {
            if (declared.getName().equals(method.name())
                    && !Modifier.isAbstract(declared.getModifiers())
                    && descriptor(declared).equals(method.descriptor())) {
                return true;
            }
        }
        return false;
    }
}
