package dev.fluxion.derivative.sparse;

/**
 * A matrix in compressed rows (CSR): its pattern, and the value of each element of it, row by row.
 *
 * @param sparsity where its elements are
 * @param values their values, in the order of the pattern
 */
@SuppressWarnings("ArrayRecordComponent") // handed over as it is, as libraries of sparse matrices take it
public record SparseMatrix(Sparsity sparsity, double[] values) {

    /** Returns the element, zero where the pattern has none. */
    public double get(int row, int column) {
        int at = sparsity.find(row, column);
        return at < 0 ? 0 : values[at];
    }

    /** Returns the matrix with all its zeros. */
    public double[][] toDense() {
        double[][] dense = new double[sparsity.rows()][sparsity.columns()];
        for (int row = 0; row < dense.length; row++) {
            for (int e = sparsity.start(row); e < sparsity.start(row + 1); e++) {
                dense[row][sparsity.column(e)] = values[e];
            }
        }
        return dense;
    }
}
