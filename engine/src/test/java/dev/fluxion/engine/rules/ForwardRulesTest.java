package dev.fluxion.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Differentiator;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Forward;
import dev.fluxion.rule.OptOut;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndTangent;
import dev.fluxion.tangent.NoTangent;
import dev.fluxion.tangent.Tangent;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Forward rules count in forward mode, and nowhere else. Those marked so say too much, to be seen. */
class ForwardRulesTest {

    private static final Differentiator AD =
            Fluxion.builder().rules(OpsRules.class, ShapeRules.class, PairRules.class).build();

    static final class Box {
        double held;

        Box(double held) {
            this.held = held;
        }
    }

    record Pair(double a, double b) {}

    interface Shape {
        double area(double scale);
    }

    record Square(double side) implements Shape {
        @Override
        public double area(double scale) {
            return side * side * scale;
        }
    }

    static final class Ops {
        private Ops() {}

        static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }

        static double times(double x, int n) {
            return n * x;
        }

        static double[] scaled(double[] a, double by) {
            double[] result = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                result[i] = a[i] * by;
            }
            return result;
        }

        static float half(float x) {
            return x / 2;
        }

        static Pair swapped(Pair pair) {
            return new Pair(pair.b, pair.a);
        }

        static double sum(List<Double> list) {
            double sum = 0;
            for (double each : list) {
                sum += each;
            }
            return sum;
        }

        static double root(double x) {
            if (x < 0) {
                throw new IllegalArgumentException("negative");
            }
            return Math.sqrt(x);
        }

        static double nothing(double x) {
            return x;
        }

        static double applied(DoubleUnaryOperator f, double x) {
            return f.applyAsDouble(x);
        }

        static double normalised(double[] a) {
            double norm = Math.sqrt(dot(a, a));
            for (int i = 0; i < a.length; i++) {
                a[i] /= norm;
            }
            if (a.length == 1) {
                throw new IllegalStateException("alone");
            }
            return norm;
        }

        static double kept(Box box, double x) {
            return box.held * x;
        }
    }

    @Rules(of = Ops.class)
    static final class OpsRules {
        private OpsRules() {}

        /** A hundred times the tangent. */
        @Forward(of = "dot")
        static ValueAndTangent<Double> dot(double[] a, double[] b, double[] da, double[] db) {
            return ValueAndTangent.of(Ops.dot(a, b), 100 * (Ops.dot(da, b) + Ops.dot(a, db)));
        }

        /** The tangent and a thousand. */
        @Forward(of = "times")
        static ValueAndTangent<Double> times(double x, int n, double dx, NoTangent none) {
            return ValueAndTangent.of(Ops.times(x, n), n * dx + 1000 * dx);
        }

        /** A hundred times the tangent. */
        @Forward(of = "scaled")
        static ValueAndTangent<double[]> scaled(double[] a, double by, double[] da, double dby) {
            double[] tangent = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                tangent[i] = 100 * (da[i] * by + a[i] * dby);
            }
            return ValueAndTangent.of(Ops.scaled(a, by), tangent);
        }

        /** A hundred times the tangent. */
        @Forward(of = "half")
        static ValueAndTangent<Float> half(float x, float dx) {
            return ValueAndTangent.of(x / 2, 50 * dx);
        }

        /** A hundred times the tangent. */
        @Forward(of = "sum")
        static ValueAndTangent<Double> sum(List<Double> list, List<Double> tangents) {
            return ValueAndTangent.of(Ops.sum(list), 100 * Ops.sum(tangents));
        }

        /** A hundred times the tangent. */
        @Forward(of = "root")
        static ValueAndTangent<Double> root(double x, double dx) {
            double y = Ops.root(x);
            return ValueAndTangent.of(y, 100 * dx / (2 * y));
        }

        /** A hundred times the tangent in x. */
        @Forward(of = "applied")
        static ValueAndTangent<Double> applied(DoubleUnaryOperator f, double x, Object df, double dx) {
            double h = 1e-3;
            double slope = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
            return ValueAndTangent.of(f.applyAsDouble(x), 100 * slope * dx);
        }

        @Forward(of = "normalised")
        static ValueAndTangent<Double> normalised(double[] a, double[] da) {
            double product = Ops.dot(a, da);
            double norm = Ops.normalised(a);
            return ValueAndTangent.of(norm, product / norm);
        }

        /** A hundred times the tangent. */
        @Forward(of = "kept")
        static ValueAndTangent<Double> kept(Box box, double x, Tangent dbox, double dx) {
            return ValueAndTangent.of(Ops.kept(box, x), 100 * (box.held * dx + dbox.number("held") * x));
        }

        @Forward(of = "nothing")
        static @Nullable ValueAndTangent<Double> nothing(double x, double dx) {
            return null;
        }
    }

    @Rules(of = Ops.class)
    static final class PairRules {
        private PairRules() {}

        /** A hundred times the tangent. */
        @Forward(of = "swapped")
        static ValueAndTangent<Pair> swapped(Pair pair, Pair tangent) {
            return ValueAndTangent.of(Ops.swapped(pair), new Pair(100 * tangent.b, 100 * tangent.a));
        }
    }

    @Rules(of = Shape.class)
    static final class ShapeRules {
        private ShapeRules() {}

        /** A hundred times the tangent in the scale. */
        @Forward(of = "area")
        static ValueAndTangent<Double> area(Shape shape, double scale, Object none, double dscale) {
            return ValueAndTangent.of(shape.area(scale), 100 * shape.area(1) * dscale);
        }
    }

    private static double jvp(dev.fluxion.DoubleFn f, double x) {
        return AD.jvp(f, x, 1).tangent();
    }

    @Test
    void numbersAndArrays() {
        assertThat(jvp(x -> Ops.times(x, 3), 2)).isEqualTo(1003);
        assertThat(
                        AD.jvp(
                                        (double[] x) -> Ops.dot(x, new double[] {5, 7}),
                                        new double[] {1, 2},
                                        new double[] {1, 1})
                                .tangent())
                .isEqualTo(1200.0);
        assertThat(AD.jvp((double[] x) -> Ops.scaled(x, x[0]), new double[] {2, 3}, new double[] {1, 0}).tangent())
                .containsExactly(400, 300);
        assertThat(jvp(x -> Ops.half((float) x), 2)).isEqualTo(50);
    }

    @Test
    void arraysMadeOnTheWay() {
        assertThat(jvp(x -> Ops.dot(new double[] {x, x * x}, new double[] {x, 1}), 3)).isEqualTo(100 * (2 * 3 + 2 * 3));
        assertThat(jvp(x -> Ops.scaled(new double[] {x, 1}, 2)[0], 3)).isEqualTo(200);
    }

    @Test
    void severalDirectionsAtOnce() {
        double[][] jacobian =
                AD.jacobian(x -> Ops.scaled(x, x[1]), new double[] {2, 3, 4, 5, 6, 7, 8, 9, 10}); // nine columns
        assertThat(jacobian[0]).containsExactly(300, 200, 0, 0, 0, 0, 0, 0, 0);
        assertThat(jacobian[1]).containsExactly(0, 600, 0, 0, 0, 0, 0, 0, 0);
        assertThat(jacobian[8]).containsExactly(0, 1000, 0, 0, 0, 0, 0, 0, 300);
    }

    @Test
    void recordsAndLists() {
        assertThat(jvp(x -> Ops.swapped(new Pair(x, 2 * x)).a(), 3)).isEqualTo(200);
        assertThat(AD.jvp(Ops::swapped, new Pair(1, 2), new Pair(3, 4)).tangent()).isEqualTo(new Pair(400, 300));
        assertThat(jvp(x -> Ops.sum(List.of(x, 2 * x)), 3)).isEqualTo(300);
        assertThat(
                        jvp(
                                x -> {
                                    List<Double> list = new ArrayList<>();
                                    list.add(x);
                                    list.add(1.0);
                                    return Ops.sum(list);
                                },
                                3))
                .isEqualTo(100);
    }

    @Test
    void objectsAndListsInSeveralDirections() {
        assertThat(jvp(x -> Ops.kept(new Box(x * x), x), 3)).isEqualTo(100 * 27);
        double[][] jacobian =
                AD.jacobian(
                        x ->
                                new double[] {
                                    Ops.sum(List.of(x[0], 2 * x[1])),
                                    Ops.kept(new Box(x[0]), x[2]),
                                    Ops.swapped(new Pair(x[3], 1)).b()
                                },
                        new double[] {2, 3, 4, 5});
        assertThat(jacobian[0]).containsExactly(100, 200, 0, 0);
        assertThat(jacobian[1]).containsExactly(400, 0, 200, 0);
        assertThat(jacobian[2]).containsExactly(0, 0, 0, 100);
    }

    @Test
    void functionsThatHaveCapturedActiveNumbersAreRefused() {
        assertThat(jvp(x -> Ops.applied(t -> t * t, x), 3)).isCloseTo(600, within(1e-9));
        assertThatThrownBy(() -> jvp(x -> Ops.applied(t -> t * x, x), 3))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("OpsRules.applied");
    }

    @Test
    void functionsThatHaveCapturedConstantsAreFine() {
        double[] factor = {3};
        assertThat(jvp(x -> Ops.applied(t -> t * t * factor[0], x), 3)).isCloseTo(1800, within(1e-8));
    }

    @Test
    void methodsThatWriteToTheirArgumentsAreRefused() {
        for (double[] direction : new double[][] {{3, 4}, {3}}) {
            assertThatThrownBy(() -> AD.jvp((double[] x) -> afterwards(x.clone()), direction.clone(), direction))
                    .isInstanceOf(NotDifferentiableException.class)
                    .hasMessageContaining("FX-0409")
                    .hasMessageContaining("OpsRules.normalised");
        }
        assertThat(AD.gradient((double[] x) -> afterwards(x.clone()), new double[] {3, 4})[0])
                .isCloseTo(0.6 + 16 / 125.0, within(1e-15));
    }

    /** The norm of two numbers and the first of them normalised; of one number that alone. */
    private static double afterwards(double[] x) {
        double norm = 0;
        try {
            norm = Ops.normalised(x);
        } catch (IllegalStateException alone) {
            norm = 7;
        }
        return norm + x[0];
    }

    @Test
    void methodsThatInheritAndDispatch() {
        Shape[] shapes = {new Square(2), scale -> scale * scale};
        assertThat(jvp(x -> new Square(3).area(x), 2)).isEqualTo(900);
        assertThat(jvp(x -> shapes[0].area(x) + shapes[1].area(x), 2)).isEqualTo(500);
    }

    @Test
    void theRuleIsNotForReverseModeAndNotForPatterns() {
        assertThat(AD.gradient(x -> Ops.times(x, 3), 2)).isEqualTo(3);
        assertThat(AD.sparseJacobian(x -> Ops.scaled(x, 2)).at(new double[] {1, 2, 3}).toDense()[1])
                .containsExactly(0, 200, 0);
    }

    @Test
    void secondOrder() {
        assertThat(AD.hessian(x -> Ops.dot(x, x), new double[] {1, 2})[0]).containsExactly(2, 0);
        assertThat(jvp(AD.derivative(x -> Ops.root(x)), 4)).isCloseTo(-1 / 32.0, within(1e-15));
    }

    @Test
    void exceptionsOfTheMethodAreThoseOfTheRule() {
        assertThat(jvp(ForwardRulesTest::caught, -3)).isEqualTo(2);
        assertThat(jvp(ForwardRulesTest::caught, 4)).isEqualTo(25);
        assertThatThrownBy(() -> jvp(x -> Ops.root(x), -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double caught(double x) {
        double sum = 0;
        for (int i = 0; i < 1; i++) {
            try {
                sum += Ops.root(x);
            } catch (IllegalArgumentException negative) {
                sum += 2 * x;
            }
        }
        return sum;
    }

    @Test
    void anotherInstanceAndOptOut() {
        assertThat(Fluxion.builder().build().jvp(x -> Ops.times(x, 3), 2, 1).tangent()).isEqualTo(3);
        assertThat(Fluxion.builder().rules(Out.class).build().jvp(x -> Ops.times(x, 3), 2, 1).tangent()).isEqualTo(3);
    }

    @Rules(of = Ops.class)
    @OptOut
    static final class Out {
        private Out() {}
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> jvp(x -> Ops.nothing(x), 1))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("OpsRules.nothing")
                .hasMessageContaining("returned null");
    }
}
