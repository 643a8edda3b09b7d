package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.gradientAsTangent;
import static dev.fluxion.Fluxion.gradientOfCaptured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleFn;
import dev.fluxion.Gradients2;
import dev.fluxion.tangent.Tangent;

import org.junit.jupiter.api.Test;

/** Structs, tuples and references, as records, objects and arrays of them. */
@SuppressWarnings({"ArrayRecordComponent", "UnusedVariable"}) // arguments to take gradients in
final class FactsObjectsTest {

    record Two(double first, double second) {}

    record Three(double x, double y, double z) {}

    record Bar(double a, double b) {}

    record Point(double x, double y) {
        double dist() {
            return Math.hypot(x, y);
        }

        Point plus(Point other) {
            return new Point(x + other.x, y + other.y);
        }
    }

    static final class Ref {
        double value;

        Ref(double value) {
            this.value = value;
        }
    }

    static final class RefToRef {
        final Ref inner;

        RefToRef(Ref inner) {
            this.inner = inner;
        }
    }

    @Test
    void f028AClosureAsAnArgument() {
        double a = 4;
        DoubleFn f = x -> x * a;
        assertThat(gradientOfCaptured(f, 5).number("a")).isEqualTo(5);
    }

    @Test
    void f087Tuple() {
        assertThat(gradient(t -> t.first() * t.second(), new Two(2, 3))).isEqualTo(new Two(3, 2));
    }

    @Test
    void f088StructMadeInside() {
        Gradients2 g =
                gradient(
                        (x, y) -> {
                            Two two = new Two(x, y);
                            return two.first() * two.second();
                        },
                        2.0,
                        3.0);
        assertThat(g).isEqualTo(new Gradients2(3, 2));
    }

    @Test
    void f089FirstOfAnArrayOfRecords() {
        assertThat(gradient(b -> b[0].a(), new Bar[] {new Bar(1, 1)})).containsExactly(new Bar(1, 0));
        assertThat(gradient(b -> new Bar[] {b}[0].a(), new Bar(1, 1))).isEqualTo(new Bar(1, 0));
    }

    @Test
    void f091DistanceOfASum() {
        var g = gradient((a, b) -> a.plus(b).dist(), new Point(1, 2), new Point(3, 4));
        assertThat(g.first().x()).isCloseTo(0.5547001962252291, within(1e-15));
        assertThat(g.first().y()).isCloseTo(0.8320502943378437, within(1e-15));
    }

    @Test
    void f092DistanceOfAPointMadeInside() {
        assertThat(gradient(x -> new Point(x, 1).dist(), 1.0)).isCloseTo(0.7071067811865475, within(1e-15));
    }

    static final class Unset {
        final double x;
        double y;

        Unset(double x) {
            this.x = x;
        }
    }

    @Test
    void f094ConstructorThatLeavesAFieldUnset() {
        assertThat(gradient(x -> 2 * new Unset(x).x, 2.0)).isEqualTo(2);
    }

    record Sum(double a, double b) {
        double c() {
            return a + b;
        }
    }

    @Test
    void f093ComputedAccessor() {
        assertThat(gradient(s -> s.a() + s.b() + s.c(), new Sum(1, 2))).isEqualTo(new Sum(2, 2));
    }

    @Test
    void f096SetAField() {
        Ref m = new Ref(0);
        assertThat(
                        gradient(
                                x -> {
                                    m.value = x;
                                    return m.value;
                                },
                                1.0))
                .isEqualTo(1.0);
    }

    @Test
    void f097Reference() {
        assertThat(gradient(r -> r.value * r.value + r.value, new Ref(3)).number("value")).isEqualTo(7);
    }

    record Complex(double re, double im) {}

    record ComplexRef(Complex[] cell) {}

    @Test
    void f098ComplexInAReference() {
        Complex[] cell = {new Complex(1, 1)};
        assertThat(gradient(c -> square(c[0]) + 7 * c[0].re(), cell)).containsExactly(new Complex(9, 2));
    }

    @Test
    void f099ComplexInAReferenceInAReference() {
        ComplexRef[] nested = {new ComplexRef(new Complex[] {new Complex(1, 1)})};
        ComplexRef[] g = gradient(c -> square(c[0].cell()[0]) + 7 * c[0].cell()[0].re(), nested);
        assertThat(g[0].cell()).containsExactly(new Complex(9, 2));
    }

    private static double square(Complex z) {
        return z.re() * z.re() + z.im() * z.im();
    }

    @Test
    void f101OneOfSeveralReferences() {
        Ref[] refs = {new Ref(1), new Ref(2), new Ref(3)};
        Tangent t = gradientAsTangent(r -> r[0].value * r[0].value, refs);
        assertThat(t.tangent(0).number("value")).isEqualTo(2);
        assertThat(t.tangent(1).number("value")).isZero();
        assertThat(t.tangent(2).number("value")).isZero();
    }

    @Test
    void f102ProductOfAColumn() {
        double[][] columns = {{1, 3}, {2, 4}};
        assertThat(gradient(c -> c[0][0] * c[0][1], columns)).isDeepEqualTo(new double[][] {{3, 1}, {0, 0}});
    }

