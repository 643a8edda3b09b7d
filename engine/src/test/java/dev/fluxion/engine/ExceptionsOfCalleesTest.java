package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.DoubleArrayGradient;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Exceptions that a called method throws, at any depth. */
@SuppressWarnings({
    "NarrowCalculation",
    "IdentityBinaryExpression",
    "RefactorSwitch",
    "StaticAssignmentOfThrowable"
}) // all of it meant
final class ExceptionsOfCalleesTest {

    private static final double[][] POINTS = {{1.3, -0.7, 2.1}, {-1.1, 0.4, 0.9}, {0.2, 3.3, -2.5}};

    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;
    }

    private static double checked(double x) throws Refusal {
        if (x < 0.5) {
            throw new Refusal();
        }
        return x * x;
    }

    private static double callee(double[] x) {
        double y = 0;
        for (double each : x) {
            try {
                y += checked(each) * x[0];
            } catch (Refusal e) {
                y -= each * x[1];
            }
        }
        return y;
    }

    @Test
    void thrownByAnInlinedCallee() {
        Slopes.assertRight(x -> callee(x), POINTS);
    }

    /** Writes at each level, throws at the deepest. */
    private static double descend(double[] x, double[] work, int depth, double scale) throws Refusal {
        work[depth % 3] += x[depth % 3] * scale;
        if (depth == 0) {
            if (work[0] > 1) {
                throw new Refusal();
            }
            return work[1];
        }
        double deeper = descend(x, work, depth - 1, scale * x[1]);
        work[2] *= deeper;
        return deeper * scale + work[0];
    }

    private static double recursion(double[] x) {
        double[] work = new double[3];
        double y = x[0];
        for (int i = 3; i < 7; i++) {
            try {
                y += descend(x, work, i, y);
            } catch (Refusal e) {
                y *= work[1] * x[2];
            }
        }
        return y + work[0] + work[1] * work[2];
    }

    @Test
    void crossesRecursiveCalls() {
        Slopes.assertRight(x -> recursion(x), POINTS);
        Slopes.assertRight(x -> recursion(x), new double[] {0.1, 0.2, 0.3});
    }

    /** Two recursions in one another, one of which catches on the way at every second level. */
    private static double even(double[] x, int n) {
        if (n <= 0) {
            return x[n] * x[0];
        }
        try {
            return odd(x, n - 1) * x[1];
        } catch (ArithmeticException e) {
            x[1] *= 1.5;
            return x[1] * x[2];
        } finally {
            x[0] *= 1.1;
        }
    }

    private static double odd(double[] x, int n) {
        x[2] += 0.1 * x[0];
        double below = even(x, n - 3);
        if (x[2] > 1) {
            return 1 / (n - n) + below;
        }
        return below * x[2];
    }

    private static double both(double[] x) {
        double y = x[0] * x[2];
        for (int n = 1; n < 10; n += 2) {
            try {
                y = y * 0.5 + even(x, n);
            } catch (RuntimeException e) {
                y += x[1] * y;
            }
        }
        return y;
    }

    @Test
    void twoRecursionsThatCatch() {
        Slopes.assertRight(x -> both(x), POINTS);
    }

    private static double opaque(double[] x) {
        double y = 1;
        for (String text : List.of("1", "two", "3")) {
            try {
                y += x[0];
                y *= Integer.parseInt(text) * x[1];
            } catch (NumberFormatException e) {
                y = Math.cos(y) * x[2];
            }
        }
        return y;
    }

    @Test
    void thrownByCodeThatNoDerivativeFlowsThrough() {
        Slopes.assertRight(x -> opaque(x), POINTS);
    }

    private static double overflow(double[] x, int n) {
        x[0] = x[0] * 1.0000001 + 1e-9;
        return n == 0 ? x[0] : overflow(x, n - 1) * 1.0000001 + x[1];
    }

    private static double caughtOverflow(double[] x) {
        try {
            return overflow(x, Integer.MAX_VALUE);
        } catch (StackOverflowError e) {
            return x[2] * x[2];
        }
    }

    @Test
    void anOverflowOfTheStackLeavesTheTapeInOrder() {
        DoubleArrayGradient gradient = gradient((double[] x) -> caughtOverflow(x));
        for (int i = 0; i < 3; i++) {
            try {
                double[] result = gradient.at(new double[] {1, 2, 3});
                assertThat(result[2]).isEqualTo(6);
                assertThat(result[0]).isZero();
            } catch (StackOverflowError e) {
                // the derivative needs more stack than the function: it may fail as the function does
                assertThat(e).hasNoCause();
            }
            Slopes.assertRight(x -> recursion(x), POINTS);
        }
    }
}
