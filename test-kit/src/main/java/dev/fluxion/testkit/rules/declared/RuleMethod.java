package dev.fluxion.testkit.rules.declared;

import dev.fluxion.rule.Forward;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Reverse;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/**
 * A rule.
 *
 * @param method the marked method
 * @param form which of the four
 * @param of the name of the method that it is for
 * @param wrt the argument that a partial is for, else -1
 * @param writes the arguments that the method leaves numbers in, as a reverse rule says
 */
public record RuleMethod(Method method, Form form, String of, int wrt, List<Integer> writes) {

    /** The annotations. */
    public enum Form {
        PARTIAL,
        REVERSE,
        FORWARD,
        REPLACEMENT
    }

    /** Returns the rule that a method is, or null. */
    public static @Nullable RuleMethod of(Method method) {
        Partial partial = method.getAnnotation(Partial.class);
        if (partial != null) {
            return new RuleMethod(method, Form.PARTIAL, partial.of(), partial.wrt(), List.of());
        }
        Reverse reverse = method.getAnnotation(Reverse.class);
        if (reverse != null) {
            List<Integer> writes = Arrays.stream(reverse.writes()).boxed().toList();
            return new RuleMethod(method, Form.REVERSE, reverse.of(), -1, writes);
        }
        Replacement replacement = method.getAnnotation(Replacement.class);
        if (replacement != null) {
            return new RuleMethod(method, Form.REPLACEMENT, replacement.of(), -1, List.of());
        }
        Forward forward = method.getAnnotation(Forward.class);
        return forward == null ? null : new RuleMethod(method, Form.FORWARD, forward.of(), -1, List.of());
    }

    /** Returns how many arguments the method has that this is for, the receiver counted. */
    public int arity() {
        int parameters = method.getParameterCount();
        return switch (form) {
            case PARTIAL -> parameters - 1;
            case REVERSE, REPLACEMENT -> parameters;
            case FORWARD -> parameters / 2;
        };
    }

    /** Returns the types of the method's arguments, the receiver's first. */
    public Class<?>[] arguments() {
        return Arrays.copyOf(method.getParameterTypes(), Math.max(0, arity()));
    }

    /** Returns what the author calls the arguments, if that was compiled in. */
    public List<String> argumentNames() {
        return Arrays.stream(method.getParameters()).limit(Math.max(0, arity())).map(p -> p.getName()).toList();
    }

    @Override
    public String toString() {
        return Show.method(method);
    }
}
