package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Edge;
import dev.fluxion.transform.Incoming;
import dev.fluxion.transform.Pass;
import dev.fluxion.transform.Substitution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets edges pass by blocks that only jump on.
 *
 * <pre>
 *     ^a: branch %c, ^b(%x), ^d               ^a: branch %c, ^d(%x), ^d(0.0)
 *     ^b(%y): jump ^d(%y)               =>
 *     ^c: jump ^d(0.0)
 * </pre>
 *
 * <p>A block stays where several edges meet to go back to a loop's header: one edge back is better than several.
 */
public record SkipEmptyBlocks() implements Pass {

    @Override
    public String name() {
        return "skip-empty-blocks";
    }

    @Override
    public Function apply(Function function) {
        Cfg cfg = Cfg.of(function);
        Draft draft = new Draft(function);
        Map<Variable, Integer> uses = uses(function);
        Incoming entering = Incoming.of(function.blocks());
        for (Label label : cfg.reversePostorder()) {
            Block block = draft.block(label);
            if (!block.statements().isEmpty()
                    || !(block.terminator() instanceof Terminator.Jump(Successor next))
                    || next.target().equals(label)
                    || label.equals(function.entry().label())) {
                continue;
            }
            boolean isBack = cfg.index(next.target()) <= cfg.index(label);
            if (isBack && entering.to(label).size() > 1 || !areParametersPassedOnOnly(block, next, uses)) {
                continue;
            }
            for (Edge edge : entering.to(label)) {
                if (!edge.exceptional() && !edge.from().equals(label) && draft.has(edge.from())) {
                    redirect(draft, edge, block, next);
                }
            }
        }
        return Cfg.withoutUnreachableBlocks(draft.build());
    }

    /** The edge may have been redirected to this block before, from another empty one; it is looked up again. */
    private static void redirect(Draft draft, Edge recorded, Block block, Successor next) {
        List<Successor> now = draft.block(recorded.from()).terminator().successors();
        if (recorded.index() >= now.size() || !now.get(recorded.index()).target().equals(block.label())) {
            return;
        }
        List<Value> arguments = now.get(recorded.index()).arguments();
        Substitution passing = Substitution.parallel();
        for (int i = 0; i < block.parameters().size(); i++) {
            passing.put(block.parameters().get(i), arguments.get(i));
        }
        recorded.redirect(draft, next.target(), passing.apply(next.arguments()));
    }

    private static boolean areParametersPassedOnOnly(Block block, Successor next, Map<Variable, Integer> uses) {
        Map<Variable, Integer> here = new HashMap<>();
        for (Value argument : next.arguments()) {
            if (argument instanceof Variable variable) {
                here.merge(variable, 1, Integer::sum);
            }
        }
        for (Variable parameter : block.parameters()) {
            if (uses.getOrDefault(parameter, 0) > here.getOrDefault(parameter, 0)) {
                return false;
            }
        }
        return true;
    }

    private static Map<Variable, Integer> uses(Function function) {
        Map<Variable, Integer> uses = new HashMap<>();
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                count(statement.op().operands(), uses);
            }
            count(block.terminator().operands(), uses);
            for (Edge edge : Edge.leaving(block)) {
                if (edge.exceptional()) {
                    count(edge.arguments(), uses);
                }
            }
        }
        return uses;
    }

    private static void count(List<Value> operands, Map<Variable, Integer> uses) {
        for (Value operand : operands) {
            if (operand instanceof Variable variable) {
                uses.merge(variable, 1, Integer::sum);
            }
        }
    }
}
