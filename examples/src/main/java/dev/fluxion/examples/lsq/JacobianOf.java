package dev.fluxion.examples.lsq;

import dev.fluxion.Fluxion;
import dev.fluxion.VectorFn;
import dev.fluxion.derivative.Jacobian;

/** Ways to a Jacobian. */
@FunctionalInterface
interface JacobianOf {

    /** The derivative of the code. */
    JacobianOf EXACT =
            f -> {
                Jacobian compiled = Fluxion.jacobian(f);
                return compiled::at;
            };

    /** Forward differences with the steps of MINPACK's {@code fdjac2}: each variable times the root of the epsilon. */
    JacobianOf FORWARD_DIFFERENCES = f -> x -> differences(f, x, Math.sqrt(Math.ulp(1.0)), false);

    /** Central differences, whose steps are the variables times the cube root of the epsilon. */
    JacobianOf CENTRAL_DIFFERENCES = f -> x -> differences(f, x, Math.cbrt(Math.ulp(1.0)), true);

    /** Returns the Jacobian of a function, as a function of the point. */
    At of(VectorFn f);

    /** The Jacobian at a point. */
    @FunctionalInterface
    interface At {

        /** Returns a row for each element of the function's value, with a column for each variable. */
        double[][] at(double[] x);
    }

    private static double[][] differences(VectorFn f, double[] x, double relativeStep, boolean central) {
        double[] here = f.apply(x);
        double[][] rows = new double[here.length][x.length];
        for (int j = 0; j < x.length; j++) {
            double step = x[j] == 0 ? relativeStep : relativeStep * Math.abs(x[j]);
            double[] moved = x.clone();
            moved[j] = x[j] + step;
            double[] ahead = f.apply(moved);
            double above = moved[j];
            moved[j] = central ? x[j] - step : x[j];
            double[] behind = central ? f.apply(moved) : here;
            for (int i = 0; i < here.length; i++) {
                rows[i][j] = (ahead[i] - behind[i]) / (above - moved[j]);
            }
        }
        return rows;
    }
}
