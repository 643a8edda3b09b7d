package dev.fluxion.engine.values;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.gradientAsTangent;
import static dev.fluxion.Fluxion.objectGradient;
import static dev.fluxion.Fluxion.withGradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.ObjectFn;
import dev.fluxion.ObjectGradient;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.tangent.Tangent;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gradients in records are records. */
@SuppressWarnings({"ArrayRecordComponent", "UnusedVariable"}) // arguments to take gradients in
class RecordArgumentsTest {

    record Point(double x, double y) {
        double distance() {
            return Math.hypot(x, y);
        }

        double distanceOfSum(Point other) {
            return Math.hypot(x + other.x, y + other.y);
        }
    }

    record Layer(double[][] weights, double[] bias, String activation) {
        double[] apply(double[] input) {
            double[] out = new double[bias.length];
            for (int i = 0; i < out.length; i++) {
                double sum = bias[i];
                for (int j = 0; j < input.length; j++) {
                    sum += weights[i][j] * input[j];
                }
                out[i] = activation.equals("tanh") ? Math.tanh(sum) : sum;
            }
            return out;
        }
    }

    record Network(Layer[] layers, float scale, Double offset, int inputs, @Nullable Point unused) {
        double loss(double[] x) {
            double[] h = x;
            for (Layer layer : layers) {
                h = layer.apply(h);
            }
            double sum = offset;
            for (double v : h) {
                sum += v * v * scale;
            }
            return sum;
        }
    }

    sealed interface Shape {
        record Circle(double radius) implements Shape {}

        record Box(double width, double height) implements Shape {}
    }

    private static double area(Shape shape) {
        if (shape instanceof Shape.Circle circle) {
            return Math.PI * circle.radius * circle.radius;
        }
        Shape.Box box = (Shape.Box) shape;
        return box.width * box.height;
    }

    private static Network network(double[] v) {
        Layer first = new Layer(new double[][] {{v[0], v[1]}, {v[2], v[3]}}, new double[] {v[4], v[5]}, "tanh");
        Layer second = new Layer(new double[][] {{v[6], v[7]}}, new double[] {v[8]}, "linear");
        return new Network(new Layer[] {first, second}, (float) v[9], v[10], 2, null);
    }

    @Test
    void components() {
        assertThat(gradient(p -> p.x * p.y, new Point(2, 3))).isEqualTo(new Point(3, 2));
        assertThat(gradient(Point::distance, new Point(3, 4))).isEqualTo(new Point(0.6, 0.8));
        var g = gradient((a, b) -> a.distanceOfSum(b), new Point(1, 2), new Point(3, 4));
        assertThat(g.first()).isEqualTo(new Point(0.5547001962252291, 0.8320502943378437)).isEqualTo(g.second());
    }

    @Test
    void nestedRecordsArraysAndBoxes() {
        double[] at = {0.1, 0.2, -0.3, 0.4, 0.5, -0.6, 0.7, 0.8, 0.9, 0.5, 1.1};
        double[] x = {1, 2};
        Network g = gradient(n -> n.loss(x), network(at));
        Layer one = g.layers()[0];
        Layer two = g.layers()[1];
        assertThat(one.activation()).isEqualTo("tanh");
        assertThat(g.inputs()).isEqualTo(2);
        assertThat(g.unused()).isNull();
        double[] flat = {
            one.weights()[0][0],
            one.weights()[0][1],
            one.weights()[1][0],
            one.weights()[1][1],
            one.bias()[0],
            one.bias()[1],
            two.weights()[0][0],
            two.weights()[0][1],
            two.bias()[0],
            0,
            g.offset()
        };
        double[] scaleFixed = flat.clone();
        ObjectFn<Network> loss = n -> n.loss(x);
        double scale = g.scale();
        double[] h = one(network(at)).apply(x);
        double out = network(at).layers()[1].apply(h)[0];
        assertThat((float) (out * out)).isEqualTo((float) scale);
        Differences.check(
                loss,
                v -> {
                    double[] copy = v.clone();
                    copy[9] = at[9];
                    return network(copy);
                },
                at,
                scaleFixed);
    }

    private static Layer one(Network network) {
        return network.layers()[0];
    }

    @Test
    void recordsBehindAnInterfaceHaveTangents() {
        Shape circle = new Shape.Circle(2);
        Tangent t = gradient(s -> area(s), circle);
        assertThat(t.number("radius")).isEqualTo(4 * Math.PI);
        Shape[] shapes = {circle, new Shape.Box(3, 4), circle};
        Shape[] g = gradient(s -> area(s[0]) + 2 * area(s[1]) + area(s[2]), shapes);
        assertThat(g[1]).isEqualTo(new Shape.Box(8, 6));
        assertThat(g[0]).isEqualTo(new Shape.Circle(8 * Math.PI)).isSameAs(g[2]);
    }

