package dev.fluxion.derivative.sparse;

import java.util.Arrays;

/**
 * Where a matrix may have elements other than zero, in compressed rows: the columns of row {@code i} are {@code
 * column[rowStart[i]]} to {@code column[rowStart[i + 1] - 1]}, in ascending order.
 */
public final class Sparsity {

    private final int columns;
    private final int[] rowStart;
    private final int[] column;

    /**
     * Takes the arrays over.
     *
     * @param columns how many columns there are
     * @param rowStart where each row starts, and where the last one ends
     * @param column the columns, row by row
     */
    Sparsity(int columns, int[] rowStart, int[] column) {
        this.columns = columns;
        this.rowStart = rowStart;
        this.column = column;
    }

    /** Returns how many rows there are. */
    public int rows() {
        return rowStart.length - 1;
    }

    /** Returns how many columns there are. */
    public int columns() {
        return columns;
    }

    /** Returns how many elements may be other than zero. */
    public int size() {
        return column.length;
    }

    /** Returns where each row starts, and where the last one ends: a copy. */
    public int[] rowStarts() {
        return rowStart.clone();
    }

    /** Returns the column of each element, row by row: a copy. */
    public int[] columnIndices() {
        return column.clone();
    }

    /** Returns whether an element may be other than zero. */
    public boolean contains(int row, int of) {
        return find(row, of) >= 0;
    }

    /** Returns where the element is among all, negative if it is not there. */
    int find(int row, int of) {
        return Arrays.binarySearch(column, rowStart[row], rowStart[row + 1], of);
    }

    int start(int row) {
        return rowStart[row];
    }

    int column(int element) {
        return column[element];
    }

    /** Returns the pattern of the transposed matrix. */
    Sparsity transposed() {
        int[] start = new int[columns + 1];
        for (int c : column) {
            start[c + 1]++;
        }
        for (int c = 0; c < columns; c++) {
            start[c + 1] += start[c];
        }
        int[] next = start.clone();
        int[] row = new int[column.length];
        for (int i = 0; i < rows(); i++) {
            for (int e = rowStart[i]; e < rowStart[i + 1]; e++) {
                row[next[column[e]]++] = i;
            }
        }
        return new Sparsity(rows(), start, row);
    }

    /** Returns the smallest pattern that has this one's elements, those mirrored at the diagonal, and the diagonal. */
    Sparsity symmetric() {
        Sparsity mirrored = transposed();
        int n = rows();
        int[] start = new int[n + 1];
        int[] merged = new int[2 * column.length + n];
        int size = 0;
        for (int i = 0; i < n; i++) {
            int from = size;
            size = append(this, i, merged, size);
            size = append(mirrored, i, merged, size);
            merged[size++] = i;
            Arrays.sort(merged, from, size);
            int kept = from;
            for (int e = from; e < size; e++) {
                if (e == from || merged[e] != merged[e - 1]) {
                    merged[kept++] = merged[e];
                }
            }
            size = kept;
            start[i + 1] = size;
        }
        return new Sparsity(n, start, Arrays.copyOf(merged, size));
    }

    private static int append(Sparsity from, int row, int[] to, int at) {
        int length = from.rowStart[row + 1] - from.rowStart[row];
        System.arraycopy(from.column, from.rowStart[row], to, at, length);
        return at + length;
    }
}
