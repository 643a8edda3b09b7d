package dev.fluxion.testkit.rules.declared;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.RuleProvider;
import dev.fluxion.rule.Rules;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The rules of some classes, to be asked by method and arguments. */
public final class RuleSet {

    private final List<RuleMethod> rules = new ArrayList<>();

    /**
     * Reads classes of rules.
     *
     * @throws NotDifferentiableException if one has no {@link Rules}
     */
    public RuleSet(List<Class<?>> classes) {
        for (Class<?> holder : classes) {
            requireRules(holder);
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

    /**
     * Reads classes of rules that were not named by a provider.
     *
     * @throws NotDifferentiableException if one has no {@link Rules}, or is that of a provider with more to say
     */
    public static RuleSet ofClasses(List<Class<?>> classes) {
        for (Class<?> holder : classes) {
            requireNoProvider(holder);
        }
        return new RuleSet(classes);
    }

    private static void requireRules(Class<?> holder) {
        if (holder.getAnnotation(Rules.class) == null) {
            throw misfit(
                    "the class " + holder.getName() + " holds no rules",
                    "it has no @Rules, which says for which classes its rules are",
                    "@Rules(of = ...) on it");
        }
    }

    private static void requireNoProvider(Class<?> holder) {
        if (!RuleProvider.class.isAssignableFrom(holder)) {
            return;
        }
        for (Method method : holder.getMethods()) {
            boolean isOfProviders = method.getName().equals("ruleClasses") || method.getName().equals("tangentTypes");
            if (isOfProviders && method.getParameterCount() == 0 && method.getDeclaringClass() != RuleProvider.class) {
                String name = holder.getCanonicalName();
                throw misfit(
                        "the class " + holder.getName() + " is that of a provider",
                        "what its ruleClasses() and tangentTypes() return is not asked of a class",
                        "RuleTester.of(new " + (name == null ? holder.getName() : name) + "())");
            }
        }
    }

    private static NotDifferentiableException misfit(String what, String why, String remedy) {
        return new NotDifferentiableException(Diagnostic.of(ErrorId.RULE_SIGNATURE, what, why, remedy));
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
