package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.CountedLoop;
import dev.fluxion.ir.analysis.Induction;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.primal.Merges;
import dev.fluxion.transform.primal.PrimalShape;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Decides for each need of the reverse sweep whether it is at hand, recomputed or remembered.
 *
 * <p>A value defined outside all loops stays in a local variable (in the fused form), unless too many values would have
 * to be passed along too many edges: where dozens of ways lead to one block, as from each call in a {@code try} to its
 * handler, the code for that grows with the square of what is in it. An induction variable follows from the trip
 * number. What is cheap to compute from such values, and from elements and fields that nobody has overwritten, is
 * computed anew; the rest is remembered: at the end of the block whose reverse asks for it or, where that is in a loop
 * which does not change the value, once at the exits of that loop.
 *
 * <p>On recomputing against recording: Hascoët, Naumann and Pascual, <i>"To be recorded" analysis in reverse-mode
 * automatic differentiation</i>, doi:10.1016/j.future.2004.11.009.
 */
final class TapePlanner {

    /** The price, in additions, above which a value is rather remembered than recomputed. */
    private static final int DEAREST = 6;

    private static final int NEVER = 1_000;

    /** The price of what does not change in the loop that asks: it is computed, or remembered, outside of that. */
    private static final int OUTSIDE = 1;

    /** How many operations deep recomputing goes. */
    private static final int DEEPEST = 6;

    /** So many arguments of edges, a few bytes each and several times that in a second derivative, are no trouble. */
    private static final int MOST_ARGUMENTS = 500;

    /** A value that so many edges pass is never remembered for that: a push and a pop would not be less. */
    private static final int FEW_EDGES = 6;

    private record Ask(Need need, Label at) {}

    private final PrimalShape shape;
    private final Recomputation recomputation;
    private final boolean fused;
    private final IntSupplier freshStack;
    private final Set<Ask> asks = new LinkedHashSet<>();
    private final TapePlan plan = new TapePlan();
    private final Merges merges;
    private final Map<Type, Integer> sharedStacks = new HashMap<>();
    private boolean isCrowded;

    TapePlanner(PrimalShape shape, Recomputation recomputation, boolean fused, IntSupplier freshStack) {
        this.shape = shape;
        this.recomputation = recomputation;
        this.fused = fused;
        this.freshStack = freshStack;
        this.merges = new Merges(shape);
    }

    /** Says that the reverse of a block needs something. */
    void ask(Need need, Label at) {
        asks.add(new Ask(need, at));
    }

    /** Says that the reverse of a block needs a value. */
    void ask(Value value, Label at) {
        if (value instanceof Variable variable) {
            ask(new Need.Primal(variable), at);
        }
    }

    /**
     * Says that the reverse of a block needs the shadow of something, which is found by identity. For what does not
     * change in a loop it is looked up where that loop is left.
     */
    void askFound(Variable owner, Label at) {
        if (isFoundOutside(owner, at)) {
            for (Label home : homes(new Need.Primal(owner), at)) {
                ask(owner, home);
                plan.lookUp(home, owner);
            }
        } else {
            ask(owner, at);
        }
    }

    /** Returns whether a shadow has been looked up outside of the loop that asks. */
    boolean isFoundOutside(Variable owner, Label at) {
        return shape.loopOf(owner) != shape.loops().innermost(at) && homesAreIn(shape.loopOf(owner), owner, at);
    }

    private boolean homesAreIn(@Nullable Loop loop, Variable variable, Label at) {
        for (Label home : homes(new Need.Primal(variable), at)) {
            if (shape.loops().innermost(home) != loop) {
                return false;
            }
        }
        return true;
    }

    /** Decides; opaque values first, so that what can be computed from them finds them remembered. */
    TapePlan decide() {
        isCrowded = fused && arguments() > MOST_ARGUMENTS;
        for (Ask ask : asks) {
            if (isOpaque(ask.need)) {
                settle(ask.need, ask.at);
            }
        }
        for (Ask ask : asks) {
            settle(ask.need, ask.at);
        }
        return plan;
    }

