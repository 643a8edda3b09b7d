package dev.fluxion.engine.nested;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.hessian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleArrayGradient;
import dev.fluxion.DoubleFn;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.Slopes;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/**
 * Compiled gradients captured by functions that are differentiated: each is code of its own, which remembers things
 * while the code around it does. Compared with central differences of the derivative of one order less.
 */
class CapturedGradientsTest {

    private static final double[] POINT = {1.1, 0.7, -0.4};

    private interface Curve {
        double at(double x);
    }

    private record Cubic(double a) implements Curve {
        @Override
        public double at(double x) {
            return a * x * x * x + x;
        }
    }

    private record Wave(double w) implements Curve {
        @Override
        public double at(double x) {
            double sum = 0;
            for (double term = x; term < 10; term = term * term + 1.5) {
                sum += Math.sin(w * term);
            }
            return sum;
        }
    }

    private static double plain(double[] x) {
        double product = x[0] * x[1];
        return product * product * x[1] + Math.exp(x[2]) * x[0];
    }

    private static double loops(double[] x) {
        double sum = 1;
        for (double each : x) {
            sum = sum * Math.sin(sum + each) + each * each;
        }
        return sum;
    }

    private static double lists(double[] x) {
        List<Double> list = new ArrayList<>();
        for (double each : x) {
            list.add(each * each * x[0]);
        }
        double sum = 0;
        for (double each : list) {
            sum += each * list.get(0) * x[1];
        }
        return sum;
    }

    private static double chosen(double[] x) {
        Curve[] curves = {new Cubic(1.3), new Wave(0.9), new Cubic(-0.2)};
        double value = 1;
        for (int i = 0; i < x.length; i++) {
            value = value * x[i] + curves[i].at(x[(i + 1) % x.length] * value);
        }
        return value;
    }

    private static final DoubleFn CUBE = x -> x * x * x;

    private static double functions(double[] x) {
        return CUBE.applyAsDouble(x[0]) * x[1] + CUBE.applyAsDouble(x[2] * x[1]);
    }

    /** A weighted sum of a gradient's numbers, and of the function itself. */
    private static DoubleArrayFn next(DoubleArrayGradient gradient, DoubleArrayFn function) {
        return z -> {
            double[] g = gradient.at(z);
            return g[0] * g[1] + 0.5 * g[2] + 0.25 * function.applyAsDouble(z);
        };
    }

    private static void assertRightUpToOrder(int order, DoubleArrayFn f) {
        DoubleArrayFn function = f;
        for (int i = 1; i <= order; i++) {
            Slopes.assertRight(function, POINT);
            function = next(gradient(function), f);
        }
    }

    @Test
    void fourOrdersOfPlainCode() {
        assertRightUpToOrder(4, CapturedGradientsTest::plain);
        assertRightUpToOrder(4, CapturedGradientsTest::loops);
    }

    @Test
    void threeOrdersThroughLists() {
        assertRightUpToOrder(3, CapturedGradientsTest::lists);
    }

    @Test
    void threeOrdersThroughMethodsThatTheReceiverChooses() {
        assertRightUpToOrder(3, CapturedGradientsTest::chosen);
        assertRightUpToOrder(3, CapturedGradientsTest::functions);
    }

    @Test
    void theSameGradientAtTwoDepths() {
        DoubleArrayFn f = CapturedGradientsTest::chosen;
        DoubleArrayGradient first = gradient(f);
        DoubleArrayFn once = next(first, f);
        DoubleArrayGradient second = gradient(once);
        DoubleArrayFn twice =
                z -> {
                    double[] deep = second.at(z);
                    double[] flat = first.at(z);
                    double sum = 0;
                    for (int i = 0; i < z.length; i++) {
                        sum += deep[i] * flat[i] * f.applyAsDouble(z);
                    }
                    return sum;
                };
        Slopes.assertRight(twice, POINT);
    }

    @Test
    void hessiansOfWhatCapturesGradients() {
        DoubleArrayFn f = CapturedGradientsTest::chosen;
        DoubleArrayFn outer = next(gradient(next(gradient(f), f)), f);
        double[][] hessian = hessian(outer, POINT);
        DoubleArrayGradient gradient = gradient(outer);
        for (int i = 0; i < POINT.length; i++) {
            int row = i;
            double[] slopes = Slopes.of(z -> gradient.at(z)[row], POINT);
            for (int j = 0; j < POINT.length; j++) {
                assertThat(hessian[i][j]).isCloseTo(slopes[j], within(1e-5 * Math.max(1, Math.abs(slopes[j]))));
            }
        }
    }

    @Test
    void aCapturedArrayThatIsTheArgumentToo() {
        double[] shared = {0.4, 1.2, -0.3};
        DoubleArrayGradient first = gradient((double[] x) -> plain(x) * shared[1]);
        DoubleArrayFn outer = next(first, CapturedGradientsTest::plain);
        Slopes.assertRight(outer, POINT);
        assertThatThrownBy(() -> gradient(outer, shared)).isInstanceOf(NotDifferentiableException.class);
    }

    @Test
    void derivativesInOneNumber() {
        Curve wave = new Wave(1.1);
        DoubleFn f = x -> wave.at(x) * x;
        DoubleFn first = derivative(f);
        DoubleFn second = derivative(x -> first.applyAsDouble(x) * x);
        DoubleFn third = derivative(x -> second.applyAsDouble(x) * x + first.applyAsDouble(x));
        double x = 0.6;
        double step = 1e-6;
        DoubleFn below = y -> second.applyAsDouble(y) * y + first.applyAsDouble(y);
        double slope = (below.applyAsDouble(x + step) - below.applyAsDouble(x - step)) / (2 * step);
        assertThat(third.applyAsDouble(x)).isCloseTo(slope, within(1e-6 * Math.abs(slope)));
    }
}
