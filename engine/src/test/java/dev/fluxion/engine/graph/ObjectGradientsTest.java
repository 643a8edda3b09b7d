package dev.fluxion.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.runtime.GraphAdjoint;
import dev.fluxion.runtime.ShadowLayout;
import dev.fluxion.runtime.Shadows;
import dev.fluxion.spi.GraphGradient;
import dev.fluxion.tangent.Tangent;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;

/** From shadows filled by hand to gradients in arrays, records and objects. */
@SuppressWarnings({"ArrayRecordComponent", "UnusedVariable"}) // arguments to take gradients in
class ObjectGradientsTest {

    private static final Layouts LAYOUTS = new Layouts(null);

    record Point(double x, float y) {}

    record Params(
            double[] weights, double scale, String name, int size, Point at, @Nullable Double bias, Point[] more) {}

    record Positive(double x) {
        Positive {
            if (x <= 0) {
                throw new IllegalArgumentException("x must be positive");
            }
        }
    }

    record Holding(Layer layer) {}

    record Words(List<String> words, double x) {}

    record Counts(DoubleAdder counts, double x) {}

    record Loop(double x, Object[] back) {}

    static class Base {
        double rate;
        private double hidden;
    }

    static class Layer extends Base {
        double[] weights = {1, 2};
        double hidden;
        @Nullable Layer next;
        String name = "layer";
        @Nullable Object anything = "text";
        Double boxed = 3.0;
        final Point point = new Point(1, 2);
    }

    private static GraphGradient.At at(GraphAdjoint code, Object... arguments) {
        return new ObjectGradients(code, LAYOUTS, null).at(arguments);
    }

    private static void add(Shadows shadows, Object object, Class<?> declaring, String field, double adjoint) {
        shadows.of(object)[ShadowLayout.slot(declaring, field)] += adjoint;
    }

    private static void addBox(Shadows shadows, Object box, double adjoint) {
        shadows.of(box)[0] += adjoint;
    }

    @Test
    void arraysOfArraysHaveTheirShape() {
        double[][] x = {{1, 2}, null, {3}, {}};
        GraphGradient.At at =
                at(
                        (arguments, _, shadows) -> {
                            double[][] given = (double[][]) arguments[0];
                            shadows.of(given[0])[1] = 7;
                            given[2] = new double[] {9};
                            shadows.of(given[2])[0] = 100;
                            return 5;
                        },
                        (Object) x);
        assertThat(at.value()).isEqualTo(5);
        assertThat((double[][]) at.gradient(0)).isDeepEqualTo(new double[][] {{0, 7}, null, {0}, {}});
        assertThat(at.tangent(0).doubles(0)).containsExactly(0, 7);
    }

    @Test
    void rowsThatAreOneArrayStayOne() {
        double[] row = {1};
        double[][] gradient =
                (double[][])
                        at(
                                        (_, _, shadows) -> {
                                            shadows.of(row)[0] = 2;
                                            return 0;
                                        },
                                        (Object) new double[][] {row, row})
                                .gradient(0);
        assertThat(gradient[0]).isSameAs(gradient[1]).containsExactly(2);
    }

    @Test
    void recordsCarryOverWhatIsNotDifferentiable() {
        Point point = new Point(1, 2);
        Params params = new Params(new double[] {1, 2}, 3, "name", 4, point, 2.5, new Point[] {point, new Point(5, 6)});
        Params gradient =
                (Params)
                        at(
                                        (_, _, shadows) -> {
                                            shadows.of(params.weights())[0] = 10;
                                            add(shadows, params, Params.class, "scale", 20);
                                            add(shadows, point, Point.class, "y", 0.5);
                                            addBox(shadows, params.bias(), 30);
                                            return 0;
                                        },
                                        params)
                                .gradient(0);
        assertThat(gradient.weights()).containsExactly(10, 0);
        assertThat(gradient.scale()).isEqualTo(20);
        assertThat(gradient.name()).isSameAs(params.name());
        assertThat(gradient.size()).isEqualTo(4);
        assertThat(gradient.at()).isEqualTo(new Point(0, 0.5f));
        assertThat(gradient.bias()).isEqualTo(30);
        assertThat(gradient.more()).containsExactly(new Point(0, 0.5f), new Point(0, 0));
        assertThat(gradient.more()[0]).isSameAs(gradient.at());
    }

