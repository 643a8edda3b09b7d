package dev.fluxion.examples;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.explain;
import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.hessian;
import static dev.fluxion.Fluxion.hessianVectorProduct;
import static dev.fluxion.Fluxion.jacobian;
import static dev.fluxion.Fluxion.jvp;
import static dev.fluxion.Fluxion.pullback;
import static dev.fluxion.Fluxion.sparseHessian;
import static dev.fluxion.Fluxion.withGradient;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleArrayGradient;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.Gradients2;
import dev.fluxion.derivative.VectorPullback;
import dev.fluxion.derivative.sparse.SparseMatrix;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.params.Gradients;
import dev.fluxion.params.Params;
import dev.fluxion.tangent.Tangent;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodHandles;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The code of the README, and that it is this code. */
@SuppressWarnings({"ArrayRecordComponent", "UnusedVariable"}) // arguments to take gradients in
final class ReadmeTest {

    private static double energy(double[] x) {
        double sum = 0;
        for (int i = 1; i < x.length; i++) {
            double d = x[i] - x[i - 1];
            sum += d > 0 ? d * d : Math.cosh(d) - 1;
        }
        return sum;
    }

    // README
    record Model(double[][] weights, double[] bias, String activation) {}

    // end

    private static double loss(Model p, double[] input) {
        double sum = 0;
        for (int i = 0; i < p.bias.length; i++) {
            double out = p.bias[i];
            for (int j = 0; j < input.length; j++) {
                out += p.weights[i][j] * input[j];
            }
            sum += p.activation.equals("square") ? out * out : out;
        }
        return sum;
    }

    private static final class Layer {
        final double[] weights = {2, 3};
    }

    private static final class Network {
        double rate = 0.5;
        final Layer[] layers = {new Layer()};

        double loss(double[] input) {
            double sum = 0;
            for (Layer layer : layers) {
                sum += layer.weights[0] * input[0] * rate;
            }
            return sum;
        }
    }

    @Test
    void argumentsOfAnyKind() {
        double[][] matrix = {{1, 2}};
        double[] input = {3, 4};
        Model model = new Model(matrix, new double[] {5}, "square");
        Network network = new Network();
        // README
        Model step = gradient(p -> loss(p, input), model); // step.activation() is model.activation()
        Map<String, Double> slopes = gradient(m -> m.get("a") * m.get("b"), Map.of("a", 2.0, "b", 3.0)); // a=3.0, b=2.0
        Tangent t = gradient(n -> n.loss(input), network); // t.number("rate"), t.tangent("layers").tangent(0)
        var mixed = gradient((w, v) -> w[0][0] * v[1], matrix, input); // mixed.first() is a double[][],
        // end
        assertThat(step.weights()).isDeepEqualTo(new double[][] {{96, 128}});
        assertThat(step.bias()).containsExactly(32);
        assertThat(step.activation()).isSameAs(model.activation());
        assertThat(slopes).isEqualTo(Map.of("a", 3.0, "b", 2.0));
        assertThat(t.number("rate")).isEqualTo(6);
        assertThat(t.tangent("layers").tangent(0).doubles("weights")).containsExactly(1.5, 0);
        double[][] first = mixed.first();
        double[] second = mixed.second();
        assertThat(first).isDeepEqualTo(new double[][] {{4, 0}});
        assertThat(second).containsExactly(0, 1);
    }

    @Test
    void gradients() {
        // README
        double slope = gradient(x -> 5 * x + 3, 10); // 5.0
        Gradients2 g = gradient((x, y) -> x * y, 2.0, 3.0); // first=3.0, second=2.0
        double[] dE = gradient(x -> energy(x), new double[] {0, 1, 3}); // loops, branches, arrays
        var both = withGradient(x -> energy(x), new double[] {0, 1, 3}); // value() and gradient()
        // end
        assertThat(slope).isEqualTo(5.0);
        assertThat(g).isEqualTo(new Gradients2(3, 2));
        assertThat(dE).containsExactly(-2, -2, 4);
        assertThat(both.value()).isEqualTo(5.0);
        assertThat(both.gradient()).containsExactly(-2, -2, 4);
    }

    @Test
    void parameters() {
        double[][] weights = {{1, 2}};
        double[] bias = {5};
        double[] input = {3, 4};
        // README
        Gradients gs = gradient(() -> loss(weights, bias, input), Params.of(weights, bias));
        double[][] inWeights = gs.of(weights); // gs.plus(others).times(0.5); gs.forEach(...)
        // end
        assertThat(inWeights).isDeepEqualTo(new double[][] {{96, 128}});
        assertThat(gs.of(bias)).containsExactly(32);
    }

    private static double loss(double[][] weights, double[] bias, double[] input) {
        return loss(new Model(weights, bias, "square"), input);
    }

