package dev.fluxion;

import dev.fluxion.runtime.Shadows;
import dev.fluxion.runtime.sweep.Curvature;
import dev.fluxion.runtime.sweep.ScalarTangent;
import dev.fluxion.runtime.sweep.VectorCotangent;
import dev.fluxion.runtime.sweep.VectorTangent;
import dev.fluxion.runtime.sweep.WeightedSum;
import dev.fluxion.spi.GraphPullback;
import dev.fluxion.spi.GraphPushforward;
import dev.fluxion.spi.Sweep;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** Sweeps in several directions by central differences. */
final class FiniteSweeps {

    private static final double H = 0x1p-10;

    private FiniteSweeps() {}

    @SuppressWarnings("unchecked") // what the sweep says
    static Object of(Object function, Sweep sweep) {
        if (sweep.isOfGradient()) {
            return curvature((ToDoubleFunction<double[]>) function, sweep.lanes());
        }
        return function instanceof DoubleArrayFn f
                ? scalar(f, sweep.lanes())
                : vector((UnaryOperator<double[]>) ((VectorFn) function)::apply, sweep.lanes());
    }

    private static VectorTangent vector(UnaryOperator<double[]> f, int lanes) {
        return (x, xDot, shadows) -> {
            double[] value = f.apply(x);
            double[] tangents = new double[value.length * lanes];
            for (int lane = 0; lane < lanes; lane++) {
                double[] up = f.apply(moved(x, xDot, lane, lanes, H));
                double[] down = f.apply(moved(x, xDot, lane, lanes, -H));
                for (int i = 0; i < value.length; i++) {
                    tangents[i * lanes + lane] = (up[i] - down[i]) / (2 * H);
                }
            }
            shadows.put(value, tangents);
            return value;
        };
    }

    private static ScalarTangent scalar(ToDoubleFunction<double[]> f, int lanes) {
        VectorTangent ofOne = vector(x -> new double[] {f.applyAsDouble(x)}, lanes);
        return (x, xDot, out) -> {
            Shadows shadows = Shadows.create(lanes);
            double[] value = ofOne.run(x, xDot, shadows);
            System.arraycopy(shadows.of(value), 0, out, 0, lanes);
            return value[0];
        };
    }

    /** Of functions from an array of doubles to such an array. */
    static VectorCotangent cotangent(VectorFn f) {
        return (x, cotangent, value, gradient) -> {
            double[] slopes = gradient(w -> WeightedSum.of(f.apply(w), cotangent), x);
            for (int i = 0; i < slopes.length; i++) {
                gradient[i] += slopes[i];
            }
            double[] results = f.apply(x);
            value[0] = results.clone();
            return WeightedSum.of(results, cotangent);
        };
    }

    private static Curvature curvature(ToDoubleFunction<double[]> f, int lanes) {
        VectorTangent ofGradient = vector(x -> gradient(f, x), lanes);
        return (x, gradient, xDot, gradientDot) -> {
            Shadows shadows = Shadows.create(lanes);
            double[] value = ofGradient.run(x, xDot, shadows);
            System.arraycopy(value, 0, gradient, 0, value.length);
            System.arraycopy(shadows.of(value), 0, gradientDot, 0, gradientDot.length);
            return f.applyAsDouble(x);
        };
    }

    private static double[] gradient(ToDoubleFunction<double[]> f, double[] x) {
        double[] gradient = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double[] unit = new double[x.length];
            unit[i] = 1;
            double up = f.applyAsDouble(moved(x, unit, 0, 1, H));
            gradient[i] = (up - f.applyAsDouble(moved(x, unit, 0, 1, -H))) / (2 * H);
        }
        return gradient;
    }

    private static double[] moved(double[] x, double[] xDot, int lane, int lanes, double by) {
        double[] moved = x.clone();
        for (int i = 0; i < x.length; i++) {
            moved[i] += by * xDot[i * lanes + lane];
        }
        return moved;
    }

    /** Of functions from a double or an array of doubles to a double. */
    @SuppressWarnings("unchecked") // for the functions of the tests
    static GraphPushforward pushforward(Object function) {
        return (arguments, tangents) -> {
            if (function instanceof DoubleUnaryOperator f) {
                double x = (double) arguments[0];
                double by = tangents[0] instanceof Double direction ? H * direction : 0;
                return new GraphPushforward.At(
                        f.applyAsDouble(x), (f.applyAsDouble(x + by) - f.applyAsDouble(x - by)) / (2 * H));
            }
            Function<double[], Double> f = (Function<double[], Double>) function;
            double[] x = (double[]) arguments[0];
            double[] direction = tangents[0] instanceof double[] given ? given : new double[x.length];
            double up = f.apply(moved(x, direction, 0, 1, H));
            return new GraphPushforward.At(f.apply(x), (up - f.apply(moved(x, direction, 0, 1, -H))) / (2 * H));
        };
    }

    /** Of functions from a double or an array of doubles to a double. */
    static GraphPullback pullback(Object function) {
        GraphPushforward forwards = pushforward(function);
        return arguments ->
                new GraphPullback.At() {
                    @Override
                    public Object value() {
                        return forwards.at(arguments, new Object[] {0.0}).value();
                    }

                    @Override
                    public Object[] gradients(Object cotangent) {
                        double bar = (double) cotangent;
                        if (arguments[0] instanceof Double) {
                            return new Object[] {bar * (double) slope(1.0)};
                        }
                        double[] gradient = new double[((double[]) arguments[0]).length];
                        for (int i = 0; i < gradient.length; i++) {
                            double[] unit = new double[gradient.length];
                            unit[i] = 1;
                            gradient[i] = bar * (double) slope(unit);
                        }
                        return new Object[] {gradient};
                    }

                    private Object slope(Object direction) {
                        return forwards.at(arguments, new Object[] {direction}).tangent();
                    }
                };
    }
}