    /** Returns how many arguments edges would have if all values from outside of loops stayed in local variables. */
    private int arguments() {
        Set<Need> seen = new LinkedHashSet<>();
        int sum = 0;
        for (Ask ask : asks) {
            if (loopOf(ask.need, ask.at) == null && seen.add(ask.need)) {
                sum += merges.edges(home(ask.need, ask.at));
            }
        }
        return sum;
    }

    private Label home(Need need, Label at) {
        return switch (need) {
            case Need.Primal primal -> shape.definitions().place(primal.variable()).block();
            case Need.Shadow shadow -> shape.definitions().place(shadow.variable()).block();
            case Need.Path path -> path.join();
            case Need.Trips _ -> at;
        };
    }

    private boolean isOpaque(Need need) {
        return !(need instanceof Need.Primal primal)
                || shape.induction(primal.variable()) == null && recomputation.of(primal.variable()) == null;
    }

    /** Returns whether a value outlives the forward sweep by itself. */
    boolean isLive(Need need, Label at) {
        return fused && loopOf(need, at) == null && !isCrowdedOut(need, at);
    }

    /** Returns whether a value from outside of loops is remembered nevertheless. */
    private boolean isCrowdedOut(Need need, Label at) {
        return isCrowded && merges.edges(home(need, at)) > FEW_EDGES;
    }

    /**
     * Returns a stack for what a block remembers. What is remembered outside of loops shares stacks: each is used in
     * order.
     */
    private int stack(Need need, Label at) {
        if (!isCrowded || loopOf(need, at) != null) {
            return freshStack.getAsInt();
        }
        return sharedStacks.computeIfAbsent(need.type(), type -> freshStack.getAsInt());
    }

    private @Nullable Loop loopOf(Need need, Label at) {
        return switch (need) {
            case Need.Primal primal -> shape.loopOf(primal.variable());
            case Need.Shadow shadow -> shape.loopOf(shadow.variable());
            case Need.Path path -> shape.loops().innermost(path.join());
            case Need.Trips trips -> shape.loops().innermost(at);
        };
    }

    /** Returns the blocks that remember a value for the reverse of a block. */
    private List<Label> homes(Need need, Label at) {
        Loop defined = loopOf(need, at);
        Loop around = shape.loops().innermost(at);
        if (around == defined) {
            return List.of(at);
        }
        while (around != null && around.parent() != defined) {
            around = around.parent();
        }
        if (around == null) {
            throw new IllegalStateException(need + " is used outside the loop that defines it, at " + at);
        }
        List<Label> homes = new ArrayList<>();
        for (Loop.Exit way : around.exits()) {
            if (shape.mayReturn(way.to())) {
                homes.add(way.to());
            }
        }
        return homes;
    }

    private boolean isRemembered(Need need, Label at) {
        for (Label home : homes(need, at)) {
            if (!plan.provides(home, need)) {
                return false;
            }
        }
        return true;
    }

    /** Returns how the reverse of a block gets at a need, as decided. */
    TapePlan.Recipe recipe(Need need, Label at) {
        if (isAtHand(need, at)) {
            return new TapePlan.Recipe.AtHand();
        }
        return recomputing(need, at);
    }

    /** Returns how a need is computed anew. */
    TapePlan.Recipe recomputing(Need need, Label at) {
        if (need instanceof Need.Trips trips) {
            CountedLoop counted = counted(trips);
            if (counted != null) {
                return new TapePlan.Recipe.FromBounds(counted);
            }
        }
        if (need instanceof Need.Primal primal) {
            Induction induction = shape.induction(primal.variable());
            if (induction != null) {
                return new TapePlan.Recipe.FromTrip(induction, shape.definitions().place(primal.variable()).block());
            }
            Op op = recomputation.of(primal.variable());
            if (op != null) {
                return new TapePlan.Recipe.Recompute(op);
            }
        }
        throw new IllegalStateException("no way to get at " + need + " in the reverse of " + at);
    }

    private void settle(Need need, Label at) {
        if (isAtHand(need, at)) {
            return;
        }
        if (need instanceof Need.Trips trips && price(trips, at) <= DEAREST) {
            CountedLoop counted = java.util.Objects.requireNonNull(counted(trips));
            settle(counted.induction().init(), at);
            settle(counted.bound(), at);
            return;
        }
        if (need instanceof Need.Primal primal
                && (price(primal.variable(), at, 0) <= DEAREST || isBetterReloaded(primal.variable(), at))) {
            if (isReadOutside(primal.variable(), at)) {
                for (Label home : homes(need, at)) {
                    settleSources(primal.variable(), home);
                    plan.prepare(home, need);
                }
            } else {
                settleSources(primal.variable(), at);
            }
            return;
        }
        for (Label home : homes(need, at)) {
            plan.remember(home, need, () -> stack(need, at));
        }
    }

