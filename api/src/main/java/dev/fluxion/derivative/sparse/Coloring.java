package dev.fluxion.derivative.sparse;

import java.util.Arrays;

/**
 * Groups of columns that one sweep computes together.
 *
 * <p>After Gebremedhin, Manne and Pothen, <i>What Color Is Your Jacobian? Graph Coloring for Computing Derivatives</i>,
 * SIAM Review 47, 2005, doi:10.1137/S0036144504444711.
 *
 * @param colors the color of each column, from 0
 * @param count how many colors there are
 */
@SuppressWarnings("ArrayRecordComponent") // internal
record Coloring(int[] colors, int count) {

    /** Sets the directions of the colors {@code from} to {@code from + lanes - 1}, the sums of their columns. */
    void seed(double[] xDot, int from, int lanes) {
        for (int column = 0; column < colors.length; column++) {
            int lane = colors[column] - from;
            if (lane >= 0 && lane < lanes) {
                xDot[column * lanes + lane] = 1;
            }
        }
    }

    /** Columns of one color have no row in common: greedily, in their order. */
    static Coloring ofColumns(Sparsity sparsity) {
        Sparsity byColumn = sparsity.transposed();
        Greedy greedy = new Greedy(sparsity.columns());
        for (int column = 0; column < sparsity.columns(); column++) {
            for (int r = byColumn.start(column); r < byColumn.start(column + 1); r++) {
                int row = byColumn.column(r);
                for (int e = sparsity.start(row); e < sparsity.start(row + 1); e++) {
                    greedy.forbid(greedy.colors[sparsity.column(e)], column);
                }
            }
            greedy.color(column);
        }
        return greedy.done();
    }

    /**
     * A restricted star coloring: neighbours differ, and two neighbours of a vertex have the same color only if that is
     * higher than the vertex's. Then each element off the diagonal is alone in its row and color, or its mirror image
     * is.
     *
     * @param sparsity symmetric, with the diagonal
     */
    static Coloring ofStars(Sparsity sparsity) {
        Greedy greedy = new Greedy(sparsity.columns());
        for (int v = 0; v < sparsity.columns(); v++) {
            for (int e = sparsity.start(v); e < sparsity.start(v + 1); e++) {
                int w = sparsity.column(e);
                if (w == v) {
                    continue;
                }
                int between = greedy.colors[w];
                greedy.forbid(between, v);
                for (int f = sparsity.start(w); f < sparsity.start(w + 1); f++) {
                    int other = greedy.colors[sparsity.column(f)];
                    if (between < 0 || other < between) {
                        greedy.forbid(other, v);
                    }
                }
            }
            greedy.color(v);
        }
        return greedy.done();
    }

    /** Gives each column in turn the first color that is not forbidden to it. */
    private static final class Greedy {
        private final int[] colors;
        private int[] forbiddenTo;
        private int count;

        Greedy(int columns) {
            colors = new int[columns];
            Arrays.fill(colors, -1);
            forbiddenTo = new int[16];
            Arrays.fill(forbiddenTo, -1);
        }

        void forbid(int color, int to) {
            if (color >= 0) {
                forbiddenTo[color] = to;
            }
        }

        void color(int column) {
            int color = 0;
            while (color < count && forbiddenTo[color] == column) {
                color++;
            }
            if (color == count) {
                count++;
                if (count == forbiddenTo.length) {
                    forbiddenTo = Arrays.copyOf(forbiddenTo, 2 * count);
                    Arrays.fill(forbiddenTo, count, forbiddenTo.length, -1);
                }
            }
            colors[column] = color;
        }

        Coloring done() {
            return new Coloring(colors, count);
        }
    }
}
