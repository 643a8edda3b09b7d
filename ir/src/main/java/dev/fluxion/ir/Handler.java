package dev.fluxion.ir;

import dev.fluxion.ir.type.ClassType;

import java.util.List;

/**
 * An exceptional edge: where control goes when anything in the block throws.
 *
 * <p>The handler block's first parameter is the exception; the others take {@code arguments}, which must be defined
 * before the protected block is entered (in a dominating block, or as one of its own parameters), so that they have one
 * value wherever in the block the exception arises.
 *
 * @param type which exceptions are caught; {@link ClassType#THROWABLE} for all
 * @param target the handler block
 * @param arguments the values for its parameters after the first
 */
public record Handler(ClassType type, Label target, List<Value> arguments) {

    /** Copies the arguments in. */
    public Handler {
        arguments = List.copyOf(arguments);
    }
}
