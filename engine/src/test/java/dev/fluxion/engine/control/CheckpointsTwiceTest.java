package dev.fluxion.engine.control;

import static dev.fluxion.Fluxion.checkpointed;
import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.hessian;
import static dev.fluxion.Fluxion.hessianVectorProduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleFn;
import dev.fluxion.control.Step;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Second derivatives of what is computed again: those of the same function without checkpoints. */
class CheckpointsTwiceTest {

    private static final double[] AT = {0.7, 0.4, 1.2};

    private static double wave(double x, double k) {
        return checkpointed((double y) -> Math.sin(k * y) * y, x * k);
    }

    private static double plainWave(double x, double k) {
        return Math.sin(k * x * k) * x * k;
    }

    private static void requireSame(DoubleArrayFn kept, DoubleArrayFn plain, double[] x) {
        double[][] expected = hessian(plain, x.clone());
        double[][] found = hessian(kept, x.clone());
        for (int i = 0; i < x.length; i++) {
            assertThat(found[i]).containsExactly(expected[i], within(1e-12));
            double h = 1e-5;
            double[] up = x.clone();
            double[] down = x.clone();
            up[i] += h;
            down[i] -= h;
            double[] above = gradient(kept, up);
            double[] below = gradient(kept, down);
            for (int j = 0; j < x.length; j++) {
                assertThat(found[i][j]).isCloseTo((above[j] - below[j]) / (2 * h), within(1e-7));
            }
        }
        double[] direction = {1, -2, 0.5};
        assertThat(hessianVectorProduct(kept, x.clone(), direction))
                .containsExactly(hessianVectorProduct(plain, x.clone(), direction), within(1e-12));
    }

    @Test
    void hessiansOfFunctionsThatRunAgain() {
        requireSame(w -> wave(w[0], w[1]) * w[2], w -> plainWave(w[0], w[1]) * w[2], AT);
        requireSame(
                w -> checkpointed((double[] v) -> v[0] * v[1] * v[1] * w[2], w) * w[0],
                w -> w[0] * w[1] * w[1] * w[2] * w[0],
                AT);
        requireSame(
                w -> checkpointed((List<Double> v) -> v.get(0) * v.get(1) * w[2], List.of(w[0], Math.exp(w[1]))),
                w -> w[0] * Math.exp(w[1]) * w[2],
                AT);
        double k = 1.3;
        assertThat(hessian((DoubleFn) x -> wave(x, k), 0.4))
                .isCloseTo(hessian((DoubleFn) x -> plainWave(x, k), 0.4), within(1e-12));
    }

    private static double[] step(double[] s, double[] w, int i) {
        return new double[] {s[0] + 0.1 * Math.sin(s[1] * w[2] + i), s[1] * Math.cos(0.1 * s[0] * w[0])};
    }

    private static double[] plain(Step step, int steps, double[] start) {
        double[] now = start.clone();
        for (int i = 0; i < steps; i++) {
            now = step.apply(now, i);
        }
        return now;
    }

    @Test
    void hessiansOfLoops() {
        DoubleArrayFn plain = w -> plain((s, i) -> step(s, w, i), 30, w)[0];
        for (int states : new int[] {1, 3, 100}) {
            requireSame(w -> checkpointed(30, states, (s, i) -> step(s, w, i), w)[0], plain, AT);
        }
        requireSame(w -> checkpointed((s, i) -> i < 30, 4, (s, i) -> step(s, w, i), w)[0], plain, AT);
        requireSame(
                w -> checkpointed(5, 2, (outer, k) -> checkpointed(6, 2, (s, i) -> step(s, w, 6 * k + i), outer), w)[0],
                plain,
                AT);
    }

    /** What is called is chosen by the class of an object. */
    interface Model {
        double of(double[] w);
    }

    static final class Kept implements Model {
        final double[] scale;

        Kept(double[] scale) {
            this.scale = scale;
        }

        @Override
        public double of(double[] w) {
            return checkpointed(10, 3, (s, i) -> step(s, scale, i), w)[0] * wave(w[0], w[1]);
        }
    }

    static final class Plain implements Model {
        final double[] scale;

        Plain(double[] scale) {
            this.scale = scale;
        }

        @Override
        public double of(double[] w) {
            return plain((s, i) -> step(s, scale, i), 10, w)[0] * plainWave(w[0], w[1]);
        }
    }

