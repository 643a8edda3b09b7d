package dev.fluxion.backend.cpu.schedule;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * A function whose statements are grouped into expression trees: the roots run in order, and a root computes the values
 * that were put in its place on the operand stack, from left to right.
 *
 * @param function the function, every block of it reachable
 * @param roots the statements of each block that are not part of a later one's tree
 * @param inPlace the statement that computes a variable in the place of its only use
 * @param uses how often each variable is used
 */
public record Schedule(
        Function function, Map<Label, List<Statement>> roots, Map<Variable, Statement> inPlace, UseCounts uses) {

    /** Returns the statements of the block that are not part of a later one's tree. */
    public List<Statement> rootsOf(Block block) {
        List<Statement> of = roots.get(block.label());
        if (of == null) {
            throw new IllegalArgumentException("not a block of this function: " + block.label());
        }
        return of;
    }

    /** Returns the statement that computes the value where it is used, or null for a constant or a value in a slot. */
    public @Nullable Statement inPlaceOf(Value value) {
        return value instanceof Variable variable ? inPlace.get(variable) : null;
    }

    /** Returns whether the variable needs a slot: it is used, but not computed in place. */
    public boolean needsSlot(Variable variable) {
        return uses.of(variable) > 0 && !inPlace.containsKey(variable);
    }
}
