package dev.fluxion.transform.inline;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Substitution;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts a function's code in the place of a call.
 *
 * <pre>
 *     ^b catch E ^h: ...                        ^b catch E ^h: ...
 *                    %r = call @g(%x)                          br ^g
 *                    ...                  =&gt;    ^g catch E ^h: ... on %x ...
 *                                                              br ^after(%v)           where @g returns %v
 *                                               ^after(%r) catch E ^h: ...
 * </pre>
 *
 * <p>Copied statements keep their position, reached through the call's. Copied blocks go to the handlers of their own
 * first and then to those of the call's block.
 */
@SuppressWarnings("ReferenceEquality") // which block it is, is the question
final class Splicer {

    private final Draft draft;
    private final Block block;
    private final int index;
    private final Substitution renaming = Substitution.parallel();

    /** Prepares to replace statement {@code index} of a block. */
    Splicer(Draft draft, Block block, int index) {
        this.draft = draft;
        this.block = block;
        this.index = index;
    }

    /** The code that was put in, and the block that goes on behind it. */
    record Spliced(List<Label> copied, Label after) {}

    /** Puts in the code of {@code callee}, called with {@code arguments}. */
    Spliced splice(Function callee, List<Value> arguments) {
        Statement call = block.statements().get(index);
        rename(callee, arguments);
        Label after = draft.newLabel("");
        draft.put(
                new Block(
                        block.label(),
                        block.parameters(),
                        block.statements().subList(0, index),
                        new Terminator.Jump(new Successor(renaming.apply(callee.entry().label()), List.of())),
                        call.position(),
                        block.handlers()));
        List<Label> copied = new ArrayList<>();
        for (Block original : callee.blocks()) {
            Block copy = copy(original, call.position(), after, original == callee.entry());
            copied.add(copy.label());
            draft.put(copy);
        }
        draft.put(
                new Block(
                        after,
                        call.results(),
                        block.statements().subList(index + 1, block.statements().size()),
                        block.terminator(),
                        block.position(),
                        block.handlers()));
        return new Spliced(copied, after);
    }

    private void rename(Function callee, List<Value> arguments) {
        for (Block original : callee.blocks()) {
            renaming.put(original.label(), draft.newLabel(original.label().name()));
            boolean isEntry = original == callee.entry();
            for (int i = 0; i < original.parameters().size(); i++) {
                Variable parameter = original.parameters().get(i);
                renaming.put(parameter, isEntry ? arguments.get(i) : draft.newVariable(parameter));
            }
            for (Statement statement : original.statements()) {
                for (Variable result : statement.results()) {
                    renaming.put(result, draft.newVariable(result));
                }
            }
        }
    }

    private Block copy(Block original, Position call, Label after, boolean isEntry) {
        List<Statement> statements = new ArrayList<>(original.statements().size());
        for (Statement statement : original.statements()) {
            statements.add(
                    new Statement(
                            renamed(statement.results()),
                            statement.op().map(renaming),
                            reached(statement.position(), call)));
        }
        List<Handler> handlers = new ArrayList<>();
        for (Handler handler : original.handlers()) {
            handlers.add(renaming.apply(handler));
        }
        handlers.addAll(block.handlers());
        return new Block(
                renaming.apply(original.label()),
                isEntry ? List.of() : renamed(original.parameters()),
                statements,
                end(original.terminator(), after),
                reached(original.position(), call),
                handlers);
    }

    private Terminator end(Terminator terminator, Label after) {
        return terminator instanceof Terminator.Return(List<Value> values)
                ? new Terminator.Jump(new Successor(after, renaming.apply(values)))
                : renaming.apply(terminator);
    }

    private List<Variable> renamed(List<Variable> variables) {
        List<Variable> fresh = new ArrayList<>(variables.size());
        for (Variable variable : variables) {
            if (renaming.apply((Value) variable) instanceof Variable renamed) {
                fresh.add(renamed);
            }
        }
        return fresh;
    }

    private static Position reached(Position position, Position call) {
        return position.isKnown() ? position.inlinedAt(call) : call;
    }
}
