package dev.fluxion.engine.access;

import dev.fluxion.engine.access.MemberTable.Member;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;

/**
 * The members of the JDK's own classes, by reflection: all that they mention is there, and the class files of some,
 * such as {@code Math}, take many times longer to read.
 */
final class JdkMembers {

    private JdkMembers() {}

    /** Returns whether the class is one of the JDK's core, which the boot loader has loaded. */
    static boolean hold(Class<?> type) {
        return type.getClassLoader() == null;
    }

    /** Returns the method that the class itself declares, or null. */
    static @Nullable Member method(Class<?> type, String name, String descriptor) {
        if (name.equals("<init>")) {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (descriptor.equals(descriptor(constructor.getParameterTypes(), void.class))) {
                    return new Member(type, constructor.getModifiers());
                }
            }
            return null;
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals(name)
                    && descriptor.equals(descriptor(method.getParameterTypes(), method.getReturnType()))) {
                return new Member(type, method.getModifiers());
            }
        }
        return null;
    }

    /** Returns whether the class itself declares a method of those parameters. */
    static boolean hasMethod(Class<?> type, String name, String parameters) {
        if (name.equals("<init>")) {
            return method(type, name, parameters + "V") != null;
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals(name)
                    && descriptor(method.getParameterTypes(), method.getReturnType()).startsWith(parameters)) {
                return true;
            }
        }
        return false;
    }

    /** Returns {@code name(parameters)result} of all methods and constructors that the class itself declares. */
    static Set<String> methods(Class<?> type) {
        Set<String> all = new HashSet<>();
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            all.add("<init>" + descriptor(constructor.getParameterTypes(), void.class));
        }
        for (Method method : type.getDeclaredMethods()) {
            all.add(method.getName() + descriptor(method.getParameterTypes(), method.getReturnType()));
        }
        return all;
    }

    /** Returns whether every descriptor fits the method: those of method handles and variable handles (JVMS 2.9.3). */
    static boolean isSignaturePolymorphic(Class<?> owner, String name) {
        if (owner != MethodHandle.class && owner != VarHandle.class) {
            return false;
        }
        for (Method method : owner.getDeclaredMethods()) {
            if (method.getName().equals(name) && method.isVarArgs() && Modifier.isNative(method.getModifiers())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the field that the class itself declares, or null. */
    static @Nullable Member field(Class<?> type, String name, String descriptor) {
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals(name) && field.getType().descriptorString().equals(descriptor)) {
                return new Member(type, field.getModifiers());
            }
        }
        return null;
    }

    private static String descriptor(Class<?>[] parameters, Class<?> result) {
        StringBuilder text = new StringBuilder("(");
        for (Class<?> parameter : parameters) {
            text.append(parameter.descriptorString());
        }
        return text.append(')').append(result.descriptorString()).toString();
    }
}
