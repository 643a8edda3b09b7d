package dev.fluxion.transform.range;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.CountedLoop;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.transform.range.Polynomial.Atom;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Two moments of a run, an earlier and a later one, each in a block: on one trip of all the loops around both, or on a
 * later trip of one of them. What may be said about the values that variables have at these moments.
 *
 * <p>A counter of a loop lies between where it begins and where it ends, and on a later trip it is further on. So the
 * least value of a polynomial is found by putting the least value in the place of a counter that has a positive factor
 * and the greatest of one that has a negative one, those of inner loops first, as their bounds are in terms of the
 * outer ones. What is left counts with all values that an {@code int} can have.
 */
final class TwoTimes {

    private static final BigInteger LEAST = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger GREATEST = BigInteger.valueOf(Integer.MAX_VALUE);

    /** How many operations deep one looks, and how many counters one replaces. */
    private static final int DEEPEST = 10;

    private final Counters counters;
    private final Definitions definitions;
    private final Label first;
    private final Label second;
    private final @Nullable Loop changed;
    private final @Nullable Loop common;

    /**
     * Names the moments.
     *
     * @param first the block of the earlier one
     * @param second the block of the later one
     * @param changed the loop around both that is on a later trip while the loops around it are not, or null if none
     */
    TwoTimes(Counters counters, Definitions definitions, Label first, Label second, @Nullable Loop changed) {
        this.counters = counters;
        this.definitions = definitions;
        this.first = first;
        this.second = second;
        this.changed = changed;
        this.common = counters.common(first, second);
    }

    /** Returns whether two numbers of type {@code int}, one of each moment, are surely different. */
    boolean differ(Value one, Value other) {
        Polynomial x = of(one, false);
        Polynomial y = of(other, true);
        Polynomial distance = x == null || y == null ? null : y.minus(x);
        return distance != null && isNeverZero(distance);
    }

    /** Returns whether a number is surely not negative in a block. */
    static boolean isNotNegative(Value value, Label block, Counters counters, Definitions definitions) {
        Polynomial polynomial = new TwoTimes(counters, definitions, block, block, null).exact(value, false);
        BigInteger least =
                polynomial == null
                        ? null
                        : new TwoTimes(counters, definitions, block, block, null).least(polynomial, 0);
        return least != null && least.signum() >= 0;
    }

