package dev.fluxion.engine;

import static dev.fluxion.engine.Slopes.assertRight;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** Rows of a local matrix that are one array under several names, and are overwritten after they have been read. */
final class SharedRowsTest {

    private static final double[] POINT = {.7, .4, 1.3, .9, .6, 1.1, .8, .5, 1.2};

    private static double weighted(double[][] m) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                sum += (i + 1 + j * 0.3) * m[i][j] * m[i][j];
            }
        }
        return sum;
    }

    private static double throughACopyOfTheMatrix(double[] x) {
        double[][] m = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                m[i][j] = x[3 * i + j];
            }
        }
        double[][] other = m.clone();
        other[0] = m[1];
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                sum += m[i][j] * other[i][j];
                other[i][j] *= 1.5;
                m[i][j] *= m[i][j];
            }
        }
        return sum + weighted(m) + weighted(other);
    }

    @Test
    void rowsOfACopyOfTheMatrix() {
        assertRight(x -> throughACopyOfTheMatrix(x), POINT);
    }

    private static double moved(double[] x) {
        double[][] m = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                m[i][j] = x[3 * i + j];
            }
        }
        System.arraycopy(m, 0, m, 1, 2);
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                sum += m[i][j] * m[i][j];
                m[i][j] *= 1.3 * m[2][j];
            }
        }
        return sum + weighted(m);
    }

    @Test
    void rowsMovedWithinTheMatrix() {
        assertRight(x -> moved(x), POINT);
    }

    private static double oneRowThreeTimes(double[] x) {
        double[][] m = new double[3][3];
        Arrays.fill(m, new double[] {x[0], x[1], x[2]});
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                sum += m[i][j] * m[i][j];
                m[i][j] *= x[3 * i + j];
            }
        }
        return sum + weighted(m);
    }

    @Test
    void oneRowAtAllIndices() {
        assertRight(x -> oneRowThreeTimes(x), POINT);
    }

    private static void replaceLast(double[][] m, double[] row) {
        m[2] = row;
    }

    private static double replaced(double[] x) {
        double[][] m = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                m[i][j] = x[3 * i + j];
            }
        }
        replaceLast(m, m[0]);
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                sum += m[i][j] * m[i][j];
                m[i][j] *= 1.3 * m[i][j];
            }
        }
        return sum + weighted(m);
    }

    @Test
    void aRowReplacedByACalledMethod() {
        assertRight(x -> replaced(x), POINT);
    }

    private static double keptElsewhere(double[] x) {
        double[][] kept = new double[2][];
        double[][] m = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                m[i][j] = x[3 * i + j];
            }
        }
        kept[0] = m[0];
        double sum = 0;
        for (int j = 0; j < 3; j++) {
            sum += m[0][j] * m[0][j] * m[1][j];
            kept[0][j] = sum;
        }
        return sum + weighted(m);
    }

    @Test
    void aRowKeptInAnotherMatrix() {
        assertRight(x -> keptElsewhere(x), POINT);
    }

    private static double noTrip(double[] x) {
        int n = x[0] > 5 ? 3 : 0;
        double[][] m = new double[n][n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                m[i][j] = x[j];
                sum += m[i][j];
                x[j] *= sum;
            }
        }
        return sum + x[0] * x[1];
    }

    @Test
    void loopsOfNoTrip() {
        assertRight(x -> noTrip(x), POINT);
    }
}
