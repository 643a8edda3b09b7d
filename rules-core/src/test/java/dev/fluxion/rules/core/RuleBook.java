package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rules of this module, read by reflection. */
final class RuleBook {

    /** A partial rule applied to one method. */
    record Entry(Method rule, Method target, int wrt, boolean strongZero) {

        double value(Object... arguments) {
            return number(invoke(target, arguments));
        }

        double partial(Object... arguments) {
            Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
            all[arguments.length] = invoke(target, arguments);
            return number(invoke(rule, all));
        }

        @Override
        public String toString() {
            return target.getDeclaringClass().getSimpleName()
                    + "."
                    + target.getName()
                    + Arrays.toString(target.getParameterTypes())
                    + " wrt "
                    + wrt;
        }
    }

    /** All partial rules, one entry for each class that they are for. */
    static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Class<?> rules : new CoreRules().ruleClasses()) {
            for (Method rule : rules.getDeclaredMethods()) {
                Partial partial = rule.getAnnotation(Partial.class);
                if (partial == null) {
                    continue;
                }
                for (Class<?> owner : rules.getAnnotation(Rules.class).of()) {
                    Class<?>[] parameters = rule.getParameterTypes();
                    Class<?>[] arguments = Arrays.copyOf(parameters, parameters.length - 1);
                    Method target = method(owner, partial.of(), arguments);
                    entries.add(new Entry(rule, target, partial.wrt(), partial.strongZero()));
                }
            }
        }
        return entries;
    }

    /** The rule for a method of Math. */
    static Entry math(String name, int wrt, Class<?>... parameters) {
        return rule(Math.class, name, wrt, parameters);
    }

    /** The rule for a method of a class. */
    static Entry rule(Class<?> owner, String name, int wrt, Class<?>... parameters) {
        Method target = method(owner, name, parameters);
        return entries().stream()
                .filter(entry -> entry.target().equals(target) && entry.wrt() == wrt)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule for " + name + " wrt " + wrt));
    }

    /** Whether a rule says that no derivative flows through the method; a partial goes first. */
    static boolean isNonDifferentiable(Method target) {
        if (entries().stream().anyMatch(entry -> entry.target().equals(target))) {
            return false;
        }
        for (Class<?> rules : new CoreRules().ruleClasses()) {
            NonDifferentiable mark = rules.getAnnotation(NonDifferentiable.class);
            if (mark == null || !List.of(rules.getAnnotation(Rules.class).of()).contains(target.getDeclaringClass())) {
                continue;
            }
            List<String> names = List.of(mark.of());
            String described =
                    target.getName()
                            + MethodType.methodType(target.getReturnType(), target.getParameterTypes())
                                    .descriptorString();
            if (names.isEmpty() || names.contains(target.getName()) || names.contains(described)) {
                return true;
            }
        }
        return false;
    }

    static Object invoke(Method method, Object... arguments) {
        try {
            return method.invoke(null, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError(method + Arrays.toString(arguments), e);
        }
    }

    private static Method method(Class<?> owner, String name, Class<?>... parameters) {
        try {
            Method method = owner.getDeclaredMethod(name, parameters);
            if (!Modifier.isStatic(method.getModifiers())) {
                throw new AssertionError(method + " is not static");
            }
            return method;
        } catch (NoSuchMethodException e) {
            throw new AssertionError("a rule for a method that is not there", e);
        }
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private RuleBook() {}
}
