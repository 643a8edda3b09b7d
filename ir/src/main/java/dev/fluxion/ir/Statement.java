package dev.fluxion.ir;

import dev.fluxion.ir.op.Op;

import java.util.List;

/**
 * One operation, with the variables that hold its results and its place in the source.
 *
 * @param results none for pure effects, one for most, several only for {@link Op.Call}
 * @param op what is done
 * @param position where it comes from
 */
public record Statement(List<Variable> results, Op op, Position position) {

    /** Copies the results in. */
    public Statement {
        results = List.copyOf(results);
    }

    /** Returns the only result. */
    public Variable result() {
        if (results.size() != 1) {
            throw new IllegalArgumentException("not one result but " + results.size() + ": " + op);
        }
        return results.getFirst();
    }
}
