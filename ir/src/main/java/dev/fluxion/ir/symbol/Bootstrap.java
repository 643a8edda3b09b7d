package dev.fluxion.ir.symbol;

import java.util.List;

/**
 * A call site or constant that a bootstrap method makes at run time.
 *
 * @param name the name given to the bootstrap method
 * @param descriptor method descriptor of the call site, or field descriptor of the dynamic constant
 * @param method the bootstrap method
 * @param arguments its static arguments: {@code Integer, Long, Float, Double, String}, {@link dev.fluxion.ir.type.Type}
 *     for a class literal, {@link HandleRef}, {@link MethodTypeRef}, or another {@code Bootstrap} for a nested dynamic
 *     constant
 */
public record Bootstrap(String name, String descriptor, HandleRef method, List<Object> arguments) {

    /** Copies the arguments in. */
    public Bootstrap {
        arguments = List.copyOf(arguments);
    }

    /** A method type constant. */
    public record MethodTypeRef(String descriptor) {}
}
