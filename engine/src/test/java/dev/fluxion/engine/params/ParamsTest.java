package dev.fluxion.engine.params;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.jacobian;
import static dev.fluxion.Fluxion.withGradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleFn0;
import dev.fluxion.VectorFn0;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.params.Gradients;
import dev.fluxion.params.Params;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parameters reached in all ways, against central differences and Zygote's figures (F396 to F398). */
class ParamsTest {

    private static final double[] STATIC = {0.3, -0.8};

    private static double[] replaced = {1.5};

    @SuppressWarnings("ArrayRecordComponent") // what users write
    private record Layer(double[][] weights, double[] bias) {}

    private static final class Model {
        private final List<Layer> layers = new ArrayList<>();
        private double scale = 1.5;

        double run(double[] x) {
            double[] now = x;
            for (Layer layer : layers) {
                double[] next = layer.bias().clone();
                for (int i = 0; i < next.length; i++) {
                    for (int j = 0; j < now.length; j++) {
                        next[i] += layer.weights()[i][j] * now[j];
                    }
                    next[i] = Math.tanh(next[i]);
                }
                now = next;
            }
            double sum = 0;
            for (double each : now) {
                sum += each * each;
            }
            return scale * sum;
        }
    }

    private static Model model() {
        Model model = new Model();
        model.layers.add(new Layer(new double[][] {{0.1, -0.4}, {0.7, 0.2}, {-0.3, 0.5}}, new double[] {0.1, 0, -0.2}));
        model.layers.add(new Layer(new double[][] {{0.6, -0.1, 0.9}}, new double[] {0.05}));
        return model;
    }

    /** Central differences in the numbers of an array. */
    private static double[] slopes(DoubleFn0 f, double[] in) {
        double[] slopes = new double[in.length];
        double step = 1e-6;
        for (int i = 0; i < in.length; i++) {
            double at = in[i];
            in[i] = at + step;
            double up = f.getAsDouble();
            in[i] = at - step;
            slopes[i] = (up - f.getAsDouble()) / (2 * step);
            in[i] = at;
        }
        return slopes;
    }

