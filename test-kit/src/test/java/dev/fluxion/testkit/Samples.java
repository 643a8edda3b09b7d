package dev.fluxion.testkit;

import java.util.function.DoubleUnaryOperator;

/** Methods whose gradients are known. */
final class Samples {

    private static double total;

    private Samples() {}

    private static final class Cell {
        double value;
        Cell next;

        Cell(double value, Cell next) {
            this.value = value;
            this.next = next;
        }
    }

    private interface Shape {
        double area(double scale);

        default double twice(double scale) {
            return 2 * area(scale);
        }
    }

    private record Square(double side) implements Shape {
        @Override
        public double area(double scale) {
            return scale * side * side;
        }
    }

    private static final class Signal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final double strength;

        Signal(double strength) {
            this.strength = strength;
        }
    }

    /** {@code x0 x1 + sin(x0)}. */
    static double straight(double[] x) {
        return x[0] * x[1] + Math.sin(x[0]);
    }

    /** {@code x0^8}, in place. */
    static double loop(double[] x) {
        for (int i = 0; i < 3; i++) {
            x[0] *= x[0];
        }
        return x[0];
    }

    /** {@code x0 + 2 x1 + 3 x0 x1}. */
    static double objects(double[] x) {
        Cell list = new Cell(x[0], new Cell(2 * x[1], new Cell(3 * x[0] * x[1], null)));
        double sum = 0;
        for (Cell at = list; at != null; at = at.next) {
            sum += at.value;
        }
        list.next.value = 0;
        return sum;
    }

    /** {@code 2 x1 x0^2}. */
    static double dispatch(double[] x) {
        Shape shape = new Square(x[0]);
        return shape.twice(x[1]);
    }

    /** {@code x0 (x1 + sin(x1))}. */
    static double lambdas(double[] x) {
        double factor = x[0];
        DoubleUnaryOperator f = t -> factor * t;
        DoubleUnaryOperator g = f.compose(Math::sin);
        return f.applyAsDouble(x[1]) + g.applyAsDouble(x[1]);
    }

    /** {@code 5 x0 x1}. */
    static double exceptions(double[] x) {
        try {
            total = x[1];
            if (x.length > 1) {
                throw new Signal(5 * x[0]);
            }
            return x[7];
        } catch (Signal signal) {
            return signal.strength * total;
        } finally {
            total = 0;
        }
    }

    /** {@code 7 x1}. */
    static double faults(double[] x) {
        try {
            return x[0] * x[9];
        } catch (ArrayIndexOutOfBoundsException caught) {
            return 7 * x[1];
        }
    }

    /** {@code x0 + x1}, by way of boxes, a switch over types and an enhanced loop. */
    static double language(double[] x) {
        Object[] things = {x[0], new Square(x[1])};
        double sum = 0;
        for (Object thing : things) {
            sum +=
                    switch (thing) {
                        case Double number -> number;
                        case Square(double side) when side > -10 -> side;
                        default -> 100;
                    };
        }
        return sum;
    }
}
