package dev.fluxion.engine.objects;

import static dev.fluxion.engine.objects.Derivatives.assertDerivative;
import static dev.fluxion.engine.objects.Derivatives.assertDissolved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.Fluxion;

import org.junit.jupiter.api.Test;

import java.util.function.DoubleUnaryOperator;

/** Objects that stay in the function cost nothing: the derivative's code makes none. */
class DissolvedObjectsTest {

    private record Vec(double x, double y) {
        Vec plus(Vec other) {
            return new Vec(x + other.x, y + other.y);
        }

        Vec times(double factor) {
            return new Vec(x * factor, y * factor);
        }

        double dot(Vec other) {
            return x * other.x + y * other.y;
        }
    }

    @Test
    void recordsCarriedByALoop() {
        assertDissolved(
                t -> {
                    Vec sum = new Vec(0, 0);
                    for (int i = 0; i < 5; i++) {
                        sum = sum.plus(new Vec(Math.sin(t * i), t * t).times(t));
                    }
                    return sum.dot(sum);
                },
                0.7,
                -1.5);
    }

    @Test
    void recordsThatChangePlacesInALoop() {
        assertDissolved(
                t -> {
                    Vec a = new Vec(t, 1);
                    Vec b = new Vec(2 * t, t);
                    for (int i = 0; i < 3; i++) {
                        Vec c = a;
                        a = b;
                        b = c;
                        a = a.plus(b);
                    }
                    return a.x * b.y;
                },
                0.7);
    }

    private record Line(Vec from, Vec to) {
        Line half() {
            return new Line(from, from.plus(to).times(0.5));
        }

        double length() {
            return Math.hypot(to.x - from.x, to.y - from.y);
        }
    }

    @Test
    void recordsInRecords() {
        assertDissolved(
                t -> {
                    Line line = new Line(new Vec(t, 1), new Vec(t * t, 3));
                    for (int i = 0; i < 3; i++) {
                        line = line.half();
                    }
                    return line.length();
                },
                0.7);
    }

    private record Direction(double x, double y) {
        Direction {
            double norm = Math.sqrt(x * x + y * y);
            if (!(norm > 0)) {
                throw new IllegalArgumentException("no direction");
            }
            x /= norm;
            y /= norm;
        }

        Direction(double x) {
            this(x, 1);
        }
    }

    @Test
    void aCompactConstructorThatNormalises() {
        assertDissolved(
                t -> {
                    Direction one = new Direction(t);
                    Direction other = new Direction(t, t * t);
                    return one.x * other.y;
                },
                0.7);
    }

    private static final class Welford {
        private int count;
        private double mean;
        private double squares;

        void add(double x) {
            count++;
            double delta = x - mean;
            mean += delta / count;
            squares += delta * (x - mean);
        }

        double variance() {
            return squares / (count - 1);
        }
    }

    @Test
    void aMutableAccumulator() {
        assertDissolved(
                t -> {
                    Welford statistics = new Welford();
                    for (int i = 0; i < 6; i++) {
                        statistics.add(Math.cos(t * i));
                    }
                    return statistics.variance();
                },
                0.7);
    }

    @Test
    void aMutableObjectUnderTwoNames() {
        assertDissolved(
                t -> {
                    Welford one = new Welford();
                    Welford same = one;
                    one.add(t);
                    same.add(t * t);
                    return one.mean * same.squares;
                },
                0.7);
    }

    private interface Shape {
        double area();
    }

    private abstract static class Scaled implements Shape {
        double factor = 2;
        final double scale;

        Scaled(double scale) {
            this.scale = scale;
        }

        @Override
        public double area() {
            return scale * plainArea();
        }

        abstract double plainArea();
    }

    private static class Square extends Scaled {
        private final double side;

        Square(double side) {
            this(side, 3);
        }

        Square(double side, double factor) {
            super(factor * side);
            this.side = side;
        }

        @Override
        double plainArea() {
            return side * side * factor;
        }
    }

    private static final class TiltedSquare extends Square {
        TiltedSquare(double side) {
            super(side);
        }

        @Override
        double plainArea() {
            return super.plainArea() * super.plainArea();
        }
    }

    @Test
    void constructorsOfSuperclassesAndOfThis() {
        assertDissolved(
                t -> {
                    Shape shape = new Square(t);
                    return shape.area();
                },
                0.7);
    }

    @Test
    void superCalls() {
        assertDissolved(t -> new TiltedSquare(t).area(), 0.7);
    }

    @Test
    void boxes() {
        assertDissolved(
                t -> {
                    Double product = 1.0;
                    Integer count = 0;
                    for (int i = 0; i < 4; i++) {
                        product = product * t + i;
                        count++;
                    }
                    return product * count.doubleValue();
                },
                0.7);
    }

    private record Pair<A, B>(A first, B second) {}

