package dev.fluxion.transform;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Which values stand in the place of which variables, and which labels in the place of which. Applied to uses; the
 * definitions are the caller's to drop or rename.
 */
@SuppressWarnings("ReferenceEquality") // the very same value is no change
public final class Substitution implements UnaryOperator<Value> {

    private final Map<Variable, Value> values = new HashMap<>();
    private final Map<Label, Label> labels = new HashMap<>();

    private final boolean isChained;

    private Substitution(boolean isChained) {
        this.isChained = isChained;
    }

    /** Returns an empty substitution whose substitutes are looked up again: of a after b, and b after c. */
    public static Substitution chained() {
        return new Substitution(true);
    }

    /** Returns an empty substitution whose substitutes stay as they are: a renaming, or a parallel copy. */
    public static Substitution parallel() {
        return new Substitution(false);
    }

    /** Lets {@code by} stand wherever {@code variable} is used. */
    public void put(Variable variable, Value by) {
        values.put(variable, by);
    }

    /** Lets edges to {@code label} go to {@code by}. */
    public void put(Label label, Label by) {
        labels.put(label, by);
    }

    /** Returns whether nothing is substituted. */
    public boolean isEmpty() {
        return values.isEmpty() && labels.isEmpty();
    }

    /** Returns whether something stands for {@code variable}. */
    public boolean replaces(Variable variable) {
        return values.containsKey(variable);
    }

    /** Returns what stands for {@code value}. */
    @Override
    public Value apply(Value value) {
        Value current = value;
        while (current instanceof Variable variable) {
            Value next = values.get(variable);
            if (!isChained && next != null) {
                // also where the numbers agree: variables of two functions may differ in type
                return next;
            }
            if (next == null || next.equals(current)) {
                return current;
            }
            current = next;
        }
        return current;
    }

    /** Returns what stands for each value. */
    public List<Value> apply(List<Value> all) {
        boolean same = true;
        for (Value value : all) {
            same &= apply(value) == value;
        }
        if (same) {
            return all;
        }
        List<Value> mapped = new ArrayList<>(all.size());
        for (Value value : all) {
            mapped.add(apply(value));
        }
        return mapped;
    }

    /** Returns what stands for {@code label}. */
    public Label apply(Label label) {
        Label by = labels.get(label);
        return by == null ? label : by;
    }

    /** Returns the edge with its target and its arguments substituted. */
    public Successor apply(Successor edge) {
        return new Successor(apply(edge.target()), apply(edge.arguments()));
    }

    /** Returns the exceptional edge with its target and its arguments substituted. */
    public Handler apply(Handler handler) {
        return new Handler(handler.type(), apply(handler.target()), apply(handler.arguments()));
    }

    /** Returns the statement with its operands substituted. */
    public Statement apply(Statement statement) {
        for (Value operand : statement.op().operands()) {
            if (apply(operand) != operand) {
                return new Statement(statement.results(), statement.op().map(this), statement.position());
            }
        }
        return statement;
    }

    /** Returns the terminator with its operands and targets substituted. */
    public Terminator apply(Terminator terminator) {
        return switch (terminator) {
            case Terminator.Jump(Successor target) -> new Terminator.Jump(apply(target));
            case Terminator.Branch(Value condition, Successor then, Successor otherwise) ->
                    new Terminator.Branch(apply(condition), apply(then), apply(otherwise));
            case Terminator.Switch(Value selector, List<Terminator.Case> cases, Successor otherwise) -> {
                List<Terminator.Case> mapped = new ArrayList<>(cases.size());
                for (Terminator.Case arm : cases) {
                    mapped.add(new Terminator.Case(arm.key(), apply(arm.target())));
                }
                yield new Terminator.Switch(apply(selector), mapped, apply(otherwise));
            }
            case Terminator.Return(List<Value> results) -> new Terminator.Return(apply(results));
            case Terminator.Throw(Value exception) -> new Terminator.Throw(apply(exception));
            case Terminator.Unreachable never -> never;
        };
    }

    /** Returns the block with all uses in it substituted; its label, parameters and results stay. */
    public Block apply(Block block) {
        if (isEmpty()) {
            return block;
        }
        List<Statement> statements = new ArrayList<>(block.statements().size());
        for (Statement statement : block.statements()) {
            statements.add(apply(statement));
        }
        List<Handler> handlers = new ArrayList<>(block.handlers().size());
        for (Handler handler : block.handlers()) {
            handlers.add(apply(handler));
        }
        return new Block(
                block.label(), block.parameters(), statements, apply(block.terminator()), block.position(), handlers);
    }
}
