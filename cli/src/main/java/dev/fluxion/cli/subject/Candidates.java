package dev.fluxion.cli.subject;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** The methods of some classes that return a number and depend on one, and the one of them that is meant. */
final class Candidates {

    private Candidates() {}

    /**
     * Returns the method of that name; without one the only method, or the only static one, or the only one that is not
     * private.
     *
     * @throws Complaint if there is none, or more than one
     */
    static Method choose(String place, List<Class<?>> classes, @Nullable String name) {
        List<Method> all = new ArrayList<>();
        boolean named = false;
        for (Class<?> type : classes) {
            for (Method method : type.getDeclaredMethods()) {
                if (name == null || method.getName().equals(name)) {
                    named = true;
                    if (!method.isSynthetic() && fits(method)) {
                        all.add(method);
                    }
                }
            }
        }
        if (all.isEmpty()) {
            throw Complaint.usage(
                    named && name != null
                            ? name
                                    + " in "
                                    + place
                                    + " does not fit: a method that can be differentiated here takes doubles, floats"
                                    + " or double[], besides them whole numbers and booleans, and returns a double or"
                                    + " a float"
                            : "there is no method " + (name == null ? "of doubles" : name) + " in " + place);
        }
        List<Method> left = narrowed(all);
        if (left.size() > 1) {
            throw Complaint.usage(several(place, left, name));
        }
        return left.getFirst();
    }

    private static List<Method> narrowed(List<Method> all) {
        List<Method> left = preferring(Modifier.STATIC, true, all);
        return preferring(Modifier.PRIVATE, false, left);
    }

    private static List<Method> preferring(int modifier, boolean set, List<Method> methods) {
        List<Method> preferred = new ArrayList<>();
        for (Method method : methods) {
            if ((method.getModifiers() & modifier) != 0 == set) {
                preferred.add(method);
            }
        }
        return preferred.isEmpty() ? methods : preferred;
    }

    private static boolean fits(Method method) {
        Class<?> result = method.getReturnType();
        if (result != double.class && result != float.class || Modifier.isAbstract(method.getModifiers())) {
            return false;
        }
        boolean active = false;
        for (Class<?> type : method.getParameterTypes()) {
            if (!type.isPrimitive() && type != double[].class) {
                return false;
            }
            active |= type == double.class || type == float.class || type == double[].class;
        }
        return active;
    }

    private static String several(String place, List<Method> methods, @Nullable String name) {
        StringBuilder text = new StringBuilder("several methods of ").append(place).append(" fit");
        if (name != null) {
            text.append(" the name ").append(name);
        }
        text.append(name == null ? "; add #name to say which:" : ":");
        List<String> lines = new ArrayList<>();
        for (Method method : methods) {
            lines.add(Target.signature(method, ParameterNames.of(method)));
        }
        lines.sort(null);
        for (String line : lines) {
            text.append("\n    ").append(line);
        }
        if (name != null) {
            text.append("\n(overloads cannot be told apart here: call the one you mean from a method of its own name)");
        }
        return text.toString();
    }
}