    @Test
    void derivatives() {
        // README
        DoubleFn first = derivative(x -> x * x * x);
        DoubleFn second = derivative(first);
        second.applyAsDouble(2.0); // 12.0
        gradient(x -> x * gradient(y -> x * y, 1), 4.0); // 8.0: one inside the other
        gradient(x -> jvp(y -> x * y * y, 3, 1).tangent(), 2.0); // 6.0: of any kind
        // end
        assertThat(second.applyAsDouble(2.0)).isEqualTo(12.0);
        assertThat(gradient(x -> x * gradient(y -> x * y, 1), 4.0)).isEqualTo(8.0);
        assertThat(gradient(x -> jvp(y -> x * y * y, 3, 1).tangent(), 2.0)).isEqualTo(6.0);
    }

    @Test
    void otherDerivatives() {
        double[] at = {0, 1, 3};
        double[] direction = {1, 0, 0};
        // README
        jvp(x -> x * x, 3.0, 1.0); // value 9.0, tangent 6.0
        var pb = pullback(x -> new double[] {x[0] * x[1], x[0]}, new double[] {2, 3});
        pb.apply(new double[] {1, 0}); // {3.0, 2.0}; again with other cotangents
        hessian(x -> x[0] * x[0] * x[1], new double[] {2, 3}); // {{6.0, 4.0}, {4.0, 0.0}}
        hessianVectorProduct(x -> energy(x), at, direction); // at the cost of about two gradients
        SparseMatrix a = sparseHessian(x -> energy(x), at); // three directions, however long the chain is
        // end
        assertThat(jvp(x -> x * x, 3.0, 1.0).tangent()).isEqualTo(6);
        assertThat(pb.apply(new double[] {1, 0})).containsExactly(3, 2);
        double[][] product = jacobian(x -> new double[] {x[0] * x[1], Math.sin(x[0])}, new double[] {0, 3});
        assertThat(product).isDeepEqualTo(new double[][] {{3, 0}, {1, 0}});
        assertThat(a.toDense()).isDeepEqualTo(new double[][] {{2, -2, 0}, {-2, 4, -2}, {0, -2, 2}});
        assertThat(hessianVectorProduct(x -> energy(x), at, direction)).containsExactly(2, -2, 0);
        assertThat(sparseHessian((double[] x) -> energy(x)).colors(new double[1000])).isEqualTo(3);
    }

    @Test
    void hotLoops() {
        double[] x = {0, 1, 3};
        // README
        DoubleArrayGradient compiled = gradient((double[] v) -> energy(v)); // once
        double[] out = new double[x.length];
        for (int step = 0; step < 100; step++) {
            compiled.into(x, out); // returns the value, allocates nothing
            for (int i = 0; i < x.length; i++) {
                x[i] -= 0.1 * out[i];
            }
        }
        VectorPullback backwards =
                pullback((double[] v) -> new double[] {v[0] * v[1], v[2]}); // a vector times the Jacobian
        backwards.into(x, new double[] {1, 0}, out); // so do pushforward, jacobian, hessian
        // end
        assertThat(energy(x)).isLessThan(1e-6);
        assertThat(out).containsExactly(x[1], x[0], 0);
    }

    @Test
    void settings() {
        // README
        Differentiator ad = Fluxion.builder().backend("cpu").lookup(MethodHandles.lookup()).build();
        ad.gradient(x -> Math.exp(x), 0.0); // 1.0
        System.out.println(explain((double x) -> 5 * x + 3)); // IR, gradient IR, Java
        // end
        assertThat(ad.gradient(x -> Math.exp(x), 0.0)).isEqualTo(1.0);
    }

    @Test
    void errors() {
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, UTF_8));
        try {
            refused();
        } finally {
            System.setErr(err);
        }
        assertThat(printed.toString(UTF_8)).contains("cannot differentiate the call to java.math.BigDecimal.");
    }

    private static void refused() {
        // README
        try {
            gradient(x -> new BigDecimal(x).pow(3).doubleValue(), 3.0);
        } catch (NotDifferentiableException e) {
            System.err.println(e.getMessage()); // what, where, why, what to try
        }
        // end
    }

    @Test
    void theReadmeHasThisCode() throws Exception {
        Path source = Path.of("src/test/java/dev/fluxion/examples/ReadmeTest.java");
        String readme = squeezed(Files.readString(Path.of("../README.md")));
        List<String> lines = Files.readAllLines(source);
        boolean inside = false;
        int count = 0;
        for (String line : lines) {
            if (line.strip().equals("// end")) {
                inside = false;
            }
            if (inside) {
                assertThat(readme).contains(squeezed(line));
                count++;
            }
            if (line.strip().equals("// README")) {
                inside = true;
            }
        }
        assertThat(count).isGreaterThan(15);
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
