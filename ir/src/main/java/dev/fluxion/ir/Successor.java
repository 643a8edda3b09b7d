package dev.fluxion.ir;

import java.util.List;

/**
 * An edge to a block, with the values that its parameters take, all at the same time (a parallel copy).
 *
 * @param target the block that is entered
 * @param arguments one for each of its parameters
 */
public record Successor(Label target, List<Value> arguments) {

    /** Copies the arguments in. */
    public Successor {
        arguments = List.copyOf(arguments);
    }
}
