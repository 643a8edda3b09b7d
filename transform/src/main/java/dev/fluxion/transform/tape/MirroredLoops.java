package dev.fluxion.transform.tape;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.CountedLoop;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Induction;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;

import org.jspecify.annotations.Nullable;

/**
 * Tells which loops run the trips of other loops backwards: the second counts down from the number of trips that the
 * first has made.
 *
 * <pre>
 *     ^h(%i): %c = lt %i, %n; br_if %c, ^b, ^r(%i)       makes max(%n, 0) trips
 *     ...
 *     ^r(%t): %d = ne %t, 0; br_if %d, ^s, ^out          makes as many
 *     ^s: %u = sub %t, 1; ...; br ^r(%u)                 in the trip with %u = k it mirrors the one with %i = k
 * </pre>
 *
 * <p>Loops in loops mirror each other where the outer ones do, each is run on every trip of its outer loop, and the
 * number of trips is handed over on a stack that is pushed and popped once on each of these trips.
 */
final class MirroredLoops {

    private final TapeSites sites;
    private final Cfg cfg;
    private final Dominators dominators;
    private final Loops loops;
    private final Definitions definitions;

    MirroredLoops(Function function, TapeSites sites) {
        this.sites = sites;
        cfg = Cfg.of(function);
        dominators = Dominators.of(cfg);
        loops = Loops.of(dominators);
        definitions = Definitions.of(function);
    }

    /**
     * Two loops that mirror each other.
     *
     * @param forward makes its trips first; its bound and the first value of its induction are known before it
     * @param reverse makes as many; its induction counts down to one
     * @param trips how many, where the reverse loop is entered
     * @param around the loops around them, or null
     */
    record Pair(CountedLoop forward, CountedLoop reverse, Value trips, @Nullable Pair around) {}

    /** The number of a trip, from zero: the same in a loop and in the one that mirrors it. */
    private record Trip(Label header) {}

    /** Returns the loops around a push and a pop if what is pushed in trip k is popped in the mirrored trip k. */
    @Nullable Pair around(TapeSites.Site push, TapeSites.Site pop) {
        Loop first = loops.innermost(push.block());
        Loop second = loops.innermost(pop.block());
        if (first == null || second == null || first == second) {
            return null;
        }
        Pair pair = pair(first, second);
        return pair != null && isOnEachTrip(push.block(), pair.forward) && isOnEachTrip(pop.block(), pair.reverse)
                ? pair
                : null;
    }

    private @Nullable Pair pair(Loop first, Loop second) {
        CountedLoop forward = counted(first);
        CountedLoop reverse = counted(second);
        if (forward == null || reverse == null || !isCountdown(reverse)) {
            return null;
        }
        Value trips = reverse.induction().init();
        Loop outer = first.parent();
        Loop outerReverse = second.parent();
        if (outer == outerReverse) {
            boolean equal = isTrips(trips, forward) || isTripsByBounds(trips, forward, null);
            return equal ? new Pair(forward, reverse, trips, null) : null;
        }
        if (outer == null || outerReverse == null) {
            return null;
        }
        Pair around = pair(outer, outerReverse);
        boolean equal =
                around != null
                        && isOnEachTrip(first.header(), around.forward)
                        && isOnEachTrip(second.header(), around.reverse)
                        && (isHandedOver(trips, forward, around) || isTripsByBounds(trips, forward, around));
        return equal ? new Pair(forward, reverse, trips, around) : null;
    }

    /** Counted by one, left only at its top, with a bound that is known before. */
    private @Nullable CountedLoop counted(Loop loop) {
        CountedLoop counted = CountedLoop.of(loop, loops, dominators, definitions);
        return counted != null
                        && counted.testsAtTop()
                        && !counted.testsNext()
                        && counted.isOnlyExit()
                        && Math.abs(counted.induction().step()) == 1
                        && counted.induction().variable().type() == PrimitiveType.I32
                        && counted.isBoundDefinedOutside(definitions)
                        && loop.latches().size() == 1
                ? counted
                : null;
    }

    private static boolean isCountdown(CountedLoop counted) {
        return counted.kind() == CompareKind.NE
                && counted.induction().step() == -1
                && counted.bound().equals(Constant.of(0));
    }

    /** Returns whether a block runs exactly once on each trip. */
    private boolean isOnEachTrip(Label block, CountedLoop counted) {
        Loop loop = counted.loop();
        Loop own = loops.innermost(block);
        boolean isDirect = own == loop || own != null && own.parent() == loop && own.header().equals(block);
        return isDirect
                && cfg.predecessors(counted.body()).size() == 1
                && dominators.dominates(counted.body(), block)
                && dominators.dominates(block, loop.latches().getFirst());
    }

    /** Returns whether a value, after the loop, is how many trips it has made. */
    private boolean isTrips(Value value, CountedLoop counted) {
        if (!(value instanceof Variable variable)) {
            return false;
        }
        for (Induction induction : Induction.of(counted.loop(), cfg, definitions)) {
            Variable counter = induction.variable();
            if (counter.type() != PrimitiveType.I32) {
                continue;
            }
            if (variable.equals(counter)) {
                return induction.step() == 1 && induction.init().equals(Constant.of(0));
            }
            if (isAfter(variable, counted.loop()) && isDistance(variable, induction)) {
                return true;
            }
        }
        return false;
    }

