package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.transform.Pass;

/**
 * Computes each value once: folds constants, applies identities, and replaces an operation by an equal one that
 * dominates it.
 *
 * <pre>
 *     %a = mul %x, %y                  %a = mul %x, %y
 *     %b = mul %y, %x                  %c = add %a, %a
 *     %c = add %a, %b            =>    branch %p, ^t, ^u
 *     branch %p, ^t, ^u                ^t: return %a
 *     ^t: %d = select %p, %a, 1.0
 *         return %d
 * </pre>
 *
 * <p>Numbered are pure operations, calls of {@link PureMethods}, loads between which memory does not change ({@link
 * Memory}), and operations that throw or not by their operands alone. A condition that was branched on is known where
 * only one of its edges leads. All of it is exact: the primal's values keep their bits.
 *
 * <p>Precondition: no unreachable blocks.
 */
public record ValueNumbering() implements Pass {

    @Override
    public String name() {
        return "value-numbering";
    }

    @Override
    public Function apply(Function function) {
        Function reachable = Cfg.withoutUnreachableBlocks(function);
        return new NumberingWalk(reachable).run();
    }
}