    @Test
    void whatWasNullIsNull() {
        Params params = new Params(null, 3, null, 4, null, null, null);
        Params gradient = (Params) at((_, _, _) -> 0, params).gradient(0);
        assertThat(gradient).isEqualTo(new Params(null, 0, null, 4, null, null, null));
    }

    @Test
    void constructorsThatRejectGradientsAreNamed() {
        GraphGradient.At at = at((_, _, _) -> 0, new Positive(1));
        assertThatThrownBy(() -> at.gradient(0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("FX-0306")
                .hasMessageContaining("x must be positive")
                .hasMessageContaining("gradientAsTangent");
        assertThat(at.tangent(0).number("x")).isZero();
    }

    @Test
    void mutableObjectsInRecordsNeedTangents() {
        GraphGradient.At at = at((_, _, _) -> 0, new Holding(new Layer()));
        assertThatThrownBy(() -> at.gradient(0)).hasMessageContaining("FX-0306").hasMessageContaining("Layer");
        assertThat(at.tangent(0).tangent("layer").doubles("weights")).containsExactly(0, 0);
    }

    @Test
    void listsOfTextsAreCarriedOver() {
        Words words = new Words(List.of("a", "b"), 1);
        assertThat(((Words) at((_, _, _) -> 0, words).gradient(0)).words()).isSameAs(words.words());
    }

    @Test
    void holdersThatCannotBeAskedAreRefused() {
        GraphGradient.At at = at((_, _, _) -> 0, new Counts(new DoubleAdder(), 1));
        assertThatThrownBy(() -> at.gradient(0)).hasMessageContaining("is not covered yet");
        assertThatThrownBy(() -> at.tangent(0).get("counts")).hasMessageContaining("is not covered yet");
        assertThat(at.tangent(0).number("x")).isZero();
    }

    @Test
    void objectsAreAskedByField() {
        Layer layer = new Layer();
        layer.next = new Layer();
        layer.next.next = layer;
        Tangent tangent =
                at(
                                (_, _, shadows) -> {
                                    add(shadows, layer, Base.class, "rate", 1);
                                    add(shadows, layer, Base.class, "hidden", 2);
                                    add(shadows, layer, Layer.class, "hidden", 3);
                                    shadows.of(layer.weights)[1] = 4;
                                    addBox(shadows, layer.boxed, 5);
                                    add(shadows, layer.point, Point.class, "x", 6);
                                    layer.weights = new double[] {8, 8, 8};
                                    layer.anything = new double[1];
                                    layer.next = null;
                                    return 0;
                                },
                                layer)
                        .tangent(0);
        assertThat(tangent.names())
                .containsExactly("rate", "Base.hidden", "weights", "hidden", "next", "boxed", "point");
        assertThat(tangent.number("rate")).isEqualTo(1);
        assertThat(tangent.number("Base.hidden")).isEqualTo(2);
        assertThat(tangent.number("hidden")).isEqualTo(3);
        assertThat(tangent.doubles("weights")).containsExactly(0, 4);
        assertThat(tangent.number("boxed")).isEqualTo(5);
        assertThat(tangent.tangent("point").number("x")).isEqualTo(6);
        assertThat(tangent.tangent("next").tangent("next")).isSameAs(tangent);
        assertThat(tangent.tangent("next").get("next")).isSameAs(tangent);
        assertThatThrownBy(() -> tangent.get("name")).hasMessageContaining("its type is java.lang.String");
        assertThatThrownBy(() -> tangent.get("anything")).hasMessageContaining("java.lang.String holds no number");
    }

    @Test
    void recordsThatLeadBackToThemselvesThroughAnArrayAreComplete() {
        Object[] back = new Object[1];
        Loop loop = new Loop(1, back);
        back[0] = loop;
        Loop gradient =
                (Loop)
                        at(
                                        (_, _, shadows) -> {
                                            add(shadows, loop, Loop.class, "x", 2);
                                            return 0;
                                        },
                                        loop)
                                .gradient(0);
        assertThat(gradient.x()).isEqualTo(2);
        assertThat(gradient.back()[0]).isSameAs(gradient);
        assertThat(at((_, _, _) -> 0, (Object) back).gradient(0)).isInstanceOf(Object[].class);
    }

    @Test
    void boxesOfOnesOwnAtEachPlace() {
        Double shared = 2.0;
        Double[] boxes = {shared, shared, 3.0};
        assertThat((Double[]) at((_, _, _) -> 0, (Object) boxes).gradient(0)).containsExactly(0.0, 0.0, 0.0);
        GraphGradient.At at =
                at(
                        (_, _, shadows) -> {
                            addBox(shadows, shared, 1);
                            return 0;
                        },
                        (Object) boxes);
        assertThatThrownBy(() -> at.gradient(0)).hasMessageContaining("FX-0307");
    }

    @Test
    void numbersAsArgumentsHavePartialsOrShadows() {
        Double one = 2.0;
        GraphGradient.At at =
                at(
                        (arguments, partials, shadows) -> {
                            assertThat(arguments[0]).isNotSameAs(arguments[1]);
                            partials[0] = 5;
                            addBox(shadows, arguments[1], 7);
                            return 0;
                        },
                        one,
                        one,
                        3);
        assertThat(at.gradient(0)).isEqualTo(5.0);
        assertThat(at.gradient(1)).isEqualTo(7.0);
        assertThat(at.gradient(2)).isEqualTo(3);
        assertThat(at.tangents().number(1)).isEqualTo(7);
        assertThatThrownBy(() -> at.tangents().get(2)).hasMessageContaining("no number can be reached");
    }

    @Test
    void somethingHasToBeWanted() {
        assertThatThrownBy(() -> at((_, _, _) -> 0, "text", 3))
                .hasMessageContaining("FX-0205")
                .hasMessageContaining("java.lang.String, java.lang.Integer");
    }

    record Many(double... numbers) {}

    @Test
    void recordsOfAnyNumberOfNumbers() {
        Many many = new Many(1, 2);
        assertThat(((Many) at((_, _, _) -> 0, many).gradient(0)).numbers()).containsExactly(0, 0);
    }

    @Test
    void emptyArraysHaveEmptyGradients() {
        double[][] empty = {};
        double[][] gradient = (double[][]) at((_, _, _) -> 0, (Object) empty).gradient(0);
        assertThat(gradient).isEmpty();
        assertThat(gradient).isNotSameAs(empty);
        double[][] ofNull = (double[][]) at((_, _, _) -> 0, (Object) new double[][] {null}).gradient(0);
        assertThat(ofNull).isDeepEqualTo(new double[][] {null});
    }

    @Test
    void longListsNeedNoStack() {
        Cons list = null;
        for (int i = 0; i < 100_000; i++) {
            list = new Cons(i, list);
        }
        Cons head = list;
        GraphGradient.At at =
                at(
                        (_, _, shadows) -> {
                            add(shadows, head, Cons.class, "head", 1);
                            return 0;
                        },
                        head);
        Cons gradient = (Cons) at.gradient(0);
        assertThat(gradient.head()).isEqualTo(1);
        Tangent tangent = at.tangent(0);
        assertThat(tangent).isEqualTo(at.tangent(0)).hasToString(tangent.toString());
    }

    record Cons(double head, @Nullable Cons tail) {}

    @Test
    void capturedValuesHaveTheirNames() {
        double[] bias = {1};
        Captured captured = new Captured("f", new Object[] {4.0, bias, "text", null}, List.of("a", "bias", "t", ""));
        GraphGradient.At at =
                new ObjectGradients(
                                (_, partials, shadows) -> {
                                    partials[0] = 3;
                                    partials[4] = 6;
                                    shadows.of(bias)[0] = 5;
                                    return 0;
                                },
                                LAYOUTS,
                                captured)
                        .at(2.0);
        assertThat(at.captured().number("a")).isEqualTo(3);
        assertThat(at.captured().doubles("bias")).containsExactly(5);
        assertThat(at.captured().get("captured3")).isNull();
        assertThatThrownBy(() -> at.captured().get("t")).hasMessageContaining("no number");
        assertThat(at.gradient(0)).isEqualTo(6.0);
    }
}