    @Test
    void behindCallsThatTheClassChooses() {
        Model kept = new Kept(AT.clone());
        Model plain = new Plain(AT.clone());
        // first derivatives before and after, so that both kinds of code are there at once
        double[] first = gradient((double[] w) -> kept.of(w), AT.clone());
        assertThat(first).containsExactly(gradient((double[] w) -> plain.of(w), AT.clone()), within(1e-13));
        requireSame(w -> kept.of(w), w -> plain.of(w), AT);
        assertThat(gradient((double[] w) -> kept.of(w), AT.clone())).containsExactly(first);
        DoubleFn[] operators = {y -> Math.sin(y) * y, y -> y * y * y};
        DoubleFn chosen = x -> checkpointed((double y) -> operators[x > 0 ? 0 : 1].applyAsDouble(y), x * x);
        DoubleFn same = x -> operators[x > 0 ? 0 : 1].applyAsDouble(x * x);
        for (double x : new double[] {0.7, -0.7}) {
            assertThat(derivative(derivative(chosen)).applyAsDouble(x))
                    .isCloseTo(derivative(derivative(same)).applyAsDouble(x), within(1e-12));
        }
    }

    @Test
    void derivativesOfDerivatives() {
        double k = 1.3;
        DoubleFn f = x -> wave(x, k);
        DoubleFn plain = x -> plainWave(x, k);
        assertThat(derivative(derivative(f)).applyAsDouble(0.4))
                .isCloseTo(derivative(derivative(plain)).applyAsDouble(0.4), within(1e-12));
        assertThat(derivative(derivative(derivative(f))).applyAsDouble(0.4))
                .isCloseTo(derivative(derivative(derivative(plain))).applyAsDouble(0.4), within(1e-11));
        DoubleFn captured = derivative(f);
        assertThat(derivative(x -> captured.applyAsDouble(x) * x).applyAsDouble(0.4))
                .isCloseTo(
                        derivative(derivative(plain)).applyAsDouble(0.4) * 0.4 + derivative(plain).applyAsDouble(0.4),
                        within(1e-12));
    }

    @Test
    void derivativesInTheFunction() {
        double x0 = 0.4;
        DoubleFn once = x -> wave(x, 1.3);
        double slope = derivative(once).applyAsDouble(x0);
        double curvature = derivative(derivative(once)).applyAsDouble(x0);
        // with a checkpoint of its own beside the derivative
        DoubleFn inner = x -> derivative((double y) -> wave(y, 1.3)).applyAsDouble(x) * wave(x, 1.3);
        double expected = curvature * plainWave(x0, 1.3) + slope * slope;
        assertThat(derivative(inner).applyAsDouble(x0)).isCloseTo(expected, within(1e-12));
        DoubleArrayFn descent =
                w -> {
                    double[] g = gradient((double[] v) -> checkpointed(9, 2, (s, i) -> step(s, v, i), v)[0], w);
                    return g[0] * g[0] + g[1] * g[2];
                };
        DoubleArrayFn same =
                w -> {
                    double[] g = gradient((double[] v) -> plain((s, i) -> step(s, v, i), 9, v)[0], w);
                    return g[0] * g[0] + g[1] * g[2];
                };
        requireSame(descent, same, AT);
        assertThat(gradient(descent, AT.clone())).containsExactly(gradient(same, AT.clone()), within(1e-12));
    }

    private static double tower(double x, int depth) {
        return depth == 0 ? x : checkpointed((double y) -> Math.sin(tower(y, depth - 1)) * 1.1, x) * x;
    }

    private static double plainTower(double x, int depth) {
        return depth == 0 ? x : Math.sin(plainTower(x, depth - 1)) * 1.1 * x;
    }

    @Test
    void recursionInAndBesideADerivative() {
        DoubleFn kept = x -> tower(x, 3) * derivative((double y) -> tower(y, 3)).applyAsDouble(x);
        DoubleFn plain = x -> plainTower(x, 3) * derivative((double y) -> plainTower(y, 3)).applyAsDouble(x);
        assertThat(kept.applyAsDouble(0.8)).isCloseTo(plain.applyAsDouble(0.8), within(1e-14));
        assertThat(derivative(kept).applyAsDouble(0.8)).isCloseTo(derivative(plain).applyAsDouble(0.8), within(1e-12));
        assertThat(derivative(derivative(kept)).applyAsDouble(0.8))
                .isCloseTo(derivative(derivative(plain)).applyAsDouble(0.8), within(1e-11));
    }
}
