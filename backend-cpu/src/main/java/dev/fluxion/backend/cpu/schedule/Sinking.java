package dev.fluxion.backend.cpu.schedule;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Moves the step of a loop variable to the end of the loop, so that old and new value are not needed at the same time
 * and can share a slot.
 *
 * <pre>{@code
 * ^loop(%i):                                  ^loop(%i):
 *   %next = add %i, 1                    =>     store %a, %i, ...
 *   store %a, %i, ...                           %next = add %i, 1
 *   br ^loop(%next)                             br ^loop(%next)
 * }</pre>
 *
 * <p>Only what computes and does nothing else is moved, and only if the edge is its one use and the parameter that it
 * becomes is one of its operands.
 */
final class Sinking {

    private final UseCounts uses;
    private final @Nullable Statement[] definitions;
    private final int[] positions;
    private final boolean[] moved;

    private Sinking(Function function, UseCounts uses) {
        this.uses = uses;
        int bound = UseCounts.variableBound(function);
        this.definitions = new @Nullable Statement[bound];
        this.positions = new int[bound];
        this.moved = new boolean[bound];
        int position = 0;
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (statement.results().size() == 1 && Effects.isPlain(statement.op())) {
                    definitions[statement.result().id()] = statement;
                    positions[statement.result().id()] = position++;
                }
            }
        }
    }

    static Function apply(Function function, UseCounts uses) {
        Sinking sinking = new Sinking(function, uses);
        Map<Label, Block> byLabel = function.blocksByLabel();
        List<List<Statement>> appended = new ArrayList<>();
        boolean any = false;
        for (Block block : function.blocks()) {
            List<Statement> steps = sinking.stepsAtEndOf(block, byLabel);
            any |= !steps.isEmpty();
            appended.add(steps);
        }
        if (!any) {
            return function;
        }
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < appended.size(); i++) {
            blocks.add(sinking.rewritten(function.blocks().get(i), appended.get(i)));
        }
        return function.withBlocks(blocks);
    }

    private List<Statement> stepsAtEndOf(Block block, Map<Label, Block> byLabel) {
        List<Statement> steps = new ArrayList<>();
        for (Successor edge : block.terminator().successors()) {
            Block target = byLabel.get(edge.target());
            if (target == null) {
                throw new IllegalArgumentException("no block " + edge.target());
            }
            for (int i = 0; i < edge.arguments().size(); i++) {
                if (edge.arguments().get(i) instanceof Variable argument && uses.of(argument) == 1) {
                    Statement step = definitions[argument.id()];
                    Value parameter = target.parameters().get(i);
                    if (step != null && step.op().operands().contains(parameter)) {
                        moved[argument.id()] = true;
                        steps.add(step);
                    }
                }
            }
        }
        steps.sort((x, y) -> Integer.compare(rank(x), rank(y)));
        return steps;
    }

    /** Steps keep their order, but counters come last: what else is computed at the end may read them. */
    private int rank(Statement step) {
        int variables = 0;
        for (Value operand : step.op().operands()) {
            variables += operand instanceof Variable ? 1 : 0;
        }
        int position = positions[step.result().id()];
        return variables > 1 ? position : position + definitions.length;
    }

    private Block rewritten(Block block, List<Statement> steps) {
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : block.statements()) {
            if (statement.results().size() != 1 || !moved[statement.result().id()]) {
                statements.add(statement);
            }
        }
        statements.addAll(steps);
        return block.withStatements(statements);
    }
}
