package dev.fluxion.testkit.rules.declared;

import dev.fluxion.rule.Rules;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A method that a rule is for.
 *
 * @param executable the method or constructor
 * @param handle calls it, the receiver first
 */
public record Target(Executable executable, MethodHandle handle) {

    /** Returns the methods that a rule is for, one for each of its classes that has it. */
    public static List<Target> of(RuleMethod rule, MethodHandles.@Nullable Lookup lookup) {
        Class<?> holder = rule.method().getDeclaringClass();
        Rules rules = holder.getAnnotation(Rules.class);
        if (rules == null) {
            throw new IllegalArgumentException(holder.getName() + " is not marked with @Rules");
        }
        List<Target> found = new ArrayList<>();
        for (Class<?> owner : owners(rules, holder.getClassLoader())) {
            Executable executable = find(owner, rule.of(), rule.arguments());
            if (executable != null) {
                found.add(new Target(executable, Access.of(executable, lookup)));
            }
        }
        return found;
    }

    /**
     * Returns whether a pullback in place is given the cotangent of the value. Others are given the value, and find the
     * adjoints of what it leads to in memory: what counts is the type that the method declares.
     */
    public boolean returnsNumbers() {
        return executable instanceof Method method
                && (method.getReturnType() == double.class
                        || method.getReturnType() == float.class
                        || method.getReturnType() == double[].class
                        || method.getReturnType() == float[].class);
    }

    private static List<Class<?>> owners(Rules rules, @Nullable ClassLoader loader) {
        List<Class<?>> owners = new ArrayList<>(List.of(rules.of()));
        for (String name : rules.ofNames()) {
            try {
                owners.add(Class.forName(name, false, loader));
            } catch (ClassNotFoundException notThere) {
                // a rule for a library that is not used
            }
        }
        return owners;
    }

    private static @Nullable Executable find(Class<?> owner, String name, Class<?>[] arguments) {
        if (name.equals("<init>")) {
            for (Executable constructor : owner.getDeclaredConstructors()) {
                if (Arrays.equals(constructor.getParameterTypes(), arguments)) {
                    return constructor;
                }
            }
            return null;
        }
        Class<?>[] withoutReceiver =
                arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        for (Method method : owner.getDeclaredMethods()) {
            if (method.getName().equals(name) && !method.isSynthetic()) {
                boolean isStatic = Modifier.isStatic(method.getModifiers());
                boolean hasReceiver = !isStatic && arguments.length > 0 && arguments[0].isAssignableFrom(owner);
                if (isStatic && Arrays.equals(method.getParameterTypes(), arguments)
                        || hasReceiver && Arrays.equals(method.getParameterTypes(), withoutReceiver)) {
                    return method;
                }
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return Show.method(executable);
    }
}
