package dev.fluxion.control;

/** The inverse of a dense matrix, by Gauss-Jordan elimination with row pivoting. */
public final class InverseMatrix {

    private InverseMatrix() {}

    /**
     * Returns the inverse.
     *
     * @param matrix square, by rows; overwritten
     * @throws ArithmeticException if a pivot is zero or no number
     */
    public static double[][] of(double[][] matrix) {
        int n = matrix.length;
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            inverse[i][i] = 1;
        }
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(matrix[i][k]) > Math.abs(matrix[pivot][k])) {
                    pivot = i;
                }
            }
            swap(matrix, k, pivot);
            swap(inverse, k, pivot);
            double diagonal = matrix[k][k];
            if (!(Math.abs(diagonal) > 0) || Double.isInfinite(diagonal)) {
                throw new ArithmeticException(
                        "the derivative of the condition in the solution is singular: the pivot in column "
                                + k
                                + " is "
                                + diagonal);
            }
            for (int j = 0; j < n; j++) {
                matrix[k][j] /= diagonal;
                inverse[k][j] /= diagonal;
            }
            for (int i = 0; i < n; i++) {
                double factor = matrix[i][k];
                for (int j = 0; i != k && j < n; j++) {
                    matrix[i][j] -= factor * matrix[k][j];
                    inverse[i][j] -= factor * inverse[k][j];
                }
            }
        }
        return inverse;
    }

    private static void swap(double[][] rows, int i, int j) {
        double[] row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
    }
}
