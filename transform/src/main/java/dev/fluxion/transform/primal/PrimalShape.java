package dev.fluxion.transform.primal;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.CountedLoop;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Induction;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.ir.type.PrimitiveType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The control flow of a normalised function: one return, each loop with a preheader, one latch and exit blocks of its
 * own, no critical edges.
 */
public final class PrimalShape {
    private final Function function;
    private final Cfg cfg;
    private final Dominators dominators;
    private final Loops loops;
    private final Definitions definitions;
    private final @Nullable Label exit;
    private final Set<Label> returning = new HashSet<>();

    /** Looks at a function. */
    public PrimalShape(Function function) {
        this.function = function;
        this.cfg = Cfg.of(function);
        this.dominators = Dominators.of(cfg);
        this.loops = Loops.of(dominators);
        this.definitions = Definitions.of(function);
        Label found = null;
        for (Block block : cfg.blocks()) {
            if (block.terminator() instanceof Terminator.Return) {
                found = block.label();
            }
        }
        this.exit = found;
        if (found != null) {
            markReturning(found);
        }
    }

    private void markReturning(Label from) {
        Deque<Label> pending = new ArrayDeque<>(List.of(from));
        while (!pending.isEmpty()) {
            Label label = pending.removeLast();
            if (returning.add(label)) {
                pending.addAll(cfg.predecessors(label));
            }
        }
    }

    /** Returns the function. */
    public Function function() {
        return function;
    }

    /** Returns its blocks and edges. */
    public Cfg cfg() {
        return cfg;
    }

    /** Returns which block dominates which. */
    public Dominators dominators() {
        return dominators;
    }

    /** Returns its loops. */
    public Loops loops() {
        return loops;
    }

    /** Returns where its variables are defined. */
    public Definitions definitions() {
        return definitions;
    }

    /** Returns the block that returns, or null if the function never does. */
    public @Nullable Label exit() {
        return exit;
    }

    /** Returns whether the function may still return once the block is reached; else it ends in an exception. */
    public boolean mayReturn(Label block) {
        return returning.contains(block);
    }

    /** Returns the innermost loop in which a variable is defined, or null. */
    public @Nullable Loop loopOf(Variable variable) {
        return loops.innermost(definitions.place(variable).block());
    }

    /** Returns the preheader of a loop. */
    public Label preheader(Loop loop) {
        for (Label label : cfg.predecessors(loop.header())) {
            if (!loop.contains(label)) {
                return label;
            }
        }
        throw new IllegalArgumentException(loop + " has no preheader");
    }

    /** Returns the only latch of a loop. */
    public static Label latch(Loop loop) {
        return loop.latches().getFirst();
    }

    /** Returns whether every way out of the loop starts at its header. */
    public static boolean leavesOnlyFromHeader(Loop loop) {
        for (Loop.Exit way : loop.exits()) {
            if (!way.from().equals(loop.header())) {
                return false;
            }
        }
        return true;
    }

    /** Returns the loops that contain {@code inner} but not {@code outer}, innermost first. */
    public List<Loop> loopsLeft(Label inner, Label outer) {
        List<Loop> left = new ArrayList<>();
        for (Loop loop = loops.innermost(inner); loop != null && !loop.contains(outer); loop = loop.parent()) {
            left.add(loop);
        }
        return left;
    }

    /** Returns the edge between two blocks; there is only one. */
    public Successor edge(Label from, Label to) {
        for (Successor successor : cfg.block(from).terminator().successors()) {
            if (successor.target().equals(to)) {
                return successor;
            }
        }
        throw new IllegalArgumentException("no edge from " + from + " to " + to);
    }

    /** Returns an induction variable that steps by 1 or -1, from which the number of trips is known, or null. */
    public @Nullable Induction unitInduction(Loop loop) {
        Induction best = null;
        for (Induction induction : Induction.of(loop, cfg, definitions)) {
            if (induction.variable().type() == PrimitiveType.I32
                    && Math.abs(induction.step()) == 1
                    && (best == null || induction.init() instanceof dev.fluxion.ir.Constant)) {
                best = induction;
            }
        }
        return best;
    }

    /**
     * Returns the test that alone ends a loop, if {@code bound - init} (or the negative of it), where positive, is how
     * often the loop goes round; else null.
     */
    public @Nullable CountedLoop countedByDifference(Loop loop) {
        CountedLoop counted = CountedLoop.of(loop, loops, dominators, definitions);
        if (counted == null
                || !counted.isOnlyExit()
                || !counted.testsAtTop()
                || counted.testsNext()
                || !counted.conditions().isEmpty()
                || !counted.isBoundDefinedOutside(definitions)
                || counted.induction().variable().type() != PrimitiveType.I32) {
            return null;
        }
        long step = counted.induction().step();
        return switch (counted.kind()) {
            case LT, NE -> step == 1 ? counted : null;
            case GT -> step == -1 ? counted : null;
            case LE, GE, EQ -> null;
        };
    }

    /** Returns the induction that a header parameter is, or null. */
    public @Nullable Induction induction(Variable variable) {
        Loop loop = loops.headedBy(definitions.place(variable).block());
        if (loop == null) {
            return null;
        }
        for (Induction induction : Induction.of(loop, cfg, definitions)) {
            if (induction.variable().equals(variable)) {
                return induction;
            }
        }
        return null;
    }
}
