package dev.fluxion.ir.text;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts real variables and labels in the place of stand-ins, by their numbers. */
record Substitution(Map<Integer, Variable> variables, Map<Integer, Label> labels) {

    Function apply(Function function) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : function.blocks()) {
            List<Statement> statements = new ArrayList<>();
            for (Statement statement : block.statements()) {
                statements.add(
                        new Statement(
                                variables(statement.results()), statement.op().map(this::value), statement.position()));
            }
            List<Handler> handlers = new ArrayList<>();
            for (Handler handler : block.handlers()) {
                handlers.add(new Handler(handler.type(), label(handler.target()), values(handler.arguments())));
            }
            blocks.add(
                    new Block(
                            label(block.label()),
                            variables(block.parameters()),
                            statements,
                            terminator(block.terminator()),
                            block.position(),
                            handlers));
        }
        return function.withBlocks(blocks);
    }

    private Terminator terminator(Terminator terminator) {
        return switch (terminator) {
            case Terminator.Jump(var target) -> new Terminator.Jump(edge(target));
            case Terminator.Branch(var condition, var then, var otherwise) ->
                    new Terminator.Branch(value(condition), edge(then), edge(otherwise));
            case Terminator.Switch(var selector, var cases, var otherwise) -> {
                List<Terminator.Case> arms = new ArrayList<>();
                for (Terminator.Case arm : cases) {
                    arms.add(new Terminator.Case(arm.key(), edge(arm.target())));
                }
                yield new Terminator.Switch(value(selector), arms, edge(otherwise));
            }
            case Terminator.Return(var values) -> new Terminator.Return(values(values));
            case Terminator.Throw(var exception) -> new Terminator.Throw(value(exception));
            case Terminator.Unreachable() -> terminator;
        };
    }

    private Successor edge(Successor edge) {
        return new Successor(label(edge.target()), values(edge.arguments()));
    }

    private Value value(Value value) {
        return switch (value) {
            case Constant constant -> constant;
            case Variable variable -> variable(variable);
        };
    }

    private List<Value> values(List<Value> values) {
        List<Value> all = new ArrayList<>();
        for (Value value : values) {
            all.add(value(value));
        }
        return all;
    }

    private Variable variable(Variable standIn) {
        return Objects.requireNonNull(variables.get(standIn.id()));
    }

    private List<Variable> variables(List<Variable> standIns) {
        List<Variable> all = new ArrayList<>();
        for (Variable standIn : standIns) {
            all.add(variable(standIn));
        }
        return all;
    }

    private Label label(Label standIn) {
        return Objects.requireNonNull(labels.get(standIn.id()));
    }
}