    record Immutable(double x) {}

    record ImmutableOfMutable(Ref ref) {}

    record ImmutableOfImmutable(Immutable inner) {}

    @Test
    void f103NestedMutableCubed() {
        assertThat(gradientAsTangent(i -> cube(i.ref().value), new ImmutableOfMutable(new Ref(4))).tangent("ref"))
                .hasToString("Ref{value=48.0}");
        assertThat(gradient(m -> cube(m.inner.value), new RefToRef(new Ref(4))).tangent("inner").number("value"))
                .isEqualTo(48);
        ImmutableOfImmutable in = new ImmutableOfImmutable(new Immutable(4));
        assertThat(gradient(i -> cube(i.inner().x()), in)).isEqualTo(new ImmutableOfImmutable(new Immutable(48)));
    }

    private static double cube(double x) {
        return x * x * x;
    }

    @Test
    void f104SecondOfAnArrayOfNested() {
        RefToRef[] two = {new RefToRef(new Ref(4)), new RefToRef(new Ref(4))};
        Tangent t = gradientAsTangent(r -> cube(r[1].inner.value), two);
        assertThat(t.tangent(0).tangent("inner").number("value")).isZero();
        assertThat(t.tangent(1).tangent("inner").number("value")).isEqualTo(48);
    }

    static final class Weights {
        double[] x = {3};
        final int[] indices = {0, 1};
    }

    @Test
    void f106ArrayFieldUsedTwice() {
        assertThat(gradient(w -> cube(w.x[0] + w.x[0]), new Weights()).doubles("x")).containsExactly(216);
    }

    @Test
    void f107ArrayField() {
        assertThat(gradient(w -> w.x[0] * w.x[0], new Weights()).doubles("x")).containsExactly(6);
    }

    @Test
    void f108ArrayAndIndices() {
        Weights weights = new Weights();
        weights.x = new double[] {1, 1, 1};
        Tangent t =
                gradient(
                        w -> {
                            double sum = 0;
                            for (int i : w.indices) {
                                sum += w.x[i];
                            }
                            return sum;
                        },
                        weights);
        assertThat(t.doubles("x")).containsExactly(1, 1, 0);
        assertThatThrownBy(() -> t.get("indices")).hasMessageContaining("its type is int[]");
    }

    @Test
    void f109NamedTuple() {
        assertThat(gradient(Bar::a, new Bar(1, 2))).isEqualTo(new Bar(1, 0));
    }

    @Test
    void f111HeterogeneousList() {
        Object[] list = {new Bar(1, 2), "three"};
        Object[] g = gradient(l -> ((Bar) l[0]).a(), list);
        assertThat(g).containsExactly(new Bar(1, 0), "three");
        assertThatThrownBy(() -> gradientAsTangent(l -> ((Bar) l[0]).a(), list).get(1))
                .hasMessageContaining("java.lang.String holds no number");
    }

    @Test
    void f112TupleByIndex() {
        assertThat(gradient(t -> at(t, 1), new Three(1, 2, 3))).isEqualTo(new Three(0, 1, 0));
    }

    private static double at(Three t, int index) {
        return index == 0 ? t.x() : index == 1 ? t.y() : t.z();
    }

    @Test
    void f113SumOfTheFirstTwo() {
        assertThat(gradient(t -> picked(t, 0, 1), new Three(7, 8.8, 9.9))).isEqualTo(new Three(1, 1, 0));
    }

    @Test
    void f114SumOfPickedOneOfThemTwice() {
        assertThat(gradient(t -> picked(t, 0, 1, 0), new Three(1, 2, 3))).isEqualTo(new Three(2, 1, 0));
    }

    private static double picked(Three t, int... indices) {
        double sum = 0;
        for (int i : indices) {
            sum += at(t, i);
        }
        return sum;
    }

    @Test
    void f116ProductsOfTheLastTwo() {
        Three[] g =
                gradient(
                        t -> {
                            double sum = 0;
                            for (Three one : t) {
                                sum += one.y() * one.z();
                            }
                            return sum;
                        },
                        new Three[] {new Three(1, 2, 3), new Three(4, 5, 6)});
        assertThat(g).containsExactly(new Three(0, 3, 2), new Three(0, 6, 5));
    }

    @Test
    void f117SquaresOfTheFirst() {
        Two[] g =
                gradient(
                        t -> {
                            double sum = 0;
                            for (Two one : t) {
                                sum += Math.abs(one.first()) * Math.abs(one.first());
                            }
                            return sum;
                        },
                        new Two[] {new Two(4, 3), new Two(4, 3)});
        assertThat(g).containsExactly(new Two(8, 0), new Two(8, 0));
    }

    @Test
    void f118OnlyTheSize() {
        double[][][] x = new double[2][2][2];
        assertThat(gradient(a -> a.length * a[0].length, x)).isDeepEqualTo(new double[2][2][2]);
    }

    @Test
    void f134Pair() {
        assertThat(gradient(p -> 10 * p.first(), new Two(100, 2))).isEqualTo(new Two(10, 0));
        assertThat(gradient(p -> 10 * p.second(), new Two(100, 2)).first()).isZero();
    }
}
