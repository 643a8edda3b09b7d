package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Edge;
import dev.fluxion.transform.Incoming;
import dev.fluxion.transform.Pass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removes what nobody needs: unreachable blocks, statements without effect whose results are not used, and block
 * parameters that feed only themselves.
 *
 * <pre>
 *     ^a: %s = call Math.sin(%x); jump ^h(0, 0)           ^a: jump ^h(0)
 *     ^h(%i, %k): ...                                =>   ^h(%i): ...
 *     ^l: %k2 = add %k, 3; jump ^h(%i2, %k2)              ^l: jump ^h(%i2)
 * </pre>
 *
 * <p>An exception is an effect: a load that may throw stays, in the primal as in a derivative, which throws where the
 * primal does; but for loads that {@link SafeAccess} shows not to throw. Loops are not removed here, see {@link
 * DeadLoops}.
 */
public record DeadCode() implements Pass {

    @Override
    public String name() {
        return "dead-code";
    }

    @Override
    public Function apply(Function function) {
        return new Marking(Cfg.withoutUnreachableBlocks(function)).run();
    }

    private static final class Marking {

        private final Function function;
        private final Map<Label, Block> blocks;
        private final Incoming entering;
        private final Map<Variable, Statement> definitions = new HashMap<>();
        private final Map<Variable, Label> parameterOf = new HashMap<>();
        private final Set<Variable> safe;
        private final Set<Variable> live = new HashSet<>();
        private final Deque<Variable> pending = new ArrayDeque<>();

        Marking(Function function) {
            this.function = function;
            blocks = function.blocksByLabel();
            entering = Incoming.of(function.blocks());
            safe = SafeAccess.find(function);
            for (Block block : function.blocks()) {
                for (Variable parameter : block.parameters()) {
                    parameterOf.put(parameter, block.label());
                }
                for (Statement statement : block.statements()) {
                    for (Variable result : statement.results()) {
                        definitions.put(result, statement);
                    }
                }
            }
        }

        Function run() {
            for (Block block : function.blocks()) {
                for (Statement statement : block.statements()) {
                    if (!isDroppable(statement)) {
                        mark(statement.op().operands());
                    }
                }
                markEnd(block.terminator());
            }
            while (!pending.isEmpty()) {
                Variable variable = pending.pop();
                Statement statement = definitions.get(variable);
                if (statement != null) {
                    mark(statement.op().operands());
                } else {
                    markPassed(variable);
                }
            }
            return sweep();
        }

        private boolean isDroppable(Statement statement) {
            return Effects.isDroppable(statement.op())
                    || statement.results().size() == 1 && safe.contains(statement.result());
        }

        private void markEnd(Terminator terminator) {
            switch (terminator) {
                case Terminator.Jump jump -> {}
                case Terminator.Branch branch -> mark(branch.condition());
                case Terminator.Switch choice -> mark(choice.selector());
                case Terminator.Return leave -> mark(leave.values());
                case Terminator.Throw raise -> mark(raise.exception());
                case Terminator.Unreachable never -> {}
            }
        }

        private void mark(List<Value> values) {
            for (Value value : values) {
                mark(value);
            }
        }

        private void mark(Value value) {
            if (value instanceof Variable variable && live.add(variable)) {
                pending.push(variable);
            }
        }

        private void markPassed(Variable parameter) {
            Label label = parameterOf.get(parameter);
            if (label == null) {
                throw new IllegalArgumentException(parameter + " is not defined in " + function.name());
            }
            int index = indexOf(label, parameter);
            for (Edge edge : entering.to(label)) {
                int at = edge.exceptional() ? index - 1 : index;
                if (at >= 0) {
                    mark(edge.arguments().get(at));
                }
            }
        }

        private int indexOf(Label label, Variable parameter) {
            Block block = blocks.get(label);
            return block == null ? -1 : block.parameters().indexOf(parameter);
        }

        private Function sweep() {
            Draft draft = new Draft(function);
            Map<Label, BitSet> removed = new LinkedHashMap<>();
            Label entry = function.entry().label();
            for (Block block : function.blocks()) {
                sweep(draft, block);
                BitSet gone = new BitSet();
                boolean isHandler = isHandler(block.label());
                for (int i = isHandler ? 1 : 0; i < block.parameters().size(); i++) {
                    if (!live.contains(block.parameters().get(i))) {
                        gone.set(i);
                    }
                }
                if (!gone.isEmpty() && !block.label().equals(entry)) {
                    removed.put(block.label(), gone);
                }
            }
            if (!removed.isEmpty()) {
                ParameterRemoval.remove(draft, removed);
            }
            return draft.build();
        }

        private boolean isHandler(Label label) {
            for (Edge edge : entering.to(label)) {
                if (edge.exceptional()) {
                    return true;
                }
            }
            return false;
        }

        private void sweep(Draft draft, Block block) {
            List<Statement> kept = new ArrayList<>(block.statements().size());
            for (Statement statement : block.statements()) {
                if (!isDroppable(statement) || isUsed(statement)) {
                    kept.add(statement);
                }
            }
            if (kept.size() < block.statements().size()) {
                draft.put(block.withStatements(kept));
            }
        }

        private boolean isUsed(Statement statement) {
            for (Variable result : statement.results()) {
                if (live.contains(result)) {
                    return true;
                }
            }
            return false;
        }
    }
}
