package dev.fluxion.ir.build;

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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The last step of {@link SsaBuilder}: puts the joins that are needed into the blocks and their edges. */
final class SsaAssembly {
    private final Function draft;
    private final SsaJoins joins;
    private final SsaNaming naming;

    /** The parameters that are used. */
    private final Set<Variable> used = new HashSet<>();

    SsaAssembly(Function draft, SsaJoins joins, SsaNaming naming) {
        this.draft = draft;
        this.joins = joins;
        this.naming = naming;
    }

    Function assemble() {
        markUsed();
        List<Block> blocks = new ArrayList<>();
        for (Block block : draft.blocks()) {
            List<Variable> parameters = new ArrayList<>(block.parameters());
            for (SsaJoins.Join join : joins.at(block.label())) {
                if (used.contains(join.parameter)) {
                    parameters.add(join.parameter);
                }
            }
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

    /** Finds the joins that a statement, a branch or an explicit argument uses, and those that feed them. */
    private void markUsed() {
        Deque<Value> pending = new ArrayDeque<>();
        for (Block block : draft.blocks()) {
            for (Statement statement : block.statements()) {
                pending.addAll(statement.op().operands());
            }
            pending.addAll(block.terminator().operands());
            for (Handler handler : block.handlers()) {
                pending.addAll(handler.arguments());
            }
        }
        while (!pending.isEmpty()) {
            SsaJoins.Join join = joins.join(resolve(pending.removeFirst()));
            if (join != null && used.add(join.parameter)) {
                pending.addAll(join.incoming);
            }
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

    private List<Value> arguments(Label from, boolean isExceptional, Label to, List<Value> explicit) {
        List<Value> all = new ArrayList<>();
        for (Value value : explicit) {
            all.add(resolve(value));
        }
        List<SsaJoins.Join> targets = joins.at(to);
        if (!targets.isEmpty()) {
            List<Value> passed = naming.passed(from, isExceptional, to);
            for (int i = 0; i < targets.size(); i++) {
                Variable parameter = targets.get(i).parameter;
                if (used.contains(parameter)) {
                    all.add(passed == null ? Constant.zero(parameter.type()) : resolve(passed.get(i)));
                }
            }
        }
        return all;
    }

    private Value resolve(Value value) {
        return joins.meaning(naming.named(value));
    }
}
