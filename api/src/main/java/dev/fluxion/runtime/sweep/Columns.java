package dev.fluxion.runtime.sweep;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** Takes what sweeps have computed. */
@FunctionalInterface
public interface Columns {

    /**
     * Takes the derivatives in the directions {@code from} to {@code from + lanes - 1}.
     *
     * @param tangents lane by lane for each output
     */
    void take(double[] tangents, int from, int lanes);

    /** Returns what puts them into the columns of a matrix. */
    static Columns of(double[][] matrix) {
        return (tangents, from, lanes) -> copy(tangents, matrix, from, lanes);
    }

    /**
     * Puts the derivatives in some directions into the columns of a matrix.
     *
     * @param tangents lane by lane for each output; null if they are all zero
     * @param from the first column; those after the last one are left out
     */
    static void copy(double @Nullable [] tangents, double[][] matrix, int from, int lanes) {
        for (int row = 0; row < matrix.length; row++) {
            double[] there = matrix[row];
            int columns = Math.min(lanes, there.length - from);
            if (tangents == null) {
                Arrays.fill(there, from, from + columns, 0);
                continue;
            }
            int first = row * lanes;
            for (int column = 0; column < columns; column++) { // too few for System.arraycopy to pay
                there[from + column] = tangents[first + column];
            }
        }
    }
}
