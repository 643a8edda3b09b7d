package dev.fluxion.testkit.rules.declared;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The rules of some classes, to be asked by method and arguments. */
public final class RuleSet {

    private final List<Class<?>> classes;
    private final List<RuleMethod> rules = new ArrayList<>();

    public RuleSet(List<Class<?>> classes) {
        this.classes = List.copyOf(classes);
        for (Class<?> holder : classes) {
            Method[] methods = holder.getDeclaredMethods();
            Arrays.sort(methods, Comparator.comparing(Method::toString)); // the JVM gives them in any order
            for (Method method : methods) {
                RuleMethod rule = RuleMethod.of(method);
                if (rule != null) {
                    rules.add(rule);
                }
            }
        }
    }

    public List<Class<?>> classes() {
        return classes;
    }

    public List<RuleMethod> rules() {
        return rules;
    }

    /** Returns the rules of a form for the method that the arguments choose. */
    public List<RuleMethod> find(RuleMethod.Form form, String name, List<? extends @Nullable Object> arguments) {
        List<RuleMethod> found = new ArrayList<>();
        for (RuleMethod rule : rules) {
            if (rule.form() == form && rule.of().equals(name) && accepts(rule, arguments)) {
                requireStatic(rule);
                found.add(rule);
            }
        }
        return found;
    }

    /** Says that there are none such. */
    public IllegalArgumentException none(String form, String name, List<? extends @Nullable Object> arguments) {
        List<String> known = new ArrayList<>();
        for (RuleMethod rule : rules) {
            if (rule.of().equals(name)) {
                known.add(rule.toString());
            }
        }
        String among = known.isEmpty() ? "there is no rule for " + name : "there are " + String.join(", ", known);
        return new IllegalArgumentException(
                "no " + form + "(of = \"" + name + "\") takes (" + Show.values(arguments) + "); " + among);
    }

    private static void requireStatic(RuleMethod rule) {
        if (!Modifier.isStatic(rule.method().getModifiers())) {
            throw new AssertionError(
                    "the rule "
                            + rule
                            + ": it is not static\n    the receiver, if there is one, is the first parameter");
        }
    }

    private static boolean accepts(RuleMethod rule, List<? extends @Nullable Object> arguments) {
        Class<?>[] parameters = rule.arguments();
        boolean accepts = parameters.length == arguments.size();
        for (int i = 0; accepts && i < parameters.length; i++) {
            Object argument = arguments.get(i);
            accepts = argument == null ? !parameters[i].isPrimitive() : boxed(parameters[i]).isInstance(argument);
        }
        return accepts;
    }

    private static Class<?> boxed(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }
}
