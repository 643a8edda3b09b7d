package dev.fluxion;

import dev.fluxion.control.ConditionAt;
import dev.fluxion.control.InverseMatrix;
import dev.fluxion.rule.Adjoints;
import dev.fluxion.runtime.Linker;
import dev.fluxion.runtime.Shadows;

import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * What {@link Fluxion#implicit} asks of solvers and conditions without differentiating them further: code that is
 * differentiated calls this.
 */
public final class Conditions {

    private Conditions() {}

    /** Made when the first condition is differentiated. */
    private static final class Default {
        static final Linker LINKER = Fluxion.builder().build().linker();

        private Default() {}
    }

    /** Runs a solver as it is. */
    public static double solved(DoubleUnaryOperator solver, double x) {
        return solver.applyAsDouble(x);
    }

    /** Runs a solver as it is; returns a copy of its solution. */
    public static double[] solved(UnaryOperator<double[]> solver, double[] x) {
        return solver.apply(x).clone();
    }

    /**
     * Returns the derivative of a condition in its second argument.
     *
     * @throws ArithmeticException if it is zero or no number
     */
    public static double slope(DoubleBinaryOperator condition, double x, double y) {
        double slope = adjoints().pullback(condition, x, y, 1)[1];
        if (!(Math.abs(slope) > 0)) {
            throw new ArithmeticException("the derivative of the condition in the solution is " + slope);
        }
        return slope;
    }

    /**
     * Returns the inverse of the derivatives of a condition in its second argument.
     *
     * @throws ArithmeticException if they are singular
     * @throws IllegalArgumentException if there are not as many conditions as unknowns
     */
    public static double[][] inverse(BinaryOperator<double[]> condition, double[] x, double[] y) {
        ConditionAt at = new ConditionAt(condition, x.clone());
        int conditions = at.apply(y.clone()).length;
        if (conditions != y.length) {
            throw new IllegalArgumentException(conditions + " conditions for " + y.length + " unknowns");
        }
        double[][] jacobian = new double[conditions][];
        for (int i = 0; i < conditions; i++) {
            double[] bar = new double[conditions];
            bar[i] = 1;
            jacobian[i] = adjoints().pullback(at, y, bar);
        }
        return InverseMatrix.of(jacobian);
    }

    private static Adjoints adjoints() {
        return Adjoints.of(Shadows.create(), 0, Default.LINKER);
    }
}
