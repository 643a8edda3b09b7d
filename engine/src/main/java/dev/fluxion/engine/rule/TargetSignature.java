package dev.fluxion.engine.rule;

import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The method that a rule is for, as far as the rule's own parameters tell.
 *
 * @param name the method's name
 * @param arguments its parameters, a receiver included
 * @param result the descriptor of its result, {@code V} for none; null if the rule does not tell
 */
record TargetSignature(String name, List<Type> arguments, @Nullable String result) {

    /** Copies the list in. */
    TargetSignature {
        arguments = List.copyOf(arguments);
    }

    /**
     * Returns what the method's name and parameters may be in a class, as {@code name(descriptors)}: those of a static
     * method, and those of an instance method where the first argument may be the receiver.
     */
    List<String> in(String target) {
        String receiver = target.startsWith("[") ? target : "L" + target + ";";
        if (arguments.isEmpty() || !arguments.getFirst().descriptor().equals(receiver)) {
            return List.of(text(arguments));
        }
        return List.of(text(arguments), text(arguments.subList(1, arguments.size())));
    }

    private String text(List<Type> parameters) {
        StringBuilder text = new StringBuilder(name).append('(');
        for (Type parameter : parameters) {
            text.append(parameter.descriptor());
        }
        return text.append(')').toString();
    }

    /** Returns name and descriptor of a static method. */
    @Override
    public String toString() {
        return result == null ? text(arguments) : text(arguments) + result;
    }
}