    @Test
    void throughFieldsAndCollections() {
        Model model = model();
        double[] x = {0.4, -1.1};
        DoubleFn0 loss = () -> model.run(x);
        double[][] weights = model.layers.get(0).weights();
        double[] bias = model.layers.get(1).bias();
        Gradients gradients = gradient(loss, Params.of(weights, bias));
        for (int i = 0; i < weights.length; i++) {
            assertThat(gradients.of(weights)[i]).containsExactly(slopes(loss, weights[i]), within(1e-8));
        }
        assertThat(gradients.of(bias)).containsExactly(slopes(loss, bias), within(1e-8));
        assertThat(gradients.contains(x)).isFalse();
        assertThatThrownBy(() -> gradients.of(x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("known by identity");
        assertThat(gradient(loss, Params.of(x)).of(x)).containsExactly(slopes(loss, x), within(1e-8));
    }

    @Test
    void objectsAreParametersToo() {
        Model model = model();
        double[] x = {0.4, -1.1};
        DoubleFn0 loss = () -> model.run(x);
        Gradients gradients = gradient(loss, Params.of(model, model.layers));
        assertThat(gradients.tangent(model).number("scale")).isCloseTo(loss.getAsDouble() / 1.5, within(1e-14));
        double[] bias = model.layers.get(0).bias();
        assertThat(gradients.of(model.layers).get(0).bias()).containsExactly(slopes(loss, bias), within(1e-8));
        assertThatThrownBy(() -> gradients.of(model)).isInstanceOf(NotDifferentiableException.class);
    }

    @Test
    void throughStatics() {
        DoubleFn0 loss = () -> STATIC[0] * STATIC[0] * STATIC[1] + replaced[0] * STATIC[1];
        double[] old = replaced;
        Gradients gradients = gradient(loss, Params.of(STATIC, old));
        assertThat(gradients.of(STATIC)).containsExactly(slopes(loss, STATIC), within(1e-8));
        assertThat(gradients.of(old)).containsExactly(slopes(loss, old), within(1e-8));
    }

    @Test
    void mapsOfBoxedNumbers() {
        Map<String, Double> rates = new HashMap<>(Map.of("a", 0.5, "b", 2.0));
        DoubleFn0 loss = () -> rates.get("a") * rates.get("b") * rates.get("b");
        Gradients gradients = gradient(loss, Params.of(rates));
        assertThat(gradients.of(rates)).containsEntry("a", 4.0).containsEntry("b", 2.0);
    }

    @Test
    void writingToAParameterIsAfterTheGradient() {
        double[] w = {2, 3};
        DoubleFn0 loss =
                () -> {
                    double first = w[0] * w[1];
                    w[0] = first * first;
                    return w[0] * w[1];
                };
        // (w0 w1)^2 w1 at the values before
        Gradients gradients = gradient(loss, Params.of(w));
        assertThat(gradients.of(w)).containsExactly(2 * 2 * 27, 3 * 4 * 9);
        assertThat(w).containsExactly(36, 3);
    }

    @Test
    void valuesAndParametersThatAreNotUsed() {
        double[] w = {2};
        float[] v = {3, 4};
        double[] idle = {1, 1};
        var both = withGradient(() -> w[0] * v[0] * v[0] + v[1], Params.of(w, v, idle));
        assertThat(both.value()).isEqualTo(22);
        assertThat(both.gradient().of(w)).containsExactly(9);
        assertThat(both.gradient().of(v)).containsExactly(12, 1);
        assertThat(both.gradient().of(idle)).containsExactly(0, 0);
        assertThat(both.gradient().values()).hasSize(3);
    }

    @Test
    void f396ParametersAreKnownByIdentity() {
        double[] a = {1, 2};
        double[] b = {1, 2};
        Gradients gradients = gradient(() -> a[0] * a[1] + b[0], Params.of(a));
        assertThat(gradients.contains(a)).isTrue();
        assertThat(gradients.contains(b)).isFalse();
        assertThat(gradients.of(a)).containsExactly(2, 1);
    }

    @Test
    void f397JacobiansInParameters() {
        double[][] xs = {{1, 2}, {3, 4}};
        double[] ys = {5, 7, 9};
        VectorFn0 f =
                () -> {
                    double squares = 0;
                    for (double[] row : xs) {
                        for (double each : row) {
                            squares += each * each;
                        }
                    }
                    return new double[] {ys[0] + squares, ys[1] + squares};
                };
        var jacobians = jacobian(f, Params.of(ys, xs));
        assertThat(jacobians.of(ys)).isDeepEqualTo(new double[][] {{1, 0, 0}, {0, 1, 0}});
        // Zygote goes through a matrix by columns: 2, 6, 4, 8
        assertThat(jacobians.of(xs)).isDeepEqualTo(new double[][] {{2, 4, 6, 8}, {2, 4, 6, 8}});
    }

    @Test
    void f398AnArrayOnTwoPathsIsOneParameter() {
        double[] y = {3};
        List<double[]> twice = List.of(y, y);
        DoubleFn0 f =
                () -> {
                    double sum = 0;
                    for (double[] each : twice) {
                        sum += each[0];
                    }
                    return sum * sum * sum;
                };
        Params params = Params.of(y, twice.get(1));
        assertThat(params.size()).isEqualTo(1);
        assertThat(gradient(f, params).of(y)).containsExactly(216);
    }

    @Test
    void operationsOnGradients() {
        double[] w = {2, 3};
        List<Double> l = List.of(4.0);
        Params params = Params.of(w, l);
        Gradients first = gradient(() -> w[0] * w[1] * l.get(0), params);
        Gradients second = gradient(() -> w[0] + l.get(0), Params.of(l, w));
        assertThat(first.plus(second).of(w)).containsExactly(13, 8);
        assertThat(first.plus(second).of(l)).containsExactly(7.0);
        assertThat(first.times(0.5).of(w)).containsExactly(6, 4);
        assertThat(first.map(Math::sqrt).of(l)).containsExactly(Math.sqrt(6));
        Gradients other = gradient(() -> w[0], Params.of(w));
        assertThatThrownBy(() -> first.plus(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same parameters");
        assertThat(other.merge(first).of(l)).containsExactly(6.0);
        assertThat(first.merge(other).of(w)).containsExactly(1, 0);
        assertThatThrownBy(() -> first.plus(second).tangent(w)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aParameterWithoutNumbersIsRefused() {
        double[] w = {1};
        List<String> names = List.of("x");
        assertThatThrownBy(() -> gradient(() -> w[0], Params.of(w, names)))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("from a parameter");
    }

    @Test
    void whatIsNoParameterIsAConstant() {
        double[] w = {2};
        double[] cache = {5};
        double factor = 3;
        // cache is written and read again: what flows through it counts, what was in it does not
        DoubleFn0 loss =
                () -> {
                    double before = cache[0];
                    cache[0] = w[0] * w[0] * factor;
                    return before * cache[0];
                };
        assertThat(gradient(loss, Params.of(w)).of(w)).containsExactly(60);
    }
}
