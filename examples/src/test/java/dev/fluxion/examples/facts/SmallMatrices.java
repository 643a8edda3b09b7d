package dev.fluxion.examples.facts;

/** Linear algebra as anybody would write it, on arrays of rows. No rule helps. */
final class SmallMatrices {

    private SmallMatrices() {}

    static double[][] identity(int n) {
        double[][] identity = new double[n][n];
        for (int i = 0; i < n; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[0].length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    static double[] times(double[][] a, double[] x) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < x.length; j++) {
                product[i] += a[i][j] * x[j];
            }
        }
        return product;
    }

    static double[][] transpose(double[][] a) {
        double[][] transpose = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                transpose[j][i] = a[i][j];
            }
        }
        return transpose;
    }

    static double sum(double[][] a) {
        double sum = 0;
        for (double[] row : a) {
            sum += sum(row);
        }
        return sum;
    }

    static double sum(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += element;
        }
        return sum;
    }

    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** Solves a system in place of copies, by Gauss' elimination with pivots; the determinant comes with it. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier, not a value
    record Elimination(double[][] solution, double determinant) {

        static Elimination of(double[][] matrix, double[][] rightSides) {
            int n = matrix.length;
            double[][] a = new double[n][];
            double[][] b = new double[n][];
            for (int i = 0; i < n; i++) {
                a[i] = matrix[i].clone();
                b[i] = rightSides[i].clone();
            }
            double determinant = 1;
            for (int k = 0; k < n; k++) {
                int pivot = k;
                for (int i = k + 1; i < n; i++) {
                    pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
                }
                if (pivot != k) {
                    swap(a, k, pivot);
                    swap(b, k, pivot);
                    determinant = -determinant;
                }
                determinant *= a[k][k];
                for (int i = 0; i < n; i++) {
                    if (i != k) {
                        double factor = a[i][k] / a[k][k];
                        subtract(a[i], a[k], factor);
                        subtract(b[i], b[k], factor);
                    }
                }
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < b[i].length; j++) {
                    b[i][j] /= a[i][i];
                }
            }
            return new Elimination(b, determinant);
        }

        private static void swap(double[][] rows, int i, int j) {
            double[] row = rows[i];
            rows[i] = rows[j];
            rows[j] = row;
        }

        private static void subtract(double[] from, double[] row, double factor) {
            for (int j = 0; j < row.length; j++) {
                from[j] -= factor * row[j];
            }
        }
    }

    static double determinant(double[][] a) {
        return Elimination.of(a, identity(a.length)).determinant();
    }

    static double[][] inverse(double[][] a) {
        return Elimination.of(a, identity(a.length)).solution();
    }

    /** The exponential: Taylor's series of a 256th, squared eight times. */
    static double[][] exponential(double[][] a) {
        int n = a.length;
        double[][] sum = identity(n);
        double[][] term = identity(n);
        for (int k = 1; k < 12; k++) {
            term = times(term, a);
            for (double[] row : term) {
                for (int j = 0; j < n; j++) {
                    row[j] /= 256.0 * k;
                }
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    sum[i][j] += term[i][j];
                }
            }
        }
        for (int i = 0; i < 8; i++) {
            sum = times(sum, sum);
        }
        return sum;
    }

    /** Cholesky's upper factor of a symmetric matrix, of which it reads the upper triangle. */
    static double[][] cholesky(double[][] a) {
        int n = a.length;
        double[][] u = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double sum = a[i][j];
                for (int k = 0; k < i; k++) {
                    sum -= u[k][i] * u[k][j];
                }
                u[i][j] = i == j ? Math.sqrt(sum) : sum / u[i][i];
            }
        }
        return u;
    }

    /** The eigenvalues of a symmetric matrix by Jacobi's rotations. */
    static double[] eigenvalues(double[][] symmetric) {
        int n = symmetric.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = symmetric[i].clone();
        }
        for (int sweep = 0; sweep < 8; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    double angle = Math.atan2(2 * a[p][q], a[q][q] - a[p][p]) / 2;
                    double[][] rotation = identity(n);
                    rotation[p][p] = Math.cos(angle);
                    rotation[q][q] = Math.cos(angle);
                    rotation[p][q] = Math.sin(angle);
                    rotation[q][p] = -Math.sin(angle);
                    a = times(times(transpose(rotation), a), rotation);
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
        return values;
    }
}