    @Test
    void derivativesTakenInside() {
        Point point = new Point(3, 4);
        assertThat(gradient(p -> gradient(x -> x * x * p.x, 2.0) * p.y, point)).isEqualTo(new Point(16, 12));
        assertThat(gradient(p -> gradient(w -> w[0] * p.x * w[0], new double[] {2})[0] * p.y, point))
                .isEqualTo(new Point(16, 12));
        double[][] matrix = {{2, 3}};
        assertThat(gradient(m -> gradient(r -> r[0] * r[0] * r[1], m[0])[0], matrix))
                .isDeepEqualTo(new double[][] {{6, 4}});
    }

    private static final ObjectGradient<double[][]> KEPT = objectGradient((double[][] m) -> m[0][0] * m[0][0]);

    @Test
    void gradientsInObjectsTakenInsideAreRefused() {
        assertThatThrownBy(() -> gradient(x -> KEPT.at(new double[][] {{x}})[0][0], 3.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("must be of a function between numbers and arrays of numbers");
    }

    @Test
    void valuesComeAlong() {
        var vg = withGradient(p -> p.x * p.y, new Point(2, 3));
        assertThat(vg.value()).isEqualTo(6);
        assertThat(vg.gradient()).isEqualTo(new Point(3, 2));
    }

    record Positive(double x) {
        Positive {
            if (x <= 0) {
                throw new IllegalArgumentException("x must be positive");
            }
        }
    }

    @Test
    void constructorsThatRejectTheGradient() {
        assertThatThrownBy(() -> gradient(p -> 1 / p.x, new Positive(2))).hasMessageContaining("FX-0306");
        assertThat(gradientAsTangent(p -> 1 / p.x, new Positive(2)).number("x")).isEqualTo(-0.25);
    }

    record Clamped(double x) {
        Clamped {
            x = Math.max(x, 0);
        }
    }

    record Normalised(double[] weights) {
        Normalised {
            double sum = 0;
            for (double weight : weights) {
                sum += Math.abs(weight);
            }
            weights = weights.clone();
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= sum;
            }
        }
    }

    record Copied(double[] weights, double[][] rows, List<double[]> list, Map<String, Double> map) {
        Copied {
            weights = weights.clone();
            rows = new double[][] {rows[0].clone()};
            list = List.copyOf(list);
            map = new TreeMap<>(map);
        }
    }

    @Test
    void constructorsThatMakeSomethingElseOfTheGradient() {
        assertThatThrownBy(() -> gradient(p -> 1 / p.x, new Clamped(2)))
                .hasMessageContaining("FX-0306")
                .hasMessageContaining("makes something else of the gradient in x");
        assertThat(gradient(p -> p.x * p.x, new Clamped(2)).x).as("where it makes nothing else").isEqualTo(4);
        assertThat(gradientAsTangent(p -> 1 / p.x, new Clamped(2)).number("x")).isEqualTo(-0.25);
        Normalised normalised = new Normalised(new double[] {1, 3});
        assertThatThrownBy(() -> gradient(n -> n.weights[0] * 5, normalised)).hasMessageContaining("FX-0306");
        assertThat(gradientAsTangent(n -> n.weights[0] * 5, normalised).doubles("weights")).containsExactly(5, 0);
    }

    @Test
    void constructorsThatCopy() {
        double[] row = {2, 3};
        Copied copied = new Copied(row, new double[][] {row}, List.of(row), Map.of("a", 5.0));
        Copied g = gradient(c -> c.weights[0] * c.rows[0][1] * c.list.get(0)[0] * c.map.get("a"), copied);
        assertThat(g.weights).containsExactly(30, 0);
        assertThat(g.rows).isDeepEqualTo(new double[][] {{0, 20}});
        assertThat(g.list.get(0)).containsExactly(30, 0);
        assertThat(g.map).isEqualTo(Map.of("a", 12.0));
    }

    record Node(double x, List<Object> neighbours) {
        Node {
            neighbours = new ArrayList<>(neighbours);
        }
    }

    @Test
    void constructorsThatCopyWhatLeadsBackToThem() {
        Node node = new Node(2, List.of());
        node.neighbours.add(node);
        assertThatThrownBy(() -> gradient(n -> n.x * n.x, node))
                .hasMessageContaining("FX-0306")
                .hasMessageContaining("neighbours");
        var t = gradientAsTangent(n -> n.x * n.x, node);
        assertThat(t.tangent("neighbours").tangent(0)).isSameAs(t);
    }

    record Pair<A, B>(A first, B second) {}

    @Test
    void genericRecords() {
        Pair<Double, double[]> g = gradient(p -> p.first() * p.second()[1], new Pair<>(2.0, new double[] {3, 4}));
        assertThat(g.first()).isEqualTo(4);
        assertThat(g.second()).containsExactly(0, 2);
        Pair<Pair<Double, String>, Integer> nested = new Pair<>(new Pair<>(3.0, "x"), 5);
        assertThat(gradient(p -> p.first().first() * p.second(), nested))
                .isEqualTo(new Pair<>(new Pair<>(5.0, "x"), 5));
    }
}
