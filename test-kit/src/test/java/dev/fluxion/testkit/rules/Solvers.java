package dev.fluxion.testkit.rules;

import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullbackInPlace;

import java.util.function.DoubleUnaryOperator;

/** Methods that are given functions, with rules that pull back through these. */
final class Solvers {

    private Solvers() {}

    /** A polynomial: a function with numbers in it. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Polynomial(double[] coefficients) implements DoubleUnaryOperator {
        @Override
        public double applyAsDouble(double x) {
            double sum = 0;
            for (int i = coefficients.length - 1; i >= 0; i--) {
                sum = sum * x + coefficients[i];
            }
            return sum;
        }
    }

    /** The root, by bisection: nothing that could be differentiated. */
    static double root(DoubleUnaryOperator f, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (f.applyAsDouble(middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    static double mean(DoubleUnaryOperator f, double[] points) {
        double sum = 0;
        for (double point : points) {
            sum += f.applyAsDouble(point);
        }
        return sum / points.length;
    }

    /** Right. */
    @Rules(of = Solvers.class)
    static final class Good {

        private Good() {}

        @Reverse(of = "root")
        static ValueAndPullbackInPlace<Double> root(DoubleUnaryOperator f, double from, double to) {
            double root = Solvers.root(f, from, to);
            return ValueAndPullbackInPlace.of(
                    root,
                    (bar, adjoints) -> {
                        double slope = adjoints.apart().pullback(f, root, 1);
                        adjoints.pullback(f, root, -bar / slope);
                    });
        }

        @Reverse(of = "mean")
        static ValueAndPullbackInPlace<Double> mean(DoubleUnaryOperator f, double[] points) {
            double[] at = points.clone();
            return ValueAndPullbackInPlace.of(
                    Solvers.mean(f, points),
                    (bar, adjoints) -> {
                        for (int i = 0; i < at.length; i++) {
                            adjoints.add(points, i, adjoints.pullback(f, at[i], bar / at.length));
                        }
                    });
        }
    }

    /** Wrong: what the function has captured gets the share of the slope, too. */
    @Rules(of = Solvers.class)
    static final class NotApart {

        private NotApart() {}

        @Reverse(of = "root")
        static ValueAndPullbackInPlace<Double> root(DoubleUnaryOperator f, double from, double to) {
            double root = Solvers.root(f, from, to);
            return ValueAndPullbackInPlace.of(
                    root, (bar, adjoints) -> adjoints.pullback(f, root, -bar / adjoints.pullback(f, root, 1)));
        }
    }

    /** Wrong: forgets that the points move. */
    @Rules(of = Solvers.class)
    static final class FixedPoints {

        private FixedPoints() {}

        @Reverse(of = "mean")
        static ValueAndPullbackInPlace<Double> mean(DoubleUnaryOperator f, double[] points) {
            double[] at = points.clone();
            return ValueAndPullbackInPlace.of(
                    Solvers.mean(f, points),
                    (bar, adjoints) -> {
                        for (double point : at) {
                            adjoints.pullback(f, point, bar / at.length);
                        }
                    });
        }
    }
}
