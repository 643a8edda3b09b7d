package dev.fluxion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.ObjectDifferences.Weight;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.spi.Options;
import dev.fluxion.spi.Shape;
import dev.fluxion.tangent.Tangent;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Lambdas without parameter types compile beside points of any kind, and gradients come back in their types. */
@SuppressWarnings("NullAway") // null arguments are the point
class ObjectFacadeTest {

    private final FiniteDifferences engine = new FiniteDifferences();
    private final Differentiator ad = new Differentiator(new Options(null, null, List.of()), engine);

    /** An object with a field. */
    static final class Cell {
        double value = 3;
    }

    @Test
    void pointsChooseTheTypeOfTheGradient() {
        double[][] matrix = {{2, 3}, {5, 7}};
        double[][] inMatrix = ad.gradient(w -> w[0][0] * w[1][1], matrix);
        assertThat(inMatrix).isDeepEqualTo(new double[][] {{7, 0}, {0, 2}});
        Weight inRecord = ad.gradient(w -> w.value() * w.value(), new Weight(3, "kg"));
        assertThat(inRecord).isEqualTo(new Weight(6, "kg"));
        Tangent inObject = ad.gradient(c -> c.value * c.value, new Cell());
        assertThat(inObject.names()).containsExactly("asked");
        Double boxed = 3.0;
        double inBox = ad.gradient(x -> x * x, boxed);
        assertThat(inBox).isEqualTo(6);
        assertThat(engine.asked).containsExactly(Shape.OBJECT, Shape.OBJECT, Shape.OBJECT, Shape.OBJECT);
    }

    @Test
    void arraysOfDoublesStayWhatTheyWere() {
        assertThat(ad.gradient(w -> w[0] * w[1], new double[] {2, 3})).containsExactly(3, 2);
        assertThat(ad.gradient(w -> w[0] * w[1], new float[] {2, 3})).containsExactly(3, 2);
        assertThat(ad.gradient((x, y) -> x[0] * y[0], new double[] {2}, new double[] {3}).first()).containsExactly(3);
        assertThat(ad.gradient(x -> x * x, 3)).isEqualTo(6);
        assertThat(ad.gradient(x -> x * x, 3f)).isEqualTo(6);
        assertThat(engine.asked)
                .containsExactly(
                        Shape.DOUBLE_ARRAY, Shape.FLOAT_ARRAY, Shape.DOUBLE_ARRAY2, Shape.DERIVATIVE, Shape.DERIVATIVE);
    }

    @Test
    void severalArgumentsMix() {
        ObjectGradients2<Weight, Double> two = ad.gradient((w, x) -> w.value() * x, new Weight(3, "kg"), 2.0);
        assertThat(two).isEqualTo(new ObjectGradients2<>(new Weight(2, "kg"), 3.0));
        ObjectGradients3<double[][], Double, Weight> three =
                ad.gradient((m, x, w) -> m[0][0] * x * w.value(), new double[][] {{2}}, 3.0, new Weight(5, "m"));
        assertThat(three.first()).isDeepEqualTo(new double[][] {{15}});
        assertThat(three.second()).isEqualTo(10);
        assertThat(three.third()).isEqualTo(new Weight(6, "m"));
        var four = ad.gradient((a, b, c, d) -> a * b * c * d.value(), 1.0, 2.0, 3.0, new Weight(4, "s"));
        assertThat(four).isEqualTo(new ObjectGradients4<>(24.0, 12.0, 8.0, new Weight(6, "s")));
    }

    @Test
    void valuesComeAlong() {
        ValueAndGradient<Weight> record = ad.withGradient(w -> w.value() * w.value(), new Weight(3, "kg"));
        assertThat(record).isEqualTo(new ValueAndGradient<>(9, new Weight(6, "kg")));
        ValueAndGradient<Tangent> object = ad.withGradient(c -> c.value * c.value, new Cell());
        assertThat(object.value()).isEqualTo(9);
        ValueAndGradient<double[][]> matrix = ad.withGradient(m -> m[0][0], new double[][] {{4}});
        assertThat(matrix.value()).isEqualTo(4);
        var two = ad.withGradient((w, x) -> w.value() * x, new Weight(3, "kg"), 2.0);
        assertThat(two.value()).isEqualTo(6);
        assertThat(two.gradient().second()).isEqualTo(3);
    }

    @Test
    void tangentsAreThereForEverything() {
        assertThat(ad.gradientAsTangent(w -> w.value(), new Weight(3, "kg")).type()).isEqualTo(Weight.class);
        assertThat(ad.gradientAsTangent((w, x) -> w.value() * x, new Weight(3, "kg"), 1.0).number(0)).isEqualTo(2);
        assertThat(ad.objectGradient((Weight w) -> w.value()).withTangent(new Weight(3, "kg")).value()).isEqualTo(3);
    }

    @Test
    void keptGradientsTakeMethodReferences() {
        ObjectGradient<Weight> kept = ad.objectGradient(Weight::value);
        assertThat(kept.at(new Weight(3, "kg"))).isEqualTo(new Weight(1, "kg"));
        ObjectGradient2<Weight, Double> two = ad.objectGradient(ObjectFacadeTest::product);
        assertThat(two.at(new Weight(3, "kg"), 2.0).second()).isEqualTo(3);
    }

    @Test
    void capturedValuesAreAskedForByName() {
        double a = 4;
        assertThat(ad.gradientOfCaptured(() -> a * a).number("arguments")).isZero();
        assertThat(ad.gradientOfCaptured(x -> a * x, 5).number("arguments")).isEqualTo(1);
        assertThat(ad.gradientOfCaptured((x, y) -> a * x * y, 5, 6).number("arguments")).isEqualTo(2);
        assertThat(ad.gradientOfCaptured(x -> a * x[0], new double[] {5}).number("arguments")).isEqualTo(1);
        assertThat(ad.gradientOfCaptured((x, y) -> a * x[0] * y, new double[] {5}, 3.0).size()).isEqualTo(1);
        assertThat(engine.asked)
                .containsExactly(Shape.CAPTURES, Shape.DOUBLE, Shape.DOUBLE2, Shape.OBJECT, Shape.OBJECT2);
    }

    @Test
    void nullsAreRefusedByName() {
        assertThatThrownBy(() -> ad.gradient(w -> w.value(), (Weight) null))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("the argument x is null");
        assertThatThrownBy(() -> ad.gradient((m, x) -> m[0][0] * x, new double[0][], (Double) null))
                .hasMessageContaining("the argument y is null");
        assertThatThrownBy(() -> ad.gradient((ObjectFn<Weight>) null, new Weight(1, "")))
                .hasMessageContaining("FX-0201");
    }

    private static double product(Weight w, double x) {
        return w.value() * x;
    }
}
