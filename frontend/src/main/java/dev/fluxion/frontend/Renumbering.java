package dev.fluxion.frontend;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
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
import java.util.Set;

/** Leaves block parameters out, with what edges pass to them, and numbers what is left in the order of the blocks. */
final class Renumbering {
    private final Function function;
    private final Map<Integer, Value> replaced;
    private final Set<Integer> dropped;
    private final Map<Integer, Variable> variables = new HashMap<>();
    private final Map<Label, Label> labels = new HashMap<>();
    private final Map<Label, List<Variable>> parametersOf = new HashMap<>();

    /**
     * Prepares it.
     *
     * @param replaced what stands for a variable that goes
     * @param dropped the numbers of the parameters that go
     */
    Renumbering(Function function, Map<Integer, Value> replaced, Set<Integer> dropped) {
        this.function = function;
        this.replaced = replaced;
        this.dropped = dropped;
    }

    Function apply() {
        for (Block block : function.blocks()) {
            labels.put(block.label(), new Label(labels.size(), block.label().name()));
            parametersOf.put(block.label(), block.parameters());
            for (Variable parameter : block.parameters()) {
                if (!dropped.contains(parameter.id())) {
                    number(parameter);
                }
            }
            for (Statement statement : block.statements()) {
                for (Variable result : statement.results()) {
                    number(result);
                }
            }
        }
        List<Block> blocks = new ArrayList<>(function.blocks().size());
        for (Block block : function.blocks()) {
            blocks.add(block(block));
        }
        return function.withBlocks(blocks);
    }

    private void number(Variable variable) {
        variables.put(variable.id(), new Variable(variables.size(), variable.type(), variable.name()));
    }

    private Block block(Block block) {
        List<Statement> statements = new ArrayList<>(block.statements().size());
        for (Statement statement : block.statements()) {
            List<Variable> results = new ArrayList<>(statement.results().size());
            for (Variable result : statement.results()) {
                results.add(renamed(result));
            }
            statements.add(new Statement(results, statement.op().map(this::value), statement.position()));
        }
        List<Handler> handlers = new ArrayList<>(block.handlers().size());
        for (Handler handler : block.handlers()) {
            List<Value> arguments = arguments(handler.target(), 1, handler.arguments());
            handlers.add(new Handler(handler.type(), label(handler.target()), arguments));
        }
        List<Variable> parameters = new ArrayList<>(block.parameters().size());
        for (Variable parameter : block.parameters()) {
            if (!dropped.contains(parameter.id())) {
                parameters.add(renamed(parameter));
            }
        }
        return new Block(
                label(block.label()), parameters, statements, end(block.terminator()), block.position(), handlers);
    }

    private Terminator end(Terminator terminator) {
        return switch (terminator) {
            case Terminator.Jump jump -> new Terminator.Jump(edge(jump.target()));
            case Terminator.Branch branch ->
                    new Terminator.Branch(value(branch.condition()), edge(branch.then()), edge(branch.otherwise()));
            case Terminator.Switch choice -> {
                List<Terminator.Case> cases = new ArrayList<>(choice.cases().size());
                for (Terminator.Case arm : choice.cases()) {
                    cases.add(new Terminator.Case(arm.key(), edge(arm.target())));
                }
                yield new Terminator.Switch(value(choice.selector()), cases, edge(choice.otherwise()));
            }
            case Terminator.Return leave -> {
                List<Value> values = new ArrayList<>(leave.values().size());
                for (Value value : leave.values()) {
                    values.add(value(value));
                }
                yield new Terminator.Return(values);
            }
            case Terminator.Throw raise -> new Terminator.Throw(value(raise.exception()));
            case Terminator.Unreachable never -> never;
        };
    }

    private Successor edge(Successor edge) {
        return new Successor(label(edge.target()), arguments(edge.target(), 0, edge.arguments()));
    }

    private List<Value> arguments(Label target, int skipped, List<Value> all) {
        List<Variable> parameters = parametersOf.getOrDefault(target, List.of());
        List<Value> kept = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            if (!dropped.contains(parameters.get(i + skipped).id())) {
                kept.add(value(all.get(i)));
            }
        }
        return kept;
    }

    private Label label(Label label) {
        return labels.getOrDefault(label, label);
    }

    private Variable renamed(Variable variable) {
        return variables.getOrDefault(variable.id(), variable);
    }

    private Value value(Value value) {
        Value resolved = value;
        Value next = value;
        while (next != null) {
            resolved = next;
            next = resolved instanceof Variable variable ? replaced.get(variable.id()) : null;
        }
        return resolved instanceof Variable variable ? renamed(variable) : resolved;
    }
}
