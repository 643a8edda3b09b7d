package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Draft;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Folds the structural zeros of adjoints: an adjoint that nothing was added to yet.
 *
 * <pre>
 *   %b = add 0.0, %a   -&gt; %a          %b = mul 0.0, %f  -&gt; 0.0
 *   %b = sub 0.0, %a   -&gt; neg %a      %b = div 0.0, %f  -&gt; 0.0
 * </pre>
 *
 * <p>It assumes the algebra of the reals, in which these zeros are exact, and so touches only operations that the
 * reverse sweep marked as linear in adjoints; the primal's arithmetic, recomputed or not, stays IEEE.
 */
final class ZeroFolding {
    private final Draft draft;
    private final Set<Variable> linear;
    private boolean changed;

    private ZeroFolding(Function function, Set<Variable> linear) {
        this.draft = new Draft(function);
        this.linear = linear;
    }

    /**
     * Folds until nothing changes.
     *
     * @param function in SSA form
     * @param linear the results of the operations that may be folded
     */
    static Function fold(Function function, Set<Variable> linear) {
        ZeroFolding folding = new ZeroFolding(function, linear);
        do {
            folding.changed = false;
            folding.statements();
            folding.parameters();
        } while (folding.changed);
        return folding.draft.build();
    }

    private void statements() {
        for (Block block : draft.blocks()) {
            List<Statement> kept = new ArrayList<>(block.statements().size());
            for (Statement statement : block.statements()) {
                if (statement.results().size() == 1 && linear.contains(statement.result())) {
                    Op op = statement.op().map(draft::resolve);
                    Value folded = folded(op);
                    if (folded != null) {
                        draft.replace(statement.result(), folded);
                        changed = true;
                        continue;
                    }
                    if (op instanceof Op.Binary binary && binary.kind() == BinaryKind.SUB && isZero(binary.x())) {
                        kept.add(new Statement(statement.results(), new Op.Negate(binary.y()), statement.position()));
                        changed = true;
                        continue;
                    }
                }
                kept.add(statement);
            }
            if (kept.size() < block.statements().size() || changed) {
                draft.put(block.withStatements(kept));
            }
        }
    }

    private static @Nullable Value folded(Op op) {
        if (op instanceof Op.Convert convert && isZero(convert.x())) {
            return Constant.zero(convert.to());
        }
        if (op instanceof Op.Select select && isZero(select.x()) && isZero(select.y())) {
            return select.x();
        }
        if (!(op instanceof Op.Binary binary)) {
            return null;
        }
        boolean first = isZero(binary.x());
        boolean second = isZero(binary.y());
        return switch (binary.kind()) {
            case ADD -> first ? binary.y() : second ? binary.x() : null;
            case SUB -> second ? binary.x() : null;
            case MUL, DIV -> first ? binary.x() : null;
            case REM, AND, OR, XOR, SHL, SHR, USHR -> null;
        };
    }

    private static boolean isZero(Value value) {
        return value.equals(Constant.of(0.0)) || value.equals(Constant.of(0f));
    }

    /** Drops parameters that are passed only one value, or themselves. */
    private void parameters() {
        Map<Label, List<Successor>> incoming = new HashMap<>();
        for (Block block : draft.blocks()) {
            for (Successor edge : block.terminator().successors()) {
                incoming.computeIfAbsent(edge.target(), key -> new ArrayList<>()).add(edge);
            }
        }
        for (Block block : draft.blocks()) {
            List<Successor> edges = incoming.get(block.label());
            if (edges == null) {
                continue;
            }
            for (int i = 0; i < block.parameters().size(); i++) {
                Variable parameter = block.parameters().get(i);
                if (!draft.resolve(parameter).equals(parameter)) {
                    continue;
                }
                Value only = null;
                boolean single = true;
                for (Successor edge : edges) {
                    Value passed = draft.resolve(edge.arguments().get(i));
                    if (!passed.equals(parameter)) {
                        single &= only == null || only.equals(passed);
                        only = passed;
                    }
                }
                if (single && only != null) {
                    draft.replace(parameter, Objects.requireNonNull(only));
                    changed = true;
                }
            }
        }
    }
}
