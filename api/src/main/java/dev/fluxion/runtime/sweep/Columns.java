package dev.fluxion.runtime.sweep;

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
        return (tangents, from, lanes) -> {
            for (int row = 0; row < matrix.length; row++) {
                double[] there = matrix[row];
                int columns = Math.min(lanes, there.length - from);
                int first = row * lanes;
                for (int column = 0; column < columns; column++) { // too few for System.arraycopy to pay
                    there[from + column] = tangents[first + column];
                }
            }
        };
    }
}
