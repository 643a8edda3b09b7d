package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleFn;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Calls that the receiver's class chooses, where their exceptions are caught, against central finite differences. */
class DispatchInTryTest {

    private interface Shape {
        double area(double x);
    }

    private record Square(double scale) implements Shape {
        @Override
        public double area(double x) {
            return scale * x * x;
        }
    }

    /** Leaves something behind before it throws. */
    private static final class Noting implements Shape {
        private final double[] notes;

        Noting(double[] notes) {
            this.notes = notes;
        }

        @Override
        public double area(double x) {
            notes[0] += x * x * x;
            if (x > 0.5) {
                throw new IllegalStateException("too large");
            }
            return x;
        }
    }

    private static final class Carrying extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final double value;

        Carrying(double value) {
            this.value = value;
        }
    }

    private static final class Throwing implements Shape {
        @Override
        public double area(double x) {
            throw new Carrying(x * x);
        }
    }

    private static Shape[] shapes(double x, double[] notes) {
        return new Shape[] {new Square(x), new Noting(notes), new Throwing(), null};
    }

    private static void check(DoubleFn f) {
        double x = 1.3;
        double h = 1e-5;
        double slope = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
        assertThat(gradient(f, x)).isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
    }

    private static double one(double x, int which) {
        double[] notes = {x};
        Shape[] shapes = shapes(x, notes);
        double result = 0;
        try {
            result = shapes[which].area(x * 2);
        } catch (IllegalStateException e) {
            result = 3 * x;
        } catch (Carrying e) {
            result = e.value * x;
        } catch (NullPointerException e) {
            result = x * x * 7;
        } finally {
            result += x;
        }
        return result * notes[0];
    }

    @Test
    void eachWayOut() {
        for (int which = 0; which < 4; which++) {
            int index = which;
            check(x -> one(x, index));
        }
    }

    @Test
    void inALoop() {
        check(x -> {
            double[] notes = {x};
            Shape[] shapes = shapes(x, notes);
            double result = 0;
            for (int i = 0; i < 8; i++) {
                try {
                    result += shapes[i % 4].area(x + i * 0.1 + result * 1e-3);
                } catch (RuntimeException e) {
                    result *= 1.1;
                }
            }
            return result * notes[0];
        });
    }

    private static double caughtHere(Shape shape, double x) {
        try {
            return shape.area(x) * x;
        } catch (Carrying e) {
            return e.value;
        }
    }

    @Test
    void caughtAtTwoDepths() {
        check(x -> {
            double[] notes = {x};
            double result = 0;
            for (Shape shape : shapes(x, notes)) {
                try {
                    result += caughtHere(shape, x + result);
                } catch (IllegalStateException | NullPointerException e) {
                    result += x;
                }
            }
            return result * notes[0];
        });
    }

    private interface Mixed {
        double at(double a, float b, double c, int k);
    }

    @Test
    void argumentsOfSeveralTypes() {
        DoubleFn f =
                x -> {
                    Mixed[] mixed = {
                        (a, b, c, k) -> a * b + c * k,
                        (a, b, c, k) -> {
                            throw new IllegalStateException();
                        }
                    };
                    double result = 1;
                    for (Mixed each : mixed) {
                        try {
                            result += each.at(x, (float) (2 * x), x * x, 3);
                        } catch (IllegalStateException e) {
                            result *= x;
                        }
                    }
                    return result;
                };
        assertThat(gradient(f, 1.5)).isCloseTo(1 + 15 * 1.5 * 1.5, within(1e-5));
    }

    private interface Action {
        void act(double[] on);
    }

    @Test
    void withoutAResult() {
        check(x -> {
            double[] state = {x, 1};
            Action[] actions = {
                s -> s[1] *= s[0],
                s -> {
                    s[0] *= 2;
                    throw new IllegalStateException();
                },
                s -> s[1] += s[0]
            };
            for (Action action : actions) {
                try {
                    action.act(state);
                } catch (IllegalStateException e) {
                    state[1] *= 3;
                }
            }
            return state[1];
        });
    }

    @Test
    void referencesAndCollections() {
        check(x -> {
            List<Function<Double, Double>> functions = new ArrayList<>();
            functions.add(v -> v * x);
            functions.add(v -> {
                throw new ArithmeticException();
            });
            double result = 0;
            Iterator<Function<Double, Double>> rest = functions.iterator();
            while (true) {
                try {
                    result += rest.next().apply(x);
                } catch (ArithmeticException e) {
                    result *= x;
                } catch (NoSuchElementException e) {
                    return result;
                }
            }
        });
    }

    @Test
    void secondDerivatives() {
        DoubleFn slope = x -> gradient((DoubleFn) y -> one(y, 1), x);
        double x = 1.3;
        double h = 1e-5;
        double expected = (slope.applyAsDouble(x + h) - slope.applyAsDouble(x - h)) / (2 * h);
        assertThat(gradient(slope, x)).isCloseTo(expected, within(1e-6 * Math.abs(expected)));
    }

    @Test
    void aRefusalIsNotAnExceptionOfTheProgram() {
        DoubleUnaryOperator[] functions = {v -> DoubleStream.of(v, v).map(w -> w * w).sum()};
        DoubleFn f =
                x -> {
                    DoubleUnaryOperator[] own = {functions[0], v -> v * x};
                    try {
                        return own[0].applyAsDouble(x);
                    } catch (RuntimeException e) {
                        return x;
                    }
                };
        assertThatThrownBy(() -> gradient(f, 2)).isInstanceOf(NotDifferentiableException.class);
    }
}
