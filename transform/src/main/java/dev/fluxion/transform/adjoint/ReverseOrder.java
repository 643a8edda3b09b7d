package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which the statements of a block are reversed: backwards, but an array load as soon as the adjoint of its
 * result is complete, so that in {@code a[i] += x} it follows the store.
 *
 * <p>The reverses of loads only add to shadows, and so may change places with each other and with arithmetic, but not
 * with stores and calls.
 */
final class ReverseOrder {
    private final Set<Variable> usedElsewhere = new HashSet<>();

    ReverseOrder(Function function) {
        for (Block block : function.blocks()) {
            Set<Variable> mine = new HashSet<>();
            for (Statement statement : block.statements()) {
                mine.addAll(statement.results());
            }
            for (Statement statement : block.statements()) {
                for (Value value : statement.op().operands()) {
                    if (value instanceof Variable variable && !mine.contains(variable)) {
                        usedElsewhere.add(variable);
                    }
                }
            }
            noteAll(block.terminator().operands());
            if (block.terminator() instanceof Terminator.Return leave) {
                noteAll(leave.values());
            }
            for (var edge : block.terminator().successors()) {
                noteAll(edge.arguments());
            }
            for (var handler : block.handlers()) {
                noteAll(handler.arguments());
            }
        }
    }

    private void noteAll(List<Value> values) {
        for (Value value : values) {
            if (value instanceof Variable variable) {
                usedElsewhere.add(variable);
            }
        }
    }

    /** Returns whether only statements of the block that defines a variable use it. */
    boolean isLocal(Variable variable) {
        return !usedElsewhere.contains(variable);
    }

    /**
     * Returns the order.
     *
     * @param statements those of a block that are reversed
     * @param rules say which of them are loads and arithmetic
     */
    List<Statement> of(List<Statement> statements, ReverseRules rules) {
        Map<Variable, Integer> firstUse = new HashMap<>();
        List<List<Statement>> after = new ArrayList<>();
        int barrier = -1;
        for (int i = 0; i < statements.size(); i++) {
            after.add(List.of());
        }
        for (int i = statements.size() - 1; i >= 0; i--) {
            Statement statement = statements.get(i);
            int place = i;
            if (rules.isPlainLoad(statement) && firstUse.containsKey(statement.result())) {
                place = firstUse.get(statement.result());
                place = barrier < 0 ? place : Math.min(place, barrier);
            } else if (!rules.isArithmetic(statement) && !rules.isPlainLoad(statement)) {
                barrier = i;
            }
            after.set(place, with(after.get(place), statement, place == i));
            for (Value value : statement.op().operands()) {
                if (value instanceof Variable variable) {
                    firstUse.put(variable, i);
                }
            }
        }
        List<Statement> order = new ArrayList<>();
        Op.@Nullable ArrayStore last = null;
        for (int i = statements.size() - 1; i >= 0; i--) {
            if (statements.get(i).op() instanceof Op.ArrayStore store) {
                last = store;
            }
            order.addAll(sameElementFirst(after.get(i), last));
        }
        return order;
    }

    /** A statement comes before the loads that follow its reverse. */
    private static List<Statement> with(List<Statement> group, Statement statement, boolean isFirst) {
        List<Statement> more = new ArrayList<>(group);
        more.add(isFirst ? 0 : more.size(), statement);
        return more;
    }

    /** Lets the load of what the last store has overwritten come first of several loads. */
    private static List<Statement> sameElementFirst(List<Statement> group, Op.@Nullable ArrayStore last) {
        if (last == null || group.size() < 2) {
            return group;
        }
        List<Statement> sorted = new ArrayList<>();
        for (Statement statement : group) {
            boolean isSame =
                    !statement.equals(group.getFirst())
                            && statement.op() instanceof Op.ArrayLoad load
                            && load.array().equals(last.array())
                            && load.index().equals(last.index());
            sorted.add(isSame ? 1 : sorted.size(), statement);
        }
        return sorted;
    }
}
