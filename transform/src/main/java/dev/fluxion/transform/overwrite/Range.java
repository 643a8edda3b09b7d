package dev.fluxion.transform.overwrite;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.CountedLoop;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.type.PrimitiveType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The elements {@code low .. low + size * count - 1}, each of which a nest of counted loops visits exactly once
 * whenever the function returns.
 *
 * <pre>
 *   for (k = T; k != 0; k--) for (j = 784; j != 0; j--) ... a[(k - 1) * 784 + j - 1] ...      low 0, size 784, count T
 * </pre>
 *
 * @param low the first element
 * @param size how many elements a trip of the outermost loop visits
 * @param count how many trips that has
 * @param outermost its header
 */
record Range(int low, int size, Value count, Label outermost) {

    /** What the search looks at. */
    record Shape(Cfg cfg, Dominators dominators, Loops loops, Definitions definitions) {
        static Shape of(Function function) {
            Cfg cfg = Cfg.of(function);
            Dominators dominators = Dominators.of(cfg);
            return new Shape(cfg, dominators, Loops.of(dominators), Definitions.of(function));
        }
    }

    /** Returns the range that an index in a block covers, or null if that cannot be told. */
    static @Nullable Range of(Value index, Label block, Shape shape) {
        List<CountedLoop> nest = nest(block, shape);
        if (nest == null) {
            return null;
        }
        Set<Variable> inductions = new HashSet<>();
        nest.forEach(counted -> inductions.add(counted.induction().variable()));
        Affine affine = Affine.of(index, inductions, shape.definitions());
        return affine == null ? null : contiguous(affine, nest);
    }

    /**
     * Returns the loops around a block, innermost first, if the block runs exactly once for each combination of their
     * trips, and the outermost loop is always reached and only once; else null.
     */
    private static @Nullable List<CountedLoop> nest(Label block, Shape shape) {
        List<CountedLoop> nest = new ArrayList<>();
        Label inner = block;
        for (Loop loop = shape.loops().innermost(block); loop != null; loop = loop.parent()) {
            CountedLoop counted = CountedLoop.of(loop, shape.loops(), shape.dominators(), shape.definitions());
            if (counted == null
                    || !counted.isOnlyExit()
                    || !counted.testsAtTop()
                    || counted.testsNext()
                    || !counted.conditions().isEmpty()
                    || counted.induction().variable().type() != PrimitiveType.I32
                    || inner.equals(loop.header())) {
                return null;
            }
            for (Label latch : loop.latches()) {
                if (!shape.dominators().dominates(inner, latch)) {
                    return null;
                }
            }
            nest.add(counted);
            inner = loop.header();
        }
        return nest.isEmpty() || !isAlwaysReached(inner, shape) ? null : nest;
    }

    private static boolean isAlwaysReached(Label header, Shape shape) {
        for (var block : shape.cfg().blocks()) {
            if (block.terminator() instanceof Terminator.Return
                    && !shape.dominators().dominates(header, block.label())) {
                return false;
            }
        }
        return true;
    }

    /** Each loop's stride must be what the loops within it cover together. */
    private static @Nullable Range contiguous(Affine affine, List<CountedLoop> nest) {
        long low = affine.constant();
        long covered = 1;
        for (int i = 0; i < nest.size(); i++) {
            CountedLoop counted = nest.get(i);
            long factor = affine.factor(counted.induction().variable());
            long stride = factor * counted.induction().step();
            if (Math.abs(stride) != covered) {
                return null;
            }
            boolean isOutermost = i == nest.size() - 1;
            Value first = counted.induction().init();
            if (first instanceof Constant.IntConstant(int from)
                    && counted.bound() instanceof Constant.IntConstant(int to)) {
                long trips = counted.trips(from, to);
                long least = factor * (stride > 0 ? from : from + (trips - 1) * counted.induction().step());
                low += least;
                if (trips < 1 || trips * covered > Integer.MAX_VALUE) {
                    return null;
                }
                if (isOutermost) {
                    return of(low, covered, Constant.of((int) trips), counted);
                }
                covered *= trips;
            } else if (isOutermost && factor > 0 && countsDownToZero(counted)) {
                return of(low + factor, covered, first, counted);
            } else {
                return null;
            }
        }
        return null;
    }

    private static boolean countsDownToZero(CountedLoop counted) {
        return counted.kind() == CompareKind.NE
                && counted.induction().step() == -1
                && counted.bound().equals(Constant.of(0));
    }

    private static @Nullable Range of(long low, long size, Value count, CountedLoop outermost) {
        return low < 0 || low > Integer.MAX_VALUE
                ? null
                : new Range((int) low, (int) size, count, outermost.loop().header());
    }
}
