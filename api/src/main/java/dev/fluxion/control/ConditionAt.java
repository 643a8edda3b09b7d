package dev.fluxion.control;

import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * A condition on {@code (x, y)} at a known {@code x}, as a function of {@code y}. Its fields are public, since its code
 * is differentiated.
 */
public final class ConditionAt implements UnaryOperator<double[]> {

    /** Gives zeros where the condition holds. */
    public final BinaryOperator<double[]> condition;

    /** What is known. */
    public final double[] x;

    /**
     * Knows a condition and its first argument.
     *
     * @param condition gives zeros where it holds
     * @param x its first argument, which is not written to
     */
    public ConditionAt(BinaryOperator<double[]> condition, double[] x) {
        this.condition = condition;
        this.x = x;
    }

    @Override
    public double[] apply(double[] y) {
        return condition.apply(x, y);
    }
}
