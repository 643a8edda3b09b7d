package dev.fluxion.derivative.sparse;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.runtime.Shadows;
import dev.fluxion.runtime.sweep.VectorTangent;

import java.util.Arrays;

/** Finds which inputs each output depends on along the path that the program takes at a point. */
final class Pattern {

    /** Inputs in the bits of one double's fraction. */
    private static final int BITS = 52;

    /** How many doubles make a set. */
    static final int LANES = 8;

    /** How many inputs a set can have. */
    static final int WINDOW = BITS * LANES;

    private Pattern() {}

    /**
     * Returns the pattern of a Jacobian.
     *
     * @param sweep follows sets of inputs
     * @param x the point; the sweep gets copies
     */
    static Sparsity of(VectorTangent sweep, double[] x) {
        double[] sets = new double[Math.multiplyExact(x.length, LANES)];
        Rows rows = null;
        for (int from = 0; from < Math.max(1, x.length); from += WINDOW) {
            seed(sets, from, x.length);
            Shadows shadows = Shadows.create(LANES);
            double[] value = Refusals.requireValue(sweep.run(x.clone(), sets, shadows));
            if (rows == null) {
                rows = new Rows(value.length);
            }
            double[] found = shadows.find(value);
            if (found != null) {
                rows.add(found, from);
            }
        }
        return rows == null ? new Sparsity(0, new int[1], new int[0]) : rows.complete(x.length);
    }

    /** Gives each input from some one on, as far as there is room, the set of itself, and the others none. */
    static void seed(double[] sets, int from, int count) {
        Arrays.fill(sets, 0);
        int to = Math.min(from + WINDOW, count);
        for (int j = from; j < to; j++) {
            int bit = j - from;
            sets[j * LANES + bit / BITS] = Double.longBitsToDouble(1L << bit % BITS);
        }
    }

    /** Returns the pattern of a square matrix, of what was found window by window. */
    static Sparsity of(double[][] found, int count) {
        Rows rows = new Rows(count);
        for (int window = 0; window < found.length; window++) {
            rows.add(found[window], window * WINDOW);
        }
        return rows.complete(count);
    }

    /** The columns of each row, found window by window and so in ascending order. */
    private static final class Rows {
        private final int[][] columns;
        private final int[] sizes;

        Rows(int count) {
            columns = new int[count][0];
            sizes = new int[count];
        }

        void add(double[] sets, int from) {
            for (int row = 0; row < columns.length; row++) {
                for (int lane = 0; lane < LANES; lane++) {
                    long set = Double.doubleToRawLongBits(sets[row * LANES + lane]);
                    while (set != 0) {
                        int bit = Long.numberOfTrailingZeros(set);
                        set &= set - 1;
                        add(row, from + lane * BITS + bit);
                    }
                }
            }
        }

        private void add(int row, int column) {
            int size = sizes[row];
            if (size == columns[row].length) {
                columns[row] = Arrays.copyOf(columns[row], Math.max(4, 2 * size));
            }
            columns[row][size] = column;
            sizes[row] = size + 1;
        }

        Sparsity complete(int width) {
            int[] start = new int[columns.length + 1];
            for (int row = 0; row < columns.length; row++) {
                start[row + 1] = Math.addExact(start[row], sizes[row]);
            }
            int[] all = new int[start[columns.length]];
            for (int row = 0; row < columns.length; row++) {
                System.arraycopy(columns[row], 0, all, start[row], sizes[row]);
            }
            return new Sparsity(width, start, all);
        }
    }
}
