package dev.fluxion.ir.build;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The last step of {@link SsaBuilder}: puts the joins that are needed into the blocks and their edges. */
final class SsaAssembly {
    private final Function draft;
    private final Map<Label, Map<Object, Variable>> joins;
    private final SsaBuilder.Passing passing;
    private final Map<Integer, Value> meaning;
    private final Map<Label, Map<Object, Variable>> kept = new HashMap<>();

    SsaAssembly(
            Function draft,
            Map<Label, Map<Object, Variable>> joins,
            SsaBuilder.Passing passing,
            Map<Integer, Value> meaning) {
        this.draft = draft;
        this.joins = joins;
        this.passing = passing;
        this.meaning = meaning;
    }

    Function assemble() {
        keepUsed();
        List<Block> blocks = new ArrayList<>();
        for (Block block : draft.blocks()) {
            List<Variable> parameters = new ArrayList<>(block.parameters());
            parameters.addAll(kept.getOrDefault(block.label(), Map.of()).values());
            List<Statement> statements = new ArrayList<>(block.statements().size());
            for (Statement statement : block.statements()) {
                statements.add(
                        new Statement(statement.results(), statement.op().map(this::resolve), statement.position()));
            }
            List<Handler> handlers = new ArrayList<>();
            for (Handler handler : block.handlers()) {
                handlers.add(
                        new Handler(
                                handler.type(),
                                handler.target(),
                                arguments(block.label(), true, handler.target(), handler.arguments())));
            }
            blocks.add(new Block(block.label(), parameters, statements, end(block), block.position(), handlers));
        }
        return draft.withBlocks(blocks);
    }

    /** Keeps the joins that a statement, a branch or an explicit argument uses, and those that feed them. */
    private void keepUsed() {
        Map<Integer, Label> home = new HashMap<>();
        Map<Integer, Object> slotOf = new HashMap<>();
        for (var ofBlock : joins.entrySet()) {
            for (var join : ofBlock.getValue().entrySet()) {
                home.put(join.getValue().id(), ofBlock.getKey());
                slotOf.put(join.getValue().id(), join.getKey());
            }
        }
        Map<Label, List<Block>> ordinary = new HashMap<>();
        Map<Label, List<Block>> exceptional = new HashMap<>();
        Deque<Value> pending = new ArrayDeque<>();
        for (Block block : draft.blocks()) {
            for (Statement statement : block.statements()) {
                pending.addAll(statement.op().operands());
            }
            pending.addAll(block.terminator().operands());
            for (Successor successor : block.terminator().successors()) {
                ordinary.computeIfAbsent(successor.target(), key -> new ArrayList<>()).add(block);
            }
            for (Handler handler : block.handlers()) {
                pending.addAll(handler.arguments());
                exceptional.computeIfAbsent(handler.target(), key -> new ArrayList<>()).add(block);
            }
        }
        Set<Integer> used = new HashSet<>();
        while (!pending.isEmpty()) {
            if (!(resolve(pending.removeFirst()) instanceof Variable variable)) {
                continue;
            }
            Label block = home.get(variable.id());
            if (block == null || !used.add(variable.id())) {
                continue;
            }
            Object slot = java.util.Objects.requireNonNull(slotOf.get(variable.id()));
            for (Block from : ordinary.getOrDefault(block, List.of())) {
                pending.add(passing.passed(from.label(), false, slot, variable.type()));
            }
            for (Block from : exceptional.getOrDefault(block, List.of())) {
                pending.add(passing.passed(from.label(), true, slot, variable.type()));
            }
        }
        for (var ofBlock : joins.entrySet()) {
            Map<Object, Variable> mine = new java.util.LinkedHashMap<>();
            for (var join : ofBlock.getValue().entrySet()) {
                if (used.contains(join.getValue().id())) {
                    mine.put(join.getKey(), join.getValue());
                }
            }
            kept.put(ofBlock.getKey(), mine);
        }
    }

    private Terminator end(Block block) {
        return switch (block.terminator()) {
            case Terminator.Jump jump -> new Terminator.Jump(edge(block, jump.target()));
            case Terminator.Branch branch ->
                    new Terminator.Branch(
                            resolve(branch.condition()), edge(block, branch.then()), edge(block, branch.otherwise()));
            case Terminator.Switch choice -> {
                List<Terminator.Case> cases = new ArrayList<>();
                for (Terminator.Case arm : choice.cases()) {
                    cases.add(new Terminator.Case(arm.key(), edge(block, arm.target())));
                }
                yield new Terminator.Switch(resolve(choice.selector()), cases, edge(block, choice.otherwise()));
            }
            case Terminator.Return leave -> {
                List<Value> values = new ArrayList<>();
                for (Value value : leave.values()) {
                    values.add(resolve(value));
                }
                yield new Terminator.Return(values);
            }
            case Terminator.Throw raise -> new Terminator.Throw(resolve(raise.exception()));
            case Terminator.Unreachable never -> never;
        };
    }

    private Successor edge(Block from, Successor successor) {
        return new Successor(
                successor.target(), arguments(from.label(), false, successor.target(), successor.arguments()));
    }

    private List<Value> arguments(Label from, boolean exceptional, Label to, List<Value> explicit) {
        List<Value> all = new ArrayList<>();
        for (Value value : explicit) {
            all.add(resolve(value));
        }
        for (var join : kept.getOrDefault(to, Map.of()).entrySet()) {
            all.add(resolve(passing.passed(from, exceptional, join.getKey(), join.getValue().type())));
        }
        return all;
    }

    private Value resolve(Value value) {
        if (value instanceof Variable variable) {
            Value known = meaning.get(variable.id());
            return known == null ? value : known;
        }
        return value;
    }
}
