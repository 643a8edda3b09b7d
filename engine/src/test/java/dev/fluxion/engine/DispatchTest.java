package dev.fluxion.engine;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleFn;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** Calls whose code the receiver's class chooses, against central finite differences. */
class DispatchTest {

    private static void check(DoubleFn f, double x) {
        double h = 1e-5;
        double slope = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
        assertThat(gradient(f, x)).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
    }

    interface Shape {
        double area(double s);

        default double twice(double s) {
            return 2 * area(s);
        }
    }

    abstract static class Scaled implements Shape {
        final double scale;

        Scaled(double scale) {
            this.scale = scale;
        }

        abstract double unit(double s);

        @Override
        public double area(double s) {
            return scale * unit(s);
        }
    }

    static class Square extends Scaled {
        Square(double scale) {
            super(scale);
        }

        @Override
        double unit(double s) {
            return s * s;
        }
    }

    static class Tilted extends Square {
        Tilted(double scale) {
            super(scale);
        }

        @Override
        public double area(double s) {
            return super.area(s) + Math.sin(s);
        }

        @Override
        public double twice(double s) {
            return area(s) + area(2 * s);
        }
    }

    private static Shape[] two() {
        return new Shape[] {new Square(3), new Tilted(2), new Square(1)};
    }

    private static Shape[] ten() {
        return new Shape[] {
            new Square(1),
            new Tilted(2),
            new Square(3) {
                @Override
                double unit(double s) {
                    return Math.exp(s);
                }
            },
            new Square(4) {
                @Override
                double unit(double s) {
                    return Math.cos(s);
                }
            },
            new Square(5) {
                @Override
                double unit(double s) {
                    return s;
                }
            },
            new Tilted(6) {
                @Override
                public double twice(double s) {
                    return s * area(s);
                }
            },
            new Tilted(7) {
                @Override
                double unit(double s) {
                    return 1 / s;
                }
            },
            new Scaled(8) {
                @Override
                double unit(double s) {
                    return Math.log(s);
                }
            },
            new Scaled(9) {
                @Override
                double unit(double s) {
                    return Math.sqrt(s);
                }
            },
            new Scaled(10) {
                @Override
                double unit(double s) {
                    return Math.tanh(s);
                }
            }
        };
    }

    private static double sum(Shape[] shapes, double x) {
        double sum = 0;
        for (int round = 0; round < 3; round++) {
            for (Shape shape : shapes) {
                sum = 0.5 * sum + shape.area(x) * shape.twice(x + round);
            }
        }
        return sum;
    }

    @Test
    void anInterfaceWithTwoImplementationsInALoop() {
        Shape[] shapes = two();
        check(x -> sum(shapes, x), 0.7);
    }

    @Test
    void moreClassesThanTheCallSiteComparesWith() {
        Shape[] shapes = ten();
        check(x -> sum(shapes, x), 0.7);
    }

    @Test
    void gradientsInAnArray() {
        Shape[] shapes = ten();
        DoubleArrayFn f = a -> sum(shapes, a[0]) * shapes[1].area(a[1]);
        double[] at = {0.7, 1.1};
        double[] slopes = gradient(f, at);
        for (int i = 0; i < at.length; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double slope = (f.applyAsDouble(up) - f.applyAsDouble(down)) / 2e-5;
            assertThat(slopes[i]).isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
        }
    }

    sealed interface Expression {
        double eval(double x);

        record Constant(double value) implements Expression {
            @Override
            public double eval(double x) {
                return value;
            }
        }

        record Unknown() implements Expression {
            @Override
            public double eval(double x) {
                return x;
            }
        }

        record Sum(Expression a, Expression b) implements Expression {
            @Override
            public double eval(double x) {
                return a.eval(x) + b.eval(x);
            }
        }

        record Product(Expression a, Expression b) implements Expression {
            @Override
            public double eval(double x) {
                return a.eval(x) * b.eval(x);
            }
        }

        record Sine(Expression a) implements Expression {
            @Override
            public double eval(double x) {
                return Math.sin(a.eval(x));
            }
        }
    }

