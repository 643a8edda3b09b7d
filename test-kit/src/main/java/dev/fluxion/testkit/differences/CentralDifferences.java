package dev.fluxion.testkit.differences;

import java.util.function.DoubleUnaryOperator;

/**
 * The derivative of a function by central differences at several steps, each half of the one before, extrapolated to a
 * step of zero (L. F. Richardson, doi:10.1098/rsta.1911.0009). Of all entries of the table the one with the smallest
 * estimated error is taken (C. J. F. Ridders, doi:10.1016/S0141-1195(82)80057-0): what the next order changes, plus
 * what rounding the values can have done. About 1e-12 of a smooth function of doubles remains. At a kink the error is
 * half of what the slope jumps by.
 *
 * <pre>{@code
 * Estimate slope = CentralDifferences.STANDARD.at(t -> Math.sin(1 + t));        // cos(1) ± 1e-13
 * }</pre>
 *
 * @param first the largest step
 * @param levels how many steps
 * @param rounding the relative rounding error of a value, such as {@code 0x1p-52}
 */
public record CentralDifferences(double first, int levels, double rounding) {

    /** The slopes before and after a smooth point approach each other with the step; at a kink they do not. */
    private static final double KINK = 0.9;

    private static final int REFINEMENTS = 3;
    private static final double REFINEMENT = 0x1p-4;

    /** For functions of doubles; nothing further away than 0.01 is looked at. */
    public static final CentralDifferences STANDARD = new CentralDifferences(0x1p-7, 6, 0x1p-52);

    /** For functions that compute in floats; nothing further away than 0.125 is looked at. */
    public static final CentralDifferences SINGLE = new CentralDifferences(0x1p-3, 4, 0x1p-23);

    /** There is at least one step, and it goes somewhere. */
    public CentralDifferences {
        if (levels < 1 || !(first > 0)) {
            throw new IllegalArgumentException("a first step above zero, and at least one level");
        }
    }

    /**
     * Returns the derivative at 0.
     *
     * @throws X what the function throws
     */
    public <X extends Throwable> Estimate at(Curve<X> function) throws X {
        return at(function, 1);
    }

    /**
     * Returns the derivative at 0.
     *
     * @param scale what the steps are multiplied with, for a variable whose unit is not 1
     * @throws X what the function throws
     */
    public <X extends Throwable> Estimate at(Curve<X> function, double scale) throws X {
        return at(function, scale, 0);
    }

    /**
     * Returns the derivative at 0.
     *
     * @param scale what the steps are multiplied with, for a variable whose unit is not 1
     * @param magnitude the size of the numbers that the values are differences of; 0 if they are none
     * @throws X what the function throws
     */
    public <X extends Throwable> Estimate at(Curve<X> function, double scale, double magnitude) throws X {
        double[][] table = new double[levels][levels];
        double here = function.at(0);
        double firstBend = 0;
        double lastBend = 0;
        Estimate best = new Estimate(Double.NaN, Double.POSITIVE_INFINITY);
        for (int level = 0; level < levels; level++) {
            double h = first * scale / (1L << level);
            double above = function.at(h);
            double below = function.at(-h);
            table[level][0] = (above - below) / (2 * h);
            double bend = Math.abs(above + below - 2 * here) / h;
            firstBend = level == 0 ? bend : firstBend;
            double noise = 2 * rounding * (Math.abs(above) + Math.abs(below) + magnitude) / h;
            lastBend = Math.max(0, bend - 4 * noise);
            for (int order = 1; order <= level; order++) {
                double before = table[level][order - 1];
                double coarser = table[level - 1][order - 1];
                table[level][order] = before + (before - coarser) / ((1L << 2 * order) - 1);
                double changed =
                        Math.max(Math.abs(table[level][order] - before), Math.abs(table[level][order] - coarser));
                if (changed + noise < best.error()) {
                    best = new Estimate(table[level][order], changed + noise);
                }
            }
        }
        return lastBend > KINK * firstBend ? new Estimate(best.value(), best.error() + lastBend / 2) : best;
    }

    /**
     * Returns the derivative at 0, with smaller steps where the function is steep or its domain ends nearby.
     *
     * @param scale what the steps are multiplied with first
     * @param magnitude the size of the numbers that the values are differences of, by the largest step
     * @param relative the relative error that is good enough
     * @param absolute the absolute error that is good enough
     * @throws X what the function throws
     */
    public <X extends Throwable> Estimate refined(
            Curve<X> function, double scale, DoubleUnaryOperator magnitude, double relative, double absolute) throws X {
        Estimate best = new Estimate(Double.NaN, Double.POSITIVE_INFINITY);
        double size = scale;
        for (int i = 0; i < REFINEMENTS && !best.isWithin(relative, absolute); i++) {
            Estimate estimate = at(function, size, magnitude.applyAsDouble(size * first));
            best = estimate.error() < best.error() ? estimate : best;
            size *= REFINEMENT;
        }
        return best;
    }
}
