package dev.fluxion.transform.simplify;

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
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Edge;
import dev.fluxion.transform.Incoming;
import dev.fluxion.transform.Pass;
import dev.fluxion.transform.Substitution;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets an edge that passes a constant skip the question that is asked about it next.
 *
 * <pre>
 *     ^a: branch %p, ^j(1), ^b                   ^a: branch %p, ^t, ^b
 *     ^b: %q = lt %x, %y; jump ^j(%q)      =>    ^b: %q = lt %x, %y; jump ^j(%q)
 *     ^j(%c): branch %c, ^t, ^f                  ^j(%c): branch %c, ^t, ^f
 * </pre>
 *
 * <p>The skipped block may compute at most a few pure values, which only it uses. Loop headers are not skipped, so that
 * loops keep their one way in.
 */
public record JumpThreading() implements Pass {

    /** How many statements a skipped block may have. */
    private static final int BUDGET = 3;

    @Override
    public String name() {
        return "jump-threading";
    }

    @Override
    public Function apply(Function function) {
        Draft draft = new Draft(function);
        Cfg cfg = Cfg.of(function);
        Incoming entering = Incoming.of(function.blocks());
        Set<Variable> shared = usedElsewhere(function);
        for (Block block : cfg.blocks()) {
            if (isQuestion(block, shared) && !isLoopHeader(cfg, block)) {
                for (Edge edge : entering.to(block.label())) {
                    Successor answer = edge.exceptional() ? null : answer(draft, edge, block);
                    if (answer != null) {
                        edge.redirect(draft, answer.target(), answer.arguments());
                    }
                }
            }
        }
        return draft.isChanged() ? Cfg.withoutUnreachableBlocks(draft.build()) : function;
    }

    private static boolean isLoopHeader(Cfg cfg, Block block) {
        for (Label from : cfg.predecessors(block.label())) {
            if (cfg.index(from) >= cfg.index(block.label())) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the block only decides where to go on, by values that no other block uses. */
    private static boolean isQuestion(Block block, Set<Variable> shared) {
        boolean decides =
                block.terminator() instanceof Terminator.Branch || block.terminator() instanceof Terminator.Switch;
        if (!decides || block.parameters().isEmpty() || block.statements().size() > BUDGET) {
            return false;
        }
        for (Variable parameter : block.parameters()) {
            if (shared.contains(parameter)) {
                return false;
            }
        }
        for (Statement statement : block.statements()) {
            if (!Effects.isPure(statement.op()) || shared.contains(statement.result())) {
                return false;
            }
        }
        return true;
    }

    /** Returns the edge that {@code block} would take when it is entered by {@code edge}, or null if that is open. */
    private static @Nullable Successor answer(Draft draft, Edge edge, Block block) {
        List<Successor> now = draft.block(edge.from()).terminator().successors();
        List<Value> arguments = now.get(edge.index()).arguments();
        if (!now.get(edge.index()).target().equals(block.label())) {
            return null;
        }
        Substitution passed = Substitution.parallel();
        for (int i = 0; i < block.parameters().size(); i++) {
            passed.put(block.parameters().get(i), arguments.get(i));
        }
        Peephole peephole = new Peephole(new Known());
        Set<Variable> open = new HashSet<>();
        for (Statement statement : block.statements()) {
            Op op = peephole.simplest(passed.apply(statement).op());
            Value value = peephole.value(op);
            if (value == null) {
                open.add(statement.result());
            } else {
                passed.put(statement.result(), value);
            }
        }
        Successor taken = taken(passed, block.terminator());
        if (taken == null) {
            return null;
        }
        Successor answer = passed.apply(taken);
        for (Value argument : answer.arguments()) {
            if (argument instanceof Variable variable && open.contains(variable)) {
                return null;
            }
        }
        return answer;
    }

    private static @Nullable Successor taken(Substitution passed, Terminator terminator) {
        if (terminator instanceof Terminator.Branch(Value condition, Successor then, Successor otherwise)
                && passed.apply(condition) instanceof Constant known) {
            return Known.isInteger(known, 0) ? otherwise : then;
        }
        if (terminator instanceof Terminator.Switch(Value selector, var cases, Successor otherwise)
                && passed.apply(selector) instanceof Constant.IntConstant(int known)) {
            for (Terminator.Case arm : cases) {
                if (arm.key() == known) {
                    return arm.target();
                }
            }
            return otherwise;
        }
        return null;
    }

    /** Returns the variables that a block uses which does not define them. */
    private static Set<Variable> usedElsewhere(Function function) {
        Map<Variable, Label> home = new HashMap<>();
        for (Block block : function.blocks()) {
            for (Variable parameter : block.parameters()) {
                home.put(parameter, block.label());
            }
            for (Statement statement : block.statements()) {
                for (Variable result : statement.results()) {
                    home.put(result, block.label());
                }
            }
        }
        Set<Variable> elsewhere = new HashSet<>();
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                note(statement.op().operands(), block.label(), home, elsewhere);
            }
            note(block.terminator().operands(), block.label(), home, elsewhere);
            for (Handler handler : block.handlers()) {
                note(handler.arguments(), block.label(), home, elsewhere);
            }
        }
        return elsewhere;
    }

    private static void note(List<Value> operands, Label block, Map<Variable, Label> home, Set<Variable> elsewhere) {
        for (Value operand : operands) {
            if (operand instanceof Variable variable && !block.equals(home.get(variable))) {
                elsewhere.add(variable);
            }
        }
    }
}
