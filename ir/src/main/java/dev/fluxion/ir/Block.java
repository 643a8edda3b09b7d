package dev.fluxion.ir;

import java.util.List;

/**
 * Statements that run one after the other, entered only at the top.
 *
 * @param label its name
 * @param parameters what the edges that lead here pass (instead of phi nodes)
 * @param statements what it does
 * @param terminator how it ends
 * @param position where its terminator comes from
 * @param handlers where an exception in it goes, the first that fits; none: out of the function
 */
public record Block(
        Label label,
        List<Variable> parameters,
        List<Statement> statements,
        Terminator terminator,
        Position position,
        List<Handler> handlers) {

    /** Copies the lists in. */
    public Block {
        parameters = List.copyOf(parameters);
        statements = List.copyOf(statements);
        handlers = List.copyOf(handlers);
    }

    /** Returns this block with other statements. */
    public Block withStatements(List<Statement> others) {
        return new Block(label, parameters, others, terminator, position, handlers);
    }

    /** Returns this block with another end. */
    public Block withTerminator(Terminator other) {
        return new Block(label, parameters, statements, other, position, handlers);
    }

    /** Returns this block with other parameters. */
    public Block withParameters(List<Variable> others) {
        return new Block(label, others, statements, terminator, position, handlers);
    }
}
