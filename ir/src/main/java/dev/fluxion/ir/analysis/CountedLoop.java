package dev.fluxion.ir.analysis;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Terminator.Branch;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.op.Pure;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A loop whose number of trips can be told when it is entered.
 *
 * <p>On each trip it compares the induction variable {@code i} (or, with {@code testsNext}, {@code i + step}) with a
 * bound that does not change, and goes on while {@code tested kind bound}:
 *
 * <pre>
 *   ^header(%i: i32, ...):  ...  br_if (lt %i, %bound) ^body, ^exit          step &gt; 0: LT, LE; step &lt; 0: GT, GE;
 *   ...                     %i2 = add %i, step;  br ^header(%i2, ...)        step 1 or -1: NE
 * </pre>
 *
 * <p>The test is evaluated exactly once on every trip that reaches the back edge, since {@code exiting} dominates all
 * latches and is in no inner loop. Unless another exit, a return or an exception ends the loop first, it holds exactly
 * {@link #trips} times and then fails once, <em>provided that all {@code conditions} hold</em>. They say that the
 * tested value does not overflow before it passes the bound; without them the loop may run on through the wrap-around.
 * An empty list means that the formula always holds. (NE needs none: it is exact in wrapping arithmetic.)
 *
 * @param loop the loop
 * @param induction what is compared
 * @param testsNext whether {@code i + step} is compared instead of {@code i}
 * @param kind the comparison under which the loop goes on
 * @param bound the right-hand side: a constant, or a variable that has the same value on each trip; it may be defined
 *     inside the loop where its operands do not change (an array's length), see {@link #isBoundDefinedOutside}
 * @param exiting the block of the loop that ends with the test
 * @param body where the test leads when it holds: a block of the loop, the header itself for a test at the bottom
 * @param exit where it leads when it fails: outside
 * @param isOnlyExit whether the loop has no other edge out; returns and uncaught exceptions are not edges
 * @param conditions what must hold for {@link #trips} to be right
 */
public record CountedLoop(
        Loop loop,
        Induction induction,
        boolean testsNext,
        CompareKind kind,
        Value bound,
        Label exiting,
        Label body,
        Label exit,
        boolean isOnlyExit,
        List<Condition> conditions) {

    /** How many operations are looked through to see that a bound does not change. */
    private static final int DEPTH = 8;

    /** Copies the conditions in. */
    public CountedLoop {
        conditions = List.copyOf(conditions);
    }

    /**
     * A range that a value must lie in.
     *
     * @param value defined where the loop's header is entered, but for a bound that is defined inside
     * @param min the least allowed value
     * @param max the greatest allowed value
     */
    public record Condition(Value value, long min, long max) {}

    /**
     * Recognises a counted loop. If several of its tests qualify, the first in reverse postorder is taken, so the
     * header's if it has one.
     *
     * @return null if no test of the loop has the shape above, or if the function has an irreducible cycle
     */
    public static @Nullable CountedLoop of(Loop loop, Loops loops, Dominators dominators, Definitions definitions) {
        List<Induction> inductions = Induction.of(loop, dominators.cfg(), definitions);
        if (inductions.isEmpty() || !loops.isReducible()) {
            return null;
        }
        for (Loop.Exit exit : loop.exits()) {
            if (loops.innermost(exit.from()) == loop && dominatesAll(dominators, exit.from(), loop.latches())) {
                Block block = dominators.cfg().block(exit.from());
                for (Induction induction : inductions) {
                    CountedLoop counted = match(loop, induction, block, definitions);
                    if (counted != null) {
                        return counted;
                    }
                }
            }
        }
        return null;
    }

    /** Returns whether the test comes before all else, so that the header's statements run once more than the rest. */
    public boolean testsAtTop() {
        return exiting.equals(loop.header());
    }

    /** Returns whether passing the test is the way back to the header: all blocks run {@code trips + 1} times. */
    public boolean testsAtBottom() {
        return body.equals(loop.header());
    }

    /** Returns whether the bound is a constant or defined before the loop. */
    public boolean isBoundDefinedOutside(Definitions definitions) {
        return !(bound instanceof Variable variable && loop.contains(definitions.place(variable).block()));
    }

    /**
     * Returns how many times the test holds, as an unsigned number.
     *
     * <pre>
     *   first = testsNext ? init + step : init
     *   LT: ceil((bound - first) / step)           LE: floor((bound - first) / step) + 1         0 if negative
     *   GT, GE: the same with all signs changed    NE: (bound - first) * step mod 2^32 or 2^64
     * </pre>
     *
     * @param init the value of {@code induction.init()}
     * @param limit the value of {@code bound}
     */
    public long trips(long init, long limit) {
        boolean isInt = induction.variable().type().slots() == 1;
        long step = induction.step();
        long first = testsNext ? init + step : init;
        if (kind == CompareKind.NE) {
            long distance = step > 0 ? limit - first : first - limit;
            return isInt ? distance & 0xFFFF_FFFFL : distance;
        }
        if (!holds(first, limit)) {
            return 0;
        }
        long distance = step > 0 ? limit - first : first - limit;
        long size = Math.abs(step);
        boolean orEqual = kind == CompareKind.LE || kind == CompareKind.GE;
        return Long.divideUnsigned(orEqual ? distance : distance - 1, size) + 1;
    }

    private boolean holds(long first, long limit) {
        return switch (kind) {
            case LT -> first < limit;
            case LE -> first <= limit;
            case GT -> first > limit;
            case GE -> first >= limit;
            case NE -> first != limit;
            case EQ -> first == limit;
        };
    }

    private static boolean dominatesAll(Dominators dominators, Label block, List<Label> others) {
        for (Label other : others) {
            if (!dominators.dominates(block, other)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable CountedLoop match(Loop loop, Induction induction, Block block, Definitions definitions) {
        if (!(block.terminator() instanceof Branch(var condition, var then, var otherwise))
                || loop.contains(then.target()) == loop.contains(otherwise.target())) {
            return null;
        }
        CompareKind kind = CompareKind.NE;
        Value x = condition;
        Value y = Constant.of(0);
        if (condition instanceof Variable variable && definitions.op(variable) instanceof Op.Compare compare) {
            kind = compare.kind();
            x = compare.x();
            y = compare.y();
        }
        int side = tested(x, induction, definitions);
        if (side < 0) {
            Value other = x;
            x = y;
            y = other;
            kind = kind.swapped();
            side = tested(x, induction, definitions);
        }
        if (side < 0 || !isInvariant(y, loop, definitions, DEPTH)) {
            return null;
        }
        boolean goesOnIfTrue = loop.contains(then.target());
        CompareKind goesOn = goesOnIfTrue ? kind : kind.negated();
        List<Condition> conditions = Overflow.conditions(induction, side == 1, goesOn, y, definitions);
        return conditions == null
                ? null
                : new CountedLoop(
                        loop,
                        induction,
                        side == 1,
                        goesOn,
                        y,
                        block.label(),
                        goesOnIfTrue ? then.target() : otherwise.target(),
                        goesOnIfTrue ? otherwise.target() : then.target(),
                        loop.exits().size() == 1,
                        conditions);
    }

    /** 0 for the induction variable itself, 1 for its next value, else -1. */
    private static int tested(Value value, Induction induction, Definitions definitions) {
        if (value.equals(induction.variable())) {
            return 0;
        }
        return Induction.distance(value, induction.variable(), definitions) == induction.step() ? 1 : -1;
    }

    private static boolean isInvariant(Value value, Loop loop, Definitions definitions, int depth) {
        if (!(value instanceof Variable variable) || !loop.contains(definitions.place(variable).block())) {
            return true;
        }
        Op op = definitions.op(variable);
        if (depth == 0 || !(op instanceof Pure || op instanceof Op.ArrayLength)) {
            return false;
        }
        for (Value operand : op.operands()) {
            if (!isInvariant(operand, loop, definitions, depth - 1)) {
                return false;
            }
        }
        return true;
    }
}
