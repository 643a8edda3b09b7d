package dev.fluxion.derivative.sparse;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.runtime.sweep.Columns;
import dev.fluxion.runtime.sweep.Curvature;
import dev.fluxion.runtime.sweep.CurvatureSweeps;
import dev.fluxion.runtime.sweep.Directions;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Dense Hessians of which most elements are zero along the path: their pattern is found at each point, and columns that
 * have no row in common are computed together. Elements are those of a computation column by column, to the bit where
 * they are finite. As long as the pattern stays the same, nothing is allocated. Thread safe.
 */
public final class CompressedHessian {

    /** With fewer variables the sweeps that are saved do not pay for the one that finds the pattern. */
    private static final int LEAST = 64;

    private static final double[][] NOWHERE = {};

    private final Supplier<Curvature> making;
    private volatile @Nullable Curvature indices;
    private volatile boolean isRefused;
    private final AtomicReference<@Nullable Work> idle = new AtomicReference<>();

    /**
     * Makes one.
     *
     * @param indices gives the compiled sweep that finds which inputs each element of the gradient depends on
     */
    public CompressedHessian(Supplier<Curvature> indices) {
        this.making = indices;
    }

    /**
     * Computes the Hessian at {@code x}, if that takes fewer sweeps than column by column.
     *
     * @param sweeps products of the Hessian
     * @param out zeros
     * @return whether it was computed
     */
    public boolean compute(double[] x, CurvatureSweeps sweeps, double[][] out) {
        Curvature sweep = x.length < LEAST ? null : sweep();
        if (sweep == null) {
            return false;
        }
        Work work = idle.getAndSet(null);
        if (work == null || work.point.length != x.length) {
            work = new Work(x.length);
        }
        boolean isCompressed = find(sweep, x, work);
        if (isCompressed) {
            work.out = out;
            sweeps.run(x, work.coloring.count(), work.seeds, work.columns);
            work.out = NOWHERE;
        }
        idle.set(work);
        return isCompressed;
    }

    private @Nullable Curvature sweep() {
        Curvature made = indices;
        if (made == null && !isRefused) {
            try {
                made = making.get();
                indices = made;
            } catch (NotDifferentiableException onlyNumbers) {
                isRefused = true;
            }
        }
        return made;
    }

    /** Returns whether there is a pattern that pays. */
    private boolean find(Curvature sweep, double[] x, Work work) {
        try {
            work.find(sweep, x);
        } catch (NotDifferentiableException onlyNumbers) {
            isRefused = true;
            indices = null;
            return false;
        }
        return work.pays;
    }

    /** What one computation works with, for the next one. */
    private static final class Work {
        private final double[] point;
        private final double[] gradient;
        private final double[] sets;

        /** What was found last, window by window, and room for what is found next. */
        private double[][] known;

        private double[][] found;
        private boolean isKnown;
        private boolean pays;
        private Sparsity sparsity = new Sparsity(0, new int[1], new int[0]);
        private Coloring coloring = new Coloring(new int[0], 0);
        private double[][] out = NOWHERE;
        private final Directions seeds = (xDot, from, lanes) -> coloring.seed(xDot, from, lanes);
        private final Columns columns = this::take;

        Work(int variables) {
            point = new double[variables];
            gradient = new double[variables];
            int windows = (variables + Pattern.WINDOW - 1) / Pattern.WINDOW;
            sets = new double[Math.multiplyExact(variables, Pattern.LANES)];
            known = new double[windows][sets.length];
            found = new double[windows][sets.length];
        }

        void find(Curvature sweep, double[] x) {
            for (int window = 0; window < found.length; window++) {
                Pattern.seed(sets, window * Pattern.WINDOW, point.length);
                System.arraycopy(x, 0, point, 0, x.length);
                Arrays.fill(gradient, 0);
                Arrays.fill(found[window], 0);
                sweep.run(point, gradient, sets, found[window]);
            }
            if (!isKnown || !Arrays.deepEquals(found, known)) {
                isKnown = true;
                double[][] last = known;
                known = found;
                found = last;
                sparsity = Pattern.of(known, point.length);
                pays = isSparse(sparsity);
                coloring = pays ? Coloring.ofColumns(sparsity) : coloring;
                pays &= 2 * CurvatureSweeps.count(coloring.count()) < CurvatureSweeps.count(point.length);
            }
        }

        /** Coloring takes as long as the squares of the rows' lengths say, a dense Hessian as long as its size. */
        private static boolean isSparse(Sparsity sparsity) {
            long work = 0;
            for (int row = 0; row < sparsity.rows(); row++) {
                long length = (long) sparsity.start(row + 1) - sparsity.start(row);
                work += length * length;
            }
            return 2 * work <= (long) sparsity.rows() * sparsity.columns();
        }

        private void take(double[] tangents, int from, int lanes) {
            for (int row = 0; row < sparsity.rows(); row++) {
                for (int e = sparsity.start(row); e < sparsity.start(row + 1); e++) {
                    int column = sparsity.column(e);
                    int lane = coloring.colors()[column] - from;
                    if (lane >= 0 && lane < lanes) {
                        out[row][column] = tangents[row * lanes + lane];
                    }
                }
            }
        }
    }
}
