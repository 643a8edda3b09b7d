package dev.fluxion.engine;

import dev.fluxion.Fluxion;

import org.junit.jupiter.api.Test;

/** Gradients inside of differentiated code, in arrays that the inner function knows by another name as well. */
class NestedAliasesTest {

    private static final double[] POINT = {1.1, -0.7, 2.3, 0.4};

    private static double[] either(double[] a, double[] b, boolean first) {
        return first ? a : b;
    }

    @Test
    void capturedAndGiven() {
        Slopes.assertRight(
                x -> {
                    double[] slopes = Fluxion.gradient((double[] y) -> y[0] * y[1] * y[1] * x[0], x);
                    return slopes[0] * slopes[1];
                },
                POINT);
    }

    @Test
    void madeThere() {
        Slopes.assertRight(
                x -> {
                    double[] pair = {x[0], x[1]};
                    double[] slopes = Fluxion.gradient((double[] y) -> y[0] * y[1] * y[1] * pair[0], pair);
                    return slopes[0] * slopes[1];
                },
                POINT);
    }

    @Test
    void oneOfTwoAsTheCodeRuns() {
        Slopes.assertRight(
                x -> {
                    double[] copy = x.clone();
                    double[] one = either(x, copy, x[2] > 0);
                    double[] other = either(x, copy, x[3] > 0);
                    double[] slopes =
                            Fluxion.gradient((double[] y) -> y[0] * y[1] * one[1] * other[0] * copy[2] * x[0], x);
                    return slopes[0] * slopes[1] + slopes[2] * x[3];
                },
                POINT,
                new double[] {1.1, -0.7, 2.3, -0.4},
                new double[] {1.1, -0.7, -2.3, -0.4});
    }

    @Test
    void overwrittenByTheOtherName() {
        Slopes.assertRight(
                x -> {
                    double[] same = x;
                    double[] slopes =
                            Fluxion.gradient(
                                    (double[] y) -> {
                                        same[0] *= y[1];
                                        return y[0] * y[1] * y[1] * same[0];
                                    },
                                    x);
                    return slopes[0] * slopes[1] * x[0];
                },
                POINT);
    }

    @Test
    void aCopyIsAnotherArray() {
        Slopes.assertRight(
                x -> {
                    double[] slopes = Fluxion.gradient((double[] y) -> y[0] * y[1] * x[0], x.clone());
                    return slopes[0] * slopes[1] * x[1];
                },
                POINT);
    }
}
