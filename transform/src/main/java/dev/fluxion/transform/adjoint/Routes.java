package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.primal.PrimalShape;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds for each block how its reverse goes on. Regions and loops in which nothing is to be reversed are stepped over,
 * so that they need no record of the path through them.
 */
final class Routes {
    private final PrimalShape shape;
    private final Activity activity;
    private final Predicate<Statement> isReversed;
    private final Set<Label> busy = new HashSet<>();
    private final Map<Label, Route> routes = new HashMap<>();

    Routes(PrimalShape shape, Activity activity, Predicate<Statement> isReversed) {
        this.shape = shape;
        this.activity = activity;
        this.isReversed = isReversed;
        for (Block block : shape.cfg().blocks()) {
            if (shape.mayReturn(block.label()) && hasWork(block)) {
                busy.add(block.label());
            }
        }
        for (Block block : shape.cfg().blocks()) {
            if (shape.mayReturn(block.label())) {
                routes.put(block.label(), find(block));
            }
        }
    }

    /** Returns how the reverse of a block goes on. */
    Route of(Label block) {
        return java.util.Objects.requireNonNull(routes.get(block), "no way back from " + block);
    }

    private boolean hasWork(Block block) {
        for (Statement statement : block.statements()) {
            if (isReversed.test(statement)) {
                return true;
            }
        }
        return hasActiveParameter(block);
    }

    private boolean hasActiveParameter(Block block) {
        for (Variable parameter : block.parameters()) {
            if (activity.isActive(parameter) && parameter.type().isFloating()) {
                return true;
            }
        }
        return false;
    }

    private boolean isIdle(Loop loop) {
        for (Label label : loop.blocks()) {
            if (busy.contains(label)) {
                return false;
            }
        }
        return true;
    }

    private Route find(Block block) {
        Label label = block.label();
        if (label.equals(shape.function().entry().label())) {
            return new Route.End();
        }
        Loop loop = shape.loops().headedBy(label);
        if (loop != null) {
            return new Route.Around(loop, shape.preheader(loop), PrimalShape.latch(loop));
        }
        List<Label> predecessors = shape.cfg().predecessors(label);
        if (predecessors.size() == 1) {
            Label predecessor = predecessors.getFirst();
            return new Route.Straight(predecessor, pastIdleLoops(predecessor, label));
        }
        Label parting = java.util.Objects.requireNonNull(shape.dominators().immediateDominator(label));
        if (!hasActiveParameter(block) && isIdleBetween(parting, label)) {
            Label target = pastIdleLoops(parting, label);
            if (shape.loopsLeft(target, label).isEmpty()) {
                return new Route.Straight(target, target);
            }
        }
        Route diamond = diamond(parting, label, predecessors);
        return diamond != null ? diamond : new Route.Recorded(predecessors);
    }

    /** Steps from a block that is about to be reversed over the idle loops around it that the successor is not in. */
    private Label pastIdleLoops(Label target, Label successor) {
        Label at = target;
        for (Loop left : shape.loopsLeft(target, successor)) {
            if (isIdle(left)) {
                at = shape.preheader(left);
            }
        }
        return at;
    }

    /** Returns whether nothing is to be reversed in the blocks between a dominator and a block, both excluded. */
    private boolean isIdleBetween(Label dominator, Label block) {
        Set<Label> seen = new HashSet<>(Set.of(dominator, block));
        Deque<Label> pending = new ArrayDeque<>(shape.cfg().predecessors(block));
        while (!pending.isEmpty()) {
            Label label = pending.removeLast();
            if (seen.add(label)) {
                if (busy.contains(label)) {
                    return false;
                }
                pending.addAll(shape.cfg().predecessors(label));
            }
        }
        return true;
    }

    private @Nullable Route diamond(Label parting, Label join, List<Label> predecessors) {
        if (predecessors.size() != 2
                || shape.loops().innermost(parting) != shape.loops().innermost(join)
                || !(shape.cfg().block(parting).terminator() instanceof Terminator.Branch branch)
                || !(branch.condition() instanceof Variable condition)) {
            return null;
        }
        Label then = branch.then().target();
        Label otherwise = branch.otherwise().target();
        Label first = predecessors.get(0);
        Label second = predecessors.get(1);
        if (shape.dominators().dominates(then, first) && shape.dominators().dominates(otherwise, second)) {
            return new Route.Diamond(condition, first, second);
        }
        if (shape.dominators().dominates(then, second) && shape.dominators().dominates(otherwise, first)) {
            return new Route.Diamond(condition, second, first);
        }
        return null;
    }
}
