package dev.fluxion.examples.lsq;

import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposer;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.GaussNewtonOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem.Evaluation;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.optim.nonlinear.vector.leastsquares.ValueAndJacobianFunction;
import org.hipparchus.util.Pair;

import java.util.Arrays;

/**
 * Where Hipparchus' optimizers get to: that of Levenberg and Marquardt from far away, and then that of Gauss and
 * Newton. The first one judges a step by the sum of squares, which is flat at its minimum, so that it ends when half of
 * the digits of a double are right; the second one goes where the derivative of the sum is zero.
 *
 * @param parameters where the first optimizer ends
 * @param refined where the second one ends that starts there, not a number where it fails
 * @param evaluations how often the first one asked for the values of the model
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Fit(double[] parameters, double[] refined, int evaluations) {

    private static final int MAX_EVALUATIONS = 10_000;

    /** The first optimizer goes on while it gets anywhere: it refuses to go below two roundings. */
    private static final double TOLERANCE = 1e-15;

    /** So many steps of the second one, or fewer when they have become small. */
    private static final int REFINEMENTS = 50;

    /** Fits the parameters of a problem. */
    static Fit of(Problem problem, double[] start, JacobianOf jacobianOf) {
        var function = new Function(problem, jacobianOf.of(problem.model()));
        LeastSquaresOptimizer levenbergMarquardt =
                new LevenbergMarquardtOptimizer()
                        .withCostRelativeTolerance(TOLERANCE)
                        .withParameterRelativeTolerance(TOLERANCE)
                        .withOrthoTolerance(TOLERANCE);
        LeastSquaresOptimizer.Optimum best =
                levenbergMarquardt.optimize(squares(problem, function).start(start).build());
        double[] parameters = best.getPoint().toArray();
        return new Fit(parameters, refined(problem, function, parameters), best.getEvaluations());
    }

    private static double[] refined(Problem problem, MultivariateJacobianFunction function, double[] start) {
        try {
            return new GaussNewtonOptimizer(new QRDecomposer(0), false)
                    .optimize(squares(problem, function).start(start).checker(Fit::isRefined).build())
                    .getPoint()
                    .toArray();
        } catch (MathIllegalStateException e) { // the Jacobian is singular
            double[] none = new double[start.length];
            Arrays.fill(none, Double.NaN);
            return none;
        }
    }

    private static LeastSquaresBuilder squares(Problem problem, MultivariateJacobianFunction function) {
        return new LeastSquaresBuilder()
                .model(function)
                .target(problem.responses())
                .lazyEvaluation(true)
                .maxEvaluations(MAX_EVALUATIONS)
                .maxIterations(MAX_EVALUATIONS);
    }

    private static boolean isRefined(int step, Evaluation before, Evaluation after) {
        RealVector change = after.getPoint().subtract(before.getPoint());
        return step >= REFINEMENTS || change.ebeDivide(after.getPoint()).getLInfNorm() < TOLERANCE;
    }

    /** The model and its Jacobian in Hipparchus' terms. */
    private record Function(Problem problem, JacobianOf.At jacobian) implements ValueAndJacobianFunction {

        @Override
        public Pair<RealVector, RealMatrix> value(RealVector point) {
            double[] b = point.toArray();
            return new Pair<>(computeValue(b), computeJacobian(b));
        }

        @Override
        public RealVector computeValue(double[] b) {
            return new ArrayRealVector(problem.model().apply(b), false);
        }

        @Override
        public RealMatrix computeJacobian(double[] b) {
            return MatrixUtils.createRealMatrix(jacobian.at(b));
        }
    }
}
