package dev.fluxion.examples.sensitivity;

/** Linear equations. */
final class LinearSystem {

    private LinearSystem() {}

    /** Solves by Gauss' elimination with row pivots; overwrites matrix and right side, which becomes the solution. */
    static double[] solved(double[][] matrix, double[] right) {
        int n = right.length;
        for (int k = 0; k < n; k++) {
            exchangePivot(matrix, right, k);
            for (int i = k + 1; i < n; i++) {
                double factor = matrix[i][k] / matrix[k][k];
                for (int j = k; j < n; j++) {
                    matrix[i][j] -= factor * matrix[k][j];
                }
                right[i] -= factor * right[k];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                right[i] -= matrix[i][j] * right[j];
            }
            right[i] /= matrix[i][i];
        }
        return right;
    }

    private static void exchangePivot(double[][] matrix, double[] right, int k) {
        int pivot = k;
        for (int i = k + 1; i < matrix.length; i++) {
            if (Math.abs(matrix[i][k]) > Math.abs(matrix[pivot][k])) {
                pivot = i;
            }
        }
        double[] row = matrix[k];
        matrix[k] = matrix[pivot];
        matrix[pivot] = row;
        double number = right[k];
        right[k] = right[pivot];
        right[pivot] = number;
    }
}
