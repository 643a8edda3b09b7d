package dev.fluxion.cli.point;

import java.util.function.ToDoubleFunction;

/**
 * Partial derivatives by central differences, extrapolated to step zero by Ridders' method: a tableau of Richardson
 * extrapolations over shrinking steps, of which the entry with the least estimated error is taken.
 *
 * <p>Ridders, "Accurate computation of F'(x) and F'(x)F''(x)", Advances in Engineering Software 4 (1982),
 * doi:10.1016/S0141-1195(82)80057-0.
 */
public final class FiniteDifferences {

    private static final int STEPS = 10;
    private static final double SHRINK = 1.6;

    /**
     * A derivative, and how far it may be off.
     *
     * @param value the derivative; not a number if the function has no value on both sides
     * @param error an estimate of its error
     */
    public record Estimate(double value, double error) {

        static final Estimate NONE = new Estimate(Double.NaN, Double.POSITIVE_INFINITY);

        /** Returns whether a derivative may be the one estimated, as far as can be told. */
        public boolean agrees(double derivative) {
            if (Double.isNaN(value)) {
                return true;
            }
            double scale = Math.max(Math.abs(value), Math.abs(derivative));
            return Math.abs(value - derivative) <= 1e-6 * scale + 10 * error;
        }

        /** Returns the distance from a derivative, divided by the greater of the two; zero if both are zero. */
        public double relativeDifference(double derivative) {
            double scale = Math.max(Math.abs(value), Math.abs(derivative));
            return scale == 0 ? 0 : Math.abs(value - derivative) / scale;
        }
    }

    private FiniteDifferences() {}

    /**
     * Returns the partial derivative in one argument. Where the function has no value within the first step, shorter
     * ones are tried.
     *
     * @param firstStep the longest step, relative to the argument
     */
    static Estimate partial(ToDoubleFunction<double[]> f, double[] x, int component, double firstStep) {
        double step = firstStep * (x[component] == 0 ? 1 : Math.abs(x[component]));
        for (int attempt = 0; attempt < 4; attempt++) {
            Estimate estimate = extrapolate(f, x, component, step);
            if (!Double.isNaN(estimate.value())) {
                return estimate;
            }
            step /= 30;
        }
        return Estimate.NONE;
    }

    private static Estimate extrapolate(ToDoubleFunction<double[]> f, double[] x, int component, double firstStep) {
        double[] above = new double[STEPS];
        double step = firstStep;
        Estimate best = Estimate.NONE;
        for (int i = 0; i < STEPS; i++) {
            double[] row = new double[STEPS];
            row[0] = difference(f, x, component, step);
            double factor = SHRINK * SHRINK;
            double power = factor;
            for (int k = 1; k <= i; k++) {
                row[k] = (row[k - 1] * power - above[k - 1]) / (power - 1);
                power *= factor;
                double error = Math.max(Math.abs(row[k] - row[k - 1]), Math.abs(row[k] - above[k - 1]));
                if (error < best.error()) {
                    best = new Estimate(row[k], error);
                }
            }
            above = row;
            step /= SHRINK;
        }
        return best;
    }

    private static double difference(ToDoubleFunction<double[]> f, double[] x, int component, double step) {
        double[] moved = x.clone();
        moved[component] = x[component] + step;
        double right = moved[component];
        double rightValue = f.applyAsDouble(moved);
        moved[component] = x[component] - step;
        // The distance as it is after rounding.
        return (rightValue - f.applyAsDouble(moved)) / (right - moved[component]);
    }
}
