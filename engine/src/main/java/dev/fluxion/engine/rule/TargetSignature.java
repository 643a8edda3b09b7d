package dev.fluxion.engine.rule;

import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;

import java.util.List;

/**
 * The method that a rule is for, as far as the rule's own parameters tell.
 *
 * @param name the method's name
 * @param arguments its parameters, a receiver included
 * @param result the descriptor of its result, {@code V} for none
 */
record TargetSignature(String name, List<Type> arguments, String result) {

    /** Copies the list in. */
    TargetSignature {
        arguments = List.copyOf(arguments);
    }

    /** The method that has all parameters and the result of {@code method}. */
    static TargetSignature like(String name, MethodRef method) {
        String result = method.descriptor().substring(method.descriptor().indexOf(')') + 1);
        return new TargetSignature(name, method.parameterTypes(), result);
    }

    /**
     * Returns what the method's name and descriptor may be in a class: those of a static method, and those of an
     * instance method where the first argument may be the receiver.
     */
    List<String> in(String target) {
        String receiver = target.startsWith("[") ? target : "L" + target + ";";
        if (arguments.isEmpty() || !arguments.getFirst().descriptor().equals(receiver)) {
            return List.of(toString());
        }
        return List.of(toString(), text(arguments.subList(1, arguments.size())));
    }

    private String text(List<Type> parameters) {
        StringBuilder text = new StringBuilder(name).append('(');
        for (Type parameter : parameters) {
            text.append(parameter.descriptor());
        }
        return text.append(')').append(result).toString();
    }

    /** Returns name and descriptor of a static method. */
    @Override
    public String toString() {
        return text(arguments);
    }
}
