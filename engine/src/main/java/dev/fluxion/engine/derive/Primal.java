package dev.fluxion.engine.derive;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.type.Type;

import java.util.List;

/**
 * A function to differentiate: first what was captured, which is constant, then the arguments of its shape.
 *
 * @param function the function
 * @param program what it calls by {@code call}
 * @param captures the storage types of what was captured
 * @param arguments the storage types of its arguments
 */
public record Primal(Function function, Program program, List<Type> captures, List<Type> arguments) {

    /** Copies the lists in. */
    public Primal {
        captures = List.copyOf(captures);
        arguments = List.copyOf(arguments);
    }
}