    /** Not zero modulo 2^32 either, as both numbers may have overflown. */
    private boolean isNeverZero(Polynomial distance) {
        BigInteger least = least(distance, 0);
        BigInteger greatest = greatest(distance, 0);
        boolean isSmall = false;
        if (least != null && greatest != null) {
            isSmall = least.bitLength() <= Integer.SIZE && greatest.bitLength() <= Integer.SIZE;
            if (isSmall && (least.signum() > 0 || greatest.signum() < 0)) {
                return true;
            }
        }
        for (var term : distance.terms().entrySet()) {
            long stride = Math.abs(term.getValue());
            boolean isExact = isSmall || Long.bitCount(stride) == 1;
            if (stride > 1 && !term.getKey().isEmpty() && isExact && hasRemainder(distance, stride)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a number is surely no multiple of another: rows may be equal, but then the columns are not. */
    private boolean hasRemainder(Polynomial number, long stride) {
        Polynomial rest = number.modulo(stride);
        for (Polynomial remainder : List.of(rest, rest.plusConstant(-stride))) {
            BigInteger least = least(remainder, 0);
            BigInteger greatest = greatest(remainder, 0);
            if (least != null
                    && greatest != null
                    && (least.signum() > 0 && greatest.compareTo(BigInteger.valueOf(stride)) < 0
                            || greatest.signum() < 0 && least.compareTo(BigInteger.valueOf(-stride)) > 0)) {
                return true;
            }
        }
        return false;
    }

    /** Returns a number of type {@code int} as a polynomial that is equal to it modulo 2^32, or null. */
    private @Nullable Polynomial of(Value value, boolean isLater) {
        return of(value, isLater, 0);
    }

    private @Nullable Polynomial of(Value value, boolean isLater, int depth) {
        if (value instanceof Constant.IntConstant(int number)) {
            return Polynomial.of(number);
        }
        if (!(value instanceof Variable variable) || variable.type() != PrimitiveType.I32) {
            return null;
        }
        Polynomial computed =
                depth < DEEPEST && definitions.op(variable) instanceof Op.Binary op ? of(op, isLater, depth + 1) : null;
        return computed != null ? computed : Polynomial.of(new Atom(variable, isLater && !isShared(variable)));
    }

    private @Nullable Polynomial of(Op.Binary op, boolean isLater, int depth) {
        Polynomial x = of(op.x(), isLater, depth);
        Polynomial y = of(op.y(), isLater, depth);
        if (x == null || y == null) {
            return null;
        }
        return switch (op.kind()) {
            case ADD -> x.plus(y);
            case SUB -> x.minus(y);
            case MUL -> x.times(y);
            case SHL ->
                    op.y() instanceof Constant.IntConstant(int by) && by >= 0 && by < Integer.SIZE
                            ? x.times(Polynomial.of(1L << by))
                            : null;
            case DIV, REM, AND, OR, XOR, SHR, USHR -> null;
        };
    }

    /** Returns whether a variable has the same value at both moments. */
    private boolean isShared(Variable variable) {
        Loop loop = counters.innermost(definitions.place(variable).block());
        if (loop == null) {
            return true;
        }
        return changed == null
                ? common != null && loop.contains(common.header())
                : loop != changed && loop.contains(changed.header());
    }

    /** Returns a number that a polynomial is never below, or null. */
    private @Nullable BigInteger least(Polynomial polynomial, int depth) {
        Atom atom = innermostCounter(polynomial);
        if (atom == null || depth == DEEPEST) {
            return leastOfAny(polynomial);
        }
        Polynomial factor = polynomial.factor(atom);
        if (factor == null) {
            return null;
        }
        BigInteger leastFactor = least(factor, depth + 1);
        boolean isPositive = leastFactor != null && leastFactor.signum() >= 0;
        if (!isPositive) {
            BigInteger greatestFactor = greatest(factor, depth + 1);
            if (greatestFactor == null || greatestFactor.signum() > 0) {
                return null;
            }
        }
        BigInteger best = null;
        for (Polynomial bound : isPositive ? lowerBounds(atom) : upperBounds(atom)) {
            Polynomial replaced = polynomial.with(atom, bound);
            BigInteger found = replaced == null ? null : least(replaced, depth + 1);
            if (found != null && (best == null || found.compareTo(best) > 0)) {
                best = found;
            }
        }
        return best;
    }

    private @Nullable BigInteger greatest(Polynomial polynomial, int depth) {
        Polynomial negative = Polynomial.ZERO.minus(polynomial);
        BigInteger least = negative == null ? null : least(negative, depth);
        return least == null ? null : least.negate();
    }

    /** Returns the counter of the innermost loop, its later value first; null if there is none. */
    private @Nullable Atom innermostCounter(Polynomial polynomial) {
        Atom found = null;
        int depth = 0;
        for (List<Atom> atoms : polynomial.terms().keySet()) {
            for (Atom atom : atoms) {
                CountedLoop loop = counters.countedBy(atom.variable());
                if (loop != null && Counters.isTested(loop, atom.isLater() ? second : first)) {
                    int own = 2 * loop.loop().depth() + (atom.isLater() ? 1 : 0);
                    if (own > depth) {
                        found = atom;
                        depth = own;
                    }
                }
            }
        }
        return found;
    }

    private List<Polynomial> lowerBounds(Atom atom) {
        CountedLoop loop = java.util.Objects.requireNonNull(counters.countedBy(atom.variable()));
        List<Polynomial> bounds = new ArrayList<>();
        if (loop.induction().step() > 0) {
            if (isOnLaterTrip(atom, loop)) {
                add(bounds, Polynomial.of(new Atom(atom.variable(), false)), loop.induction().step());
            }
            add(bounds, exact(loop.induction().init(), atom.isLater()), 0);
        } else {
            switch (loop.kind()) {
                case GT, NE -> add(bounds, exact(loop.bound(), atom.isLater()), 1);
                case GE -> add(bounds, exact(loop.bound(), atom.isLater()), 0);
                case LT, LE, EQ -> {}
            }
        }
        return bounds;
    }

    private List<Polynomial> upperBounds(Atom atom) {
        CountedLoop loop = java.util.Objects.requireNonNull(counters.countedBy(atom.variable()));
        List<Polynomial> bounds = new ArrayList<>();
        if (loop.induction().step() < 0) {
            if (isOnLaterTrip(atom, loop)) {
                add(bounds, Polynomial.of(new Atom(atom.variable(), false)), loop.induction().step());
            }
            add(bounds, exact(loop.induction().init(), atom.isLater()), 0);
        } else {
            switch (loop.kind()) {
                case LT, NE -> add(bounds, exact(loop.bound(), atom.isLater()), -1);
                case LE -> add(bounds, exact(loop.bound(), atom.isLater()), 0);
                case GT, GE, EQ -> {}
            }
        }
        return bounds;
    }

    private boolean isOnLaterTrip(Atom atom, CountedLoop loop) {
        return atom.isLater() && loop.loop() == changed;
    }

    private static void add(List<Polynomial> bounds, @Nullable Polynomial bound, long distance) {
        Polynomial moved = bound == null ? null : bound.plus(Polynomial.of(distance));
        if (moved != null) {
            bounds.add(moved);
        }
    }

    /** Returns a number of type {@code int} as a polynomial that is equal to it, without overflow; null if unknown. */
    private @Nullable Polynomial exact(Value value, boolean isLater) {
        Polynomial polynomial = of(value, isLater);
        if (polynomial == null) {
            return null;
        }
        BigInteger least = least(polynomial, 0);
        BigInteger greatest = greatest(polynomial, 0);
        if (least != null && greatest != null && least.compareTo(LEAST) >= 0 && greatest.compareTo(GREATEST) <= 0) {
            return polynomial;
        }
        return value instanceof Variable variable
                ? Polynomial.of(new Atom(variable, isLater && !isShared(variable)))
                : null;
    }

    /** Returns the least value if nothing is known of what the polynomial is in. */
    private @Nullable BigInteger leastOfAny(Polynomial polynomial) {
        BigInteger sum = BigInteger.ZERO;
        for (var term : polynomial.terms().entrySet()) {
            BigInteger factor = BigInteger.valueOf(term.getValue());
            List<Atom> atoms = term.getKey();
            if (atoms.isEmpty()) {
                sum = sum.add(factor);
            } else if (atoms.size() == 1) {
                BigInteger extreme = factor.signum() < 0 ? GREATEST : least(atoms.getFirst());
                sum = sum.add(factor.multiply(extreme));
            } else {
                BigInteger product = factor;
                for (Atom atom : atoms) {
                    BigInteger least = least(atom);
                    if (least.signum() < 0) {
                        return null;
                    }
                    product = product.multiply(factor.signum() < 0 ? GREATEST : least);
                }
                sum = sum.add(product);
            }
        }
        return sum;
    }

    /** An array's length is not negative, and the bound of a loop that is being run lies behind where it began. */
    private BigInteger least(Atom atom) {
        boolean isLength = definitions.op(atom.variable()) instanceof Op.ArrayLength;
        BigInteger least = isLength ? BigInteger.ZERO : LEAST;
        if (!atom.isLater()) {
            least = least.max(leastBound(atom.variable(), first));
        }
        return atom.isLater() || isShared(atom.variable()) ? least.max(leastBound(atom.variable(), second)) : least;
    }

    private BigInteger leastBound(Variable variable, Label block) {
        BigInteger least = LEAST;
        for (Loop loop = counters.innermost(block); loop != null; loop = loop.parent()) {
            CountedLoop counted = counters.of(loop);
            if (counted != null
                    && counted.bound().equals(variable)
                    && counted.kind() == CompareKind.LT
                    && counted.induction().init() instanceof Constant.IntConstant(int from)
                    && Counters.isTested(counted, block)) {
                least = least.max(BigInteger.valueOf(from + 1L));
            }
        }
        return least;
    }
}
