package dev.fluxion.testkit.check;

/** Central differences with extrapolation (L. F. Richardson, doi:10.1098/rsta.1911.0009), and how far to trust them. */
final class Differences {

    /** Steps, each half of the one before. */
    private static final int LEVELS = 4;

    private static final double FIRST = 4e-3;

    private Differences() {}

    /**
     * A partial derivative.
     *
     * @param value the best of several
     * @param error an estimate of its error
     */
    record Estimate(double value, double error) {

        /** Returns whether the differences have settled; those of a function that is steep on a small scale do not. */
        boolean isTrusted() {
            return error < 1e-4 * (1 + Math.abs(value));
        }
    }

    /** Returns the partial derivative of a function in one element of its argument. */
    static Estimate partial(Run.Call function, double[] x, int index) throws Throwable {
        double[][] table = new double[LEVELS][LEVELS];
        Estimate best = new Estimate(Double.NaN, Double.POSITIVE_INFINITY);
        for (int level = 0; level < LEVELS; level++) {
            double h = step(x[index], level);
            double above = function.on(moved(x, index, h));
            double below = function.on(moved(x, index, -h));
            table[level][0] = (above - below) / (2 * h);
            double noise = 4e-16 * (Math.abs(above) + Math.abs(below)) / h;
            for (int order = 1; order <= level; order++) {
                double correction = (table[level][order - 1] - table[level - 1][order - 1]) / (Math.pow(4, order) - 1);
                table[level][order] = table[level][order - 1] + correction;
                double error =
                        Math.max(
                                        Math.abs(table[level][order] - table[level][order - 1]),
                                        Math.abs(table[level][order] - table[level - 1][order - 1]))
                                + noise;
                if (error < best.error) {
                    best = new Estimate(table[level][order], error);
                }
            }
        }
        return best;
    }

    /** Returns the step of a level. */
    static double step(double x, int level) {
        return FIRST * Math.max(1, Math.abs(x)) / (1 << level);
    }

    static int levels() {
        return LEVELS;
    }

    /** Returns the argument with one element moved. */
    static double[] moved(double[] x, int index, double by) {
        double[] moved = x.clone();
        moved[index] += by;
        return moved;
    }
}
