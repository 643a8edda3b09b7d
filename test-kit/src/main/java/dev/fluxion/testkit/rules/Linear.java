package dev.fluxion.testkit.rules;

/** Whether a function of numbers is linear. */
final class Linear {

    private static final double DOUBLE = 1e-11;
    private static final double SINGLE = 1e-4;

    private Linear() {}

    /** Returns {@code u + factor v}. */
    static double[] combined(double[] u, double factor, double[] v) {
        double[] sum = new double[u.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = u[i] + factor * v[i];
        }
        return sum;
    }

    /**
     * Returns where {@code f(u + factor v)} is not {@code f(u) + factor f(v)}, or -1. The tolerance is relative to the
     * largest number, since terms may cancel.
     */
    static int violated(double[] ofU, double factor, double[] ofV, double[] ofSum, boolean isSingle) {
        double size = 0;
        for (int i = 0; i < ofU.length; i++) {
            size = Math.max(size, Math.abs(ofU[i]) + Math.abs(factor * ofV[i]));
        }
        double tolerance = size * (isSingle ? SINGLE : DOUBLE);
        double[] expected = combined(ofU, factor, ofV);
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(ofSum[i] - expected[i]) <= tolerance)) {
                return i;
            }
        }
        return -1;
    }
}
