package dev.fluxion.engine.control;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.hook;
import static dev.fluxion.Fluxion.jvp;
import static dev.fluxion.Fluxion.pullback;
import static dev.fluxion.Fluxion.showGradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.Fn;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Functions of cotangents on their way back: called once for each use and application, not forwards. */
class HooksTest {

    @Test
    void aHookSeesTheCotangentOfItsUseOnly() {
        List<Double> seen = new ArrayList<>();
        DoubleFn f =
                x ->
                        x * x
                                + 5
                                        * hook(
                                                g -> {
                                                    seen.add(g);
                                                    return 10 * g;
                                                },
                                                x);
        assertThat(f.applyAsDouble(3)).isEqualTo(24);
        assertThat(seen).isEmpty();
        assertThat(gradient(f, 3)).isEqualTo(6 + 50);
        assertThat(seen).containsExactly(5.0);
        assertThat(jvp(f, 3, 1).tangent()).isEqualTo(11);
        var back = pullback(f, 3);
        assertThat(back.apply(1.0)).isEqualTo(56);
        assertThat(back.apply(2.0)).isEqualTo(112);
        assertThat(seen).containsExactly(5.0, 5.0, 10.0);
    }

    @Test
    void inALoopAHookIsCalledFromTheLastTripToTheFirst() {
        List<Double> seen = new ArrayList<>();
        double g =
                gradient(
                        x -> {
                            double y = x;
                            for (int i = 0; i < 3; i++) {
                                y =
                                        2
                                                * hook(
                                                        bar -> {
                                                            seen.add(bar);
                                                            return Math.min(bar, 3);
                                                        },
                                                        y);
                            }
                            return y;
                        },
                        1.0);
        assertThat(seen).containsExactly(2.0, 4.0, 6.0);
        assertThat(g).isEqualTo(3);
    }

    @Test
    void theSecondDerivativeIsThatOfTheChangedGradient() {
        // the gradient is (2 x sin x)^2 where the hook squares it
        DoubleFn f = x -> hook(g -> g * g * x, x) * 1.0 * Math.sin(x);
        double first = gradient(f, 0.7);
        assertThat(first).isCloseTo(Math.sin(0.7) * Math.sin(0.7) * 0.7 + 0.7 * Math.cos(0.7), within(1e-15));
        double numeric = (gradient(f, 0.7 + 1e-5) - gradient(f, 0.7 - 1e-5)) / 2e-5;
        assertThat(Fluxion.hessian(f, 0.7)).isCloseTo(numeric, within(1e-8));
        assertThat(derivative(derivative(f)).applyAsDouble(0.7)).isCloseTo(numeric, within(1e-8));
    }

    @Test
    void aHookOnAnArraySeesWhatArrivesAtItsCopy() {
        DoubleArrayFn f =
                w -> {
                    double[] v =
                            hook(
                                    g -> {
                                        g[0] *= 100;
                                        return g;
                                    },
                                    w);
                    return v[0] * v[1] + w[0];
                };
        assertThat(f.applyAsDouble(new double[] {2, 3})).isEqualTo(8);
        assertThat(gradient(f, new double[] {2, 3})).containsExactly(301, 2);
        assertThat(jvp((Fn<double[], Double>) f::applyAsDouble, new double[] {2, 3}, new double[] {1, 10}).tangent())
                .isEqualTo(24);
        assertThat(Fluxion.hessian(f, new double[] {2, 3})).isDeepEqualTo(new double[][] {{0, 100}, {1, 0}});
    }

    @Test
    void gradientsAreShown() {
        String printed =
                printed(() -> {
                    assertThat(gradient(x -> 4 * showGradient("x", x) + x, 3)).isEqualTo(5);
                    assertThat(gradient(w -> showGradient("w", w)[0] * 2 + w[1], new double[] {1, 2}))
                            .containsExactly(2, 1);
                    assertThat(jvp((DoubleFn) x -> showGradient("y", x), 3, 7).tangent()).isEqualTo(7);
                });
        assertThat(printed.lines()).containsExactly("gradient of x: 4.0", "gradient of w: [2.0, 0.0]");
    }

    static String printed(Runnable code) {
        PrintStream before = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            code.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