    /** A value from the header is that of the last test, and one from behind the loop comes later. */
    private boolean isAfter(Variable variable, Loop loop) {
        Label block = definitions.place(variable).block();
        return block.equals(loop.header()) || !loop.contains(block);
    }

    /** {@code i - first} where it counts up, {@code first - i} where it counts down. */
    private boolean isDistance(Variable variable, Induction induction) {
        if (!(definitions.op(variable) instanceof Op.Binary(BinaryKind kind, Value x, Value y))) {
            return false;
        }
        Variable counter = induction.variable();
        if (induction.step() == 1 && x.equals(counter)) {
            return kind == BinaryKind.SUB && y.equals(induction.init())
                    || kind == BinaryKind.ADD
                            && y instanceof Constant.IntConstant(int offset)
                            && induction.init() instanceof Constant.IntConstant(int first)
                            && offset == -first;
        }
        return induction.step() == -1 && kind == BinaryKind.SUB && x.equals(induction.init()) && y.equals(counter);
    }

    /** Returns whether the number of trips is popped on each reversed trip around, having been pushed on each trip. */
    private boolean isHandedOver(Value trips, CountedLoop forward, Pair around) {
        if (!(trips instanceof Variable variable
                && definitions.op(variable) instanceof Op.TapePop(int stack, var type))) {
            return false;
        }
        TapeSites.Site push = sites.push(stack);
        TapeSites.Site pop = sites.pop(stack);
        return push != null
                && pop != null
                && push.statement().op() instanceof Op.TapePush(int same, Value pushed)
                && isTrips(pushed, forward)
                && loops.innermost(push.block()) == around.forward.loop()
                && loops.innermost(pop.block()) == around.reverse.loop()
                && isOnEachTrip(push.block(), around.forward)
                && isOnEachTrip(pop.block(), around.reverse);
    }

    /** Returns whether a value is {@code first < bound ? bound - first : 0}, or what the loop's kind has instead. */
    private boolean isTripsByBounds(Value trips, CountedLoop counted, @Nullable Pair around) {
        boolean up = counted.induction().step() > 0;
        Value first = counted.induction().init();
        if (trips instanceof Constant.IntConstant(int number)
                && first instanceof Constant.IntConstant(int start)
                && counted.bound() instanceof Constant.IntConstant(int end)) {
            return counted.conditions().isEmpty() && counted.trips(start, end) == number;
        }
        LinearForm start = form(first, around, true);
        LinearForm end = form(counted.bound(), around, true);
        if (start == null || end == null) {
            return false;
        }
        LinearForm distance = up ? end.plus(start, -1) : start.plus(end, -1);
        return switch (counted.kind()) {
            case NE -> distance.equals(form(trips, around, false));
            case LT, GT ->
                    trips instanceof Variable variable
                            && definitions.op(variable) instanceof Op.Select(Value any, Value some, Value none)
                            && none.equals(Constant.of(0))
                            && isTest(any, counted.kind(), start, end, around)
                            && distance.equals(form(some, around, false));
            case LE, GE, EQ -> false;
        };
    }

    private boolean isTest(Value value, CompareKind wanted, LinearForm start, LinearForm end, @Nullable Pair around) {
        if (!(value instanceof Variable variable
                && definitions.op(variable) instanceof Op.Compare(CompareKind kind, Value x, Value y))) {
            return false;
        }
        LinearForm left = form(x, around, false);
        LinearForm right = form(y, around, false);
        return kind == wanted && start.equals(left) && end.equals(right)
                || kind == wanted.swapped() && end.equals(left) && start.equals(right);
    }

    /**
     * Returns what a value of the forward or of the reverse loops is in terms of the numbers of their trips, which are
     * the same where one mirrors the other, and of values known outside; null where it is anything else.
     */
    private @Nullable LinearForm form(Value value, @Nullable Pair around, boolean isForward) {
        return LinearForm.of(value, definitions, variable -> leaf(variable, around, isForward));
    }

    private @Nullable LinearForm leaf(Variable variable, @Nullable Pair around, boolean isForward) {
        Label block = definitions.place(variable).block();
        boolean isInside = false;
        for (Pair pair = around; pair != null; pair = pair.around) {
            Induction induction = (isForward ? pair.forward : pair.reverse).induction();
            LinearForm trip = LinearForm.term(new Trip(pair.forward.loop().header()));
            if (variable.equals(induction.variable())) {
                LinearForm first = isForward ? form(induction.init(), pair.around, true) : LinearForm.of(1);
                return first == null ? null : first.plus(trip, isForward ? (int) induction.step() : 1);
            }
            isInside |= pair.forward.loop().contains(block) || pair.reverse.loop().contains(block);
        }
        return isInside ? null : LinearForm.term(variable);
    }

    /** Returns the block that enters a loop, which ends in a jump. */
    Label preheader(CountedLoop counted) {
        for (Label from : cfg.predecessors(counted.loop().header())) {
            if (!counted.loop().contains(from)) {
                return from;
            }
        }
        throw new IllegalArgumentException("nothing enters " + counted.loop());
    }
}