    /**
     * Returns whether a value is read again from memory, the same for each trip of the loop that asks, and whether that
     * can be done where the loop is left.
     */
    private boolean isReadOutside(Variable variable, Label at) {
        return shape.loopOf(variable) != shape.loops().innermost(at)
                && shape.induction(variable) == null
                && recomputation.of(variable) instanceof Op.ArrayLoad
                && homesAreIn(shape.loopOf(variable), variable, at);
    }

    private void settleSources(Variable variable, Label at) {
        Induction induction = shape.induction(variable);
        List<Value> sources =
                induction != null
                        ? List.of(induction.init())
                        : java.util.Objects.requireNonNull(recomputation.of(variable)).operands();
        sources.forEach(source -> settle(source, at));
    }

    private void settle(Value value, Label at) {
        if (value instanceof Variable variable) {
            settle(new Need.Primal(variable), at);
        }
    }

    /** Returns whether a value is there without further ado; a constant number of trips is better as a constant. */
    private boolean isAtHand(Need need, Label at) {
        if (isLive(need, at)) {
            return !(need instanceof Need.Trips trips && isConstant(trips));
        }
        return isRemembered(need, at);
    }

    private @Nullable CountedLoop counted(Need.Trips trips) {
        return shape.countedByDifference(java.util.Objects.requireNonNull(shape.loops().headedBy(trips.header())));
    }

    private boolean isConstant(Need.Trips trips) {
        CountedLoop counted = counted(trips);
        return counted != null && counted.induction().init() instanceof Constant && counted.bound() instanceof Constant;
    }

    private int price(Need.Trips trips, Label at) {
        CountedLoop counted = counted(trips);
        return counted == null ? NEVER : 2 + price(counted.induction().init(), at, 0) + price(counted.bound(), at, 0);
    }

    private int price(Value value, Label at, int depth) {
        if (!(value instanceof Variable variable)) {
            return 0;
        }
        Need need = new Need.Primal(variable);
        if (isLive(need, at) || isRemembered(need, at)) {
            return 0;
        }
        if (depth > 0 && shape.loopOf(variable) != shape.loops().innermost(at)) {
            return OUTSIDE;
        }
        if (depth > DEEPEST) {
            return NEVER;
        }
        if (depth > 0 && asks.contains(new Ask(need, at))) {
            return 0; // it is there anyway
        }
        Induction induction = shape.induction(variable);
        if (induction != null) {
            return 1 + price(induction.init(), at, depth + 1);
        }
        Op op = recomputation.of(variable);
        if (op == null) {
            return NEVER;
        }
        int sum = Recomputation.price(op);
        for (Value operand : op.operands()) {
            sum = Math.min(NEVER, sum + price(operand, at, depth + 1));
        }
        return sum;
    }

    /**
     * Returns whether a reference is cheap to read again once what leads to it is remembered outside of the loop: a row
     * of a matrix rather than each of its elements' row.
     */
    private boolean isBetterReloaded(Variable reference, Label at) {
        return reference.type().isReference()
                && recomputation.of(reference) != null
                && priceFromOutside(reference, at, 0) <= DEAREST;
    }

    private int priceFromOutside(Value value, Label at, int depth) {
        if (!(value instanceof Variable variable) || shape.loopOf(variable) != shape.loops().innermost(at)) {
            return 0;
        }
        Induction induction = shape.induction(variable);
        if (induction != null) {
            return 1 + priceFromOutside(induction.init(), at, depth + 1);
        }
        Op op = recomputation.of(variable);
        if (op == null || depth > DEEPEST) {
            return NEVER;
        }
        int sum = Recomputation.price(op);
        for (Value operand : op.operands()) {
            sum = Math.min(NEVER, sum + priceFromOutside(operand, at, depth + 1));
        }
        return sum;
    }
}
