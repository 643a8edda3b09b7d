package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.hook;
import static dev.fluxion.Fluxion.ignoreDerivatives;
import static dev.fluxion.Fluxion.showGradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.Gradients2;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Functions that control their own derivatives. */
final class FactsControlTest {

    @Test
    void f378HookThatNegates() {
        assertThat(gradient((a, b) -> hook(g -> -g, a) * b, 2.0, 3.0)).isEqualTo(new Gradients2(-3, 2));
    }

    @Test
    void f379GradientThatIsShown() {
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(gradient((a, b) -> showGradient("a", a) * b, 2.0, 3.0)).isEqualTo(new Gradients2(3, 2));
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).strip()).isEqualTo("gradient of a: 3.0");
    }

    @Test
    void f381CodeThatIsIgnored() {
        assertThat(
                        gradient(
                                x -> {
                                    double y = ignoreDerivatives(() -> x);
                                    return x * y;
                                },
                                1.0))
                .isEqualTo(1);
    }
}