    @Test
    void boxesInGenericRecords() {
        assertDissolved(
                t -> {
                    Pair<Double, Double> pair = new Pair<>(t, t * t);
                    for (int i = 0; i < 3; i++) {
                        pair = new Pair<>(pair.first * pair.second, pair.first + 1);
                    }
                    return pair.first * pair.second;
                },
                0.7);
    }

    private static final class Builder {
        private double a = 1;
        private double b;

        Builder a(double value) {
            a = value;
            return this;
        }

        Builder b(double value) {
            b = value;
            return this;
        }

        Built build() {
            return new Built(this);
        }
    }

    private static final class Built {
        private final double a;
        private final double b;

        Built(Builder builder) {
            a = builder.a;
            b = builder.b;
        }
    }

    @Test
    void aBuilder() {
        assertDissolved(
                t -> {
                    Built built = new Builder().a(t).b(Math.exp(t)).build();
                    return built.a * built.a * built.b;
                },
                0.7);
    }

    private static class Dual {
        final double value;
        final double slope;

        Dual(double value, double slope) {
            this.value = value;
            this.slope = slope;
        }

        Dual times(Dual other) {
            return new Dual(value * other.value, value * other.slope + slope * other.value);
        }
    }

    /** Which method runs is known only once it has been inlined: the loop multiplies what it gave before. */
    @Test
    void dualNumbersOfAClassThatIsNotFinal() {
        assertDissolved(
                t -> {
                    Dual x = new Dual(t, 1);
                    Dual power = new Dual(1, 0);
                    for (int i = 0; i < 4; i++) {
                        power = power.times(x);
                    }
                    return power.slope;
                },
                0.7);
    }

    private static final class Outer {
        private final double weight;

        Outer(double weight) {
            this.weight = weight;
        }

        private final class Inner {
            private final double twice = weight * 2;

            double product() {
                return twice * weight;
            }
        }
    }

    @Test
    void innerClasses() {
        assertDissolved(t -> new Outer(t).new Inner().product(), 0.7);
    }

    @Test
    void anonymousClasses() {
        assertDissolved(
                t -> {
                    Shape shape =
                            new Shape() {
                                final double triple = t * 3;

                                @Override
                                public double area() {
                                    return triple * t;
                                }
                            };
                    return shape.area();
                },
                0.7);
    }

    @Test
    void lambdasOverObjects() {
        assertDissolved(
                t -> {
                    Vec v = new Vec(t, t);
                    DoubleUnaryOperator f = z -> z * v.x * v.y;
                    return f.applyAsDouble(t);
                },
                0.7);
    }

    @Test
    void recordPatternsNullChecksAndMonitors() {
        assertDissolved(
                t -> {
                    Object o = new Vec(t, 1);
                    synchronized (o) {
                        if (o != null && o instanceof Vec(double x, double y)) {
                            return x * x * y;
                        }
                    }
                    return 0;
                },
                0.7);
    }

    @Test
    void whatAHandlerSees() {
        assertDerivative(
                t -> {
                    Welford statistics = new Welford();
                    try {
                        statistics.add(t);
                        statistics.add(t * t);
                        if (t > 100) {
                            throw new IllegalStateException();
                        }
                        statistics.add(3);
                    } catch (IllegalStateException e) {
                        return statistics.mean;
                    }
                    return statistics.mean * statistics.squares;
                },
                0.7);
    }

    @SuppressWarnings("NarrowCalculation")
    @Test
    void narrowFields() {
        final class Narrow {
            byte b;
            char c;
            short s;
            boolean z;
        }
        assertDissolved(
                t -> {
                    Narrow n = new Narrow();
                    n.b = (byte) 300;
                    n.c = (char) 70001;
                    n.s = (short) 70000;
                    n.z = true;
                    return n.b * t + n.c * t * t + n.s + (n.z ? t : 0);
                },
                0.7);
    }

    private static final class Counted {
        static int count;
        final double value;

        Counted(double value) {
            this.value = value;
            count++;
        }
    }

    @Test
    void effectsOfAConstructorHappenOnce() {
        int before = Counted.count;
        assertThat(Fluxion.gradient(t -> new Counted(t * t).value, 0.5)).isEqualTo(1.0);
        assertThat(Counted.count).isEqualTo(before + 1);
    }

    private static final class Loads {
        static int loads;
    }

    private static final class Loaded {
        static int number = ++Loads.loads;
        final double value;

        Loaded(double value) {
            this.value = value;
        }
    }

    @Test
    void theClassIsInitialisedByTheFirstObject() {
        var gradient = Fluxion.gradient((double t) -> t > 0 ? new Loaded(t * t).value : 0);
        assertThat(gradient.at(-1)).isZero();
        assertThat(Loads.loads).isZero();
        assertThat(gradient.at(0.5)).isEqualTo(1.0);
        assertThat(Loads.loads).isEqualTo(1);
        assertThat(Loaded.number).isEqualTo(1);
    }
}
