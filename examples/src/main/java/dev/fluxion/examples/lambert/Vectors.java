package dev.fluxion.examples.lambert;

/** Vectors of three numbers, and matrices of three rows of three. */
final class Vectors {

    private Vectors() {}

    static double length(double[] a) {
        return Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
    }

    /** Solves three equations by Cramer's rule. */
    static double[] solved(double[][] matrix, double[] right) {
        double determinant = determinant(matrix);
        double[] solution = new double[3];
        for (int j = 0; j < 3; j++) {
            double[][] replaced = {matrix[0].clone(), matrix[1].clone(), matrix[2].clone()};
            for (int i = 0; i < 3; i++) {
                replaced[i][j] = right[i];
            }
            solution[j] = determinant(replaced) / determinant;
        }
        return solution;
    }

    private static double determinant(double[][] m) {
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }
}
