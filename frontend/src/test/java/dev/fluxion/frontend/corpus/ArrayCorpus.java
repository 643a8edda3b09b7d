package dev.fluxion.frontend.corpus;

/** Arrays of all element types; index and null errors; what {@code a[i]++} makes of the stack. */
public final class ArrayCorpus {
    private ArrayCorpus() {}

    public static double sum(double[] x) {
        double s = 0;
        for (double v : x) {
            s += v;
        }
        return s;
    }

    public static double dot(double[] x, double[] y) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += x[i] * y[i];
        }
        return s;
    }

    public static double weighted(double[] x, double[] w) {
        double s = 0;
        int n = Math.min(x.length, w.length);
        for (int i = 0; i < n; i++) {
            s += x[i] * x[i] * w[i];
        }
        return s;
    }

    public static float floatSum(float[] x) {
        float s = 0;
        for (int i = x.length - 1; i >= 0; i--) {
            s += x[i];
        }
        return s;
    }

    public static int bytes(byte[] x, int i) {
        x[i] += 5;
        return x[i] + x.length;
    }

    public static int shorts(short[] x, int i) {
        x[i] *= 3;
        return x[i];
    }

    public static int chars(char[] x, int i) {
        x[i]++;
        return x[i]--;
    }

    public static int booleans(boolean[] x, int i) {
        x[i] = !x[i];
        int count = 0;
        for (boolean b : x) {
            if (b) {
                count++;
            }
        }
        return count;
    }

    public static long longs(long[] x, int i) {
        return x[i]++ + ++x[i] - x[i]--;
    }

    public static double doubles(double[] x, int i) {
        return x[i]++ + ++x[i] - x[i]--;
    }

    public static int ints(int[] x, int i) {
        return x[i]++ + ++x[i] - x[i]--;
    }

    public static float floats(float[] x, int i) {
        return x[i] += x[i] = 3;
    }

    public static double chained(double[] x, int i) {
        double y = x[i] = x[0] = 2.5;
        return y + x[i];
    }

    public static int[] copy(int[] x) {
        return x.clone();
    }

    public static int[] filled(int n) {
        int[] a = new int[n & 15];
        for (int i = 0; i < a.length; i++) {
            a[i] = i * i;
        }
        return a;
    }

    public static double literal(double x, int i) {
        double[] a = {x, 2 * x, 3, x * x};
        return a[i];
    }

    public static int negativeSize(int n) {
        return new byte[n % 8].length;
    }

    public static double matrix(double x, int n) {
        double[][] m = new double[4][3];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 3; j++) {
                m[i][j] = i * x + j;
            }
        }
        return m[n & 3][n & 1] + m.length + m[0].length;
    }

    public static int partialMatrix(int n) {
        long[][][] m = new long[2][3][];
        m[1][2] = new long[] {n, n + 1};
        return (int) m[1][n & 3][1] + (m[0][0] == null ? 1 : 0);
    }

    public static boolean booleanOrByte(boolean pick, boolean[] p, byte[] b) {
        boolean[] q = pick ? p : new boolean[] {true, false};
        byte[] c = pick ? b : new byte[] {1, 2};
        return q[0] ^ c[1] > 0;
    }

    public static double nullOrNot(double[] x, boolean drop) {
        double[] y = drop ? null : x;
        return y[0];
    }

    public static double alwaysNull() {
        double[] x = null;
        return x[1];
    }

    public static void reverse(double[] x) {
        for (int i = 0, j = x.length - 1; i < j; i++, j--) {
            double t = x[i];
            x[i] = x[j];
            x[j] = t;
        }
    }

    public static void insertionSort(int[] a) {
        for (int i = 1; i < a.length; i++) {
            int v = a[i];
            int j = i - 1;
            while (j >= 0 && a[j] > v) {
                a[j + 1] = a[j--];
            }
            a[j + 1] = v;
        }
    }

    public static void prefixSums(double[] x) {
        for (int i = 1; i < x.length; i++) {
            x[i] += x[i - 1];
        }
    }

    public static double max(double[] x) {
        double m = Double.NEGATIVE_INFINITY;
        for (double v : x) {
            if (v > m) {
                m = v;
            }
        }
        return m;
    }

    public static double logSumExp(double[] x) {
        double m = max(x);
        double s = 0;
        for (double v : x) {
            s += Math.exp(v - m);
        }
        return m + Math.log(s);
    }

    public static int search(int[] a, int key) {
        for (int i = 0; i < a.length; i++) {
            if (a[i] == key) {
                return i;
            }
        }
        return -1;
    }

    public static double objects(double x, int i) {
        Object[] all = {x, "s", new double[] {x}, null};
        return all[i & 3] instanceof double[] d ? d[0] : all[i & 3] == null ? -1 : 0;
    }

    public static int storeError(int i) {
        Object[] a = new String[2];
        a[i & 1] = i > 5 ? "text" : Integer.valueOf(i);
        return a.length;
    }

    public static double rosenbrock(double[] x) {
        double s = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = 1 - x[i];
            double b = x[i + 1] - x[i] * x[i];
            s += a * a + 100 * b * b;
        }
        return s;
    }
}
