package dev.fluxion.runtime.inner;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;

/**
 * First derivatives as functions and of boxed numbers, and second derivatives, taken inside of code that is
 * differentiated.
 */
public final class InnerHessians {

    private InnerHessians() {}

    /** See {@link Fluxion#hessian(DoubleFn, double)}. */
    public static double hessian(DoubleFn f, double x) {
        return Fluxion.gradient(new DerivativeOf(f), x);
    }

    /** See {@link Fluxion#hessian(DoubleArrayFn, double[])}. */
    public static double[][] hessian(DoubleArrayFn f, double[] x) {
        double[] before = x.clone();
        double[][] hessian = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(before, 0, x, 0, x.length);
            hessian[i] = unitProduct(f, x, i);
        }
        return hessian;
    }

    /** See {@link Fluxion#diagonalHessian(DoubleArrayFn, double[])}. */
    public static double[] diagonalHessian(DoubleArrayFn f, double[] x) {
        double[] before = x.clone();
        double[] diagonal = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(before, 0, x, 0, x.length);
            diagonal[i] = unitProduct(f, x, i)[i];
        }
        return diagonal;
    }

    private static double[] unitProduct(DoubleArrayFn f, double[] x, int index) {
        double[] direction = new double[x.length];
        direction[index] = 1;
        return hessianVectorProduct(f, x, direction);
    }

    /** See {@link Fluxion#hessianVectorProduct(DoubleArrayFn, double[], double[])}. */
    public static double[] hessianVectorProduct(DoubleArrayFn f, double[] x, double[] v) {
        InnerShapes.requireFits("direction", v, x);
        return InnerTangents.tangent(new GradientOf(f), x, v.clone()).tangent();
    }
}