    @Test
    void recursionThroughAnExpressionTree() {
        Expression x = new Expression.Unknown();
        Expression tree = new Expression.Constant(2);
        for (int i = 0; i < 6; i++) {
            tree = new Expression.Sum(new Expression.Product(tree, x), new Expression.Sine(tree));
        }
        Expression whole = tree;
        check(v -> whole.eval(v), 0.4);
    }

    static final class Total {
        double value;
    }

    interface Visitor {
        void visit(Total total, double x);
    }

    static final class Adder implements Visitor {
        @Override
        public void visit(Total total, double x) {
            total.value += x * x;
        }
    }

    static final class Scaler implements Visitor {
        private int visits;

        @Override
        public void visit(Total total, double x) {
            visits++;
            total.value *= x;
        }
    }

    @Test
    void visitorsThatOnlyLeaveSomethingInMemory() {
        Scaler scaler = new Scaler();
        Visitor[] visitors = {new Adder(), scaler};
        DoubleFn f =
                x -> {
                    Total total = new Total();
                    for (int i = 0; i < 6; i++) {
                        visitors[i % 2].visit(total, x + i);
                    }
                    return total.value;
                };
        check(f, 1.1);
        scaler.visits = 0;
        double unused = gradient(f, 1.1);
        assertThat(unused).isNotNaN();
        assertThat(scaler.visits).as("each effect happens once").isEqualTo(3);
    }

    interface Payoff<T> {
        T of(T x);
    }

    static final class Doubled implements Payoff<Double> {
        @Override
        public Double of(Double x) {
            return 2 * x * x;
        }
    }

    @Test
    void genericsWithBridgeMethods() {
        List<Payoff<Double>> payoffs = List.of(new Doubled());
        check(x -> payoffs.get(0).of(x), 1.3);
    }

    interface Several {
        double of(double x, float y, double z);
    }

    @Test
    void severalArgumentsOfBothTypes() {
        Several[] several = {
            new Several() {
                @Override
                public double of(double x, float y, double z) {
                    return x * y * Math.sin(z);
                }
            }
        };
        double slope = gradient(x -> several[0].of(x, (float) x, x * x), 1.25);
        double x = 1.25;
        double expected = 2 * x * Math.sin(x * x) + x * x * Math.cos(x * x) * 2 * x;
        assertThat(slope).isCloseTo(expected, within(1e-6));
    }

    private double outer = 3;

    private final class Inner implements Shape {
        @Override
        public double area(double s) {
            return outer * s * s;
        }
    }

    @Test
    void innerClassesAndStrategiesInFields() {
        Shape[] held = {new Inner()};
        check(x -> held[0].area(x), 1.3);
        check(
                x -> {
                    outer = x * x;
                    double area = held[0].area(x);
                    outer = 3;
                    return area;
                },
                1.3);
    }

    @Test
    void secondAndThirdDerivatives() {
        Shape[] shapes = {new Square(3), new Tilted(2)};
        DoubleFn second = derivative(derivative(x -> x * shapes[0].area(x) * shapes[1].area(x)));
        double x = 0.8;
        // 6 x^5 + 3 x^3 sin x
        double expected =
                120 * x * x * x + 18 * x * Math.sin(x) + 18 * x * x * Math.cos(x) - 3 * x * x * x * Math.sin(x);
        assertThat(second.applyAsDouble(x)).isCloseTo(expected, within(1e-9));
        DoubleFn third = derivative(derivative(derivative(y -> shapes[1].area(y))));
        assertThat(third.applyAsDouble(x)).isCloseTo(-Math.cos(x), within(1e-12));
    }

    @Test
    void aMethodOfTheJdkThatCallsBackIsRefused() {
        assertThatThrownBy(() ->
                        gradient(
                                x -> {
                                    List<Double> squares =
                                            new Computed() {
                                                @Override
                                                public Double get(int index) {
                                                    return x * index * x;
                                                }
                                            };
                                    double sum = 0;
                                    for (double square : squares) {
                                        sum += square;
                                    }
                                    List<Double> copy = new ArrayList<>();
                                    copy.addAll(squares);
                                    return sum + copy.get(1);
                                },
                                1.3))
                .isInstanceOf(NotDifferentiableException.class);
    }

    abstract static class Computed extends AbstractList<Double> {
        @Override
        public int size() {
            return 4;
        }
    }
}
