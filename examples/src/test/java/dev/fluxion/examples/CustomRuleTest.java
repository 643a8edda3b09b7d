package dev.fluxion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.Gradients2;

import org.junit.jupiter.api.Test;

final class CustomRuleTest {

    @Test
    void theRuleIsUsedInPlaceOfTheCode() {
        assertThat(CustomRule.gradient(true)).isEqualTo(new Gradients2(2, 1));
        assertThat(CustomRule.gradient(false)).isEqualTo(new Gradients2(1, 1));
    }
}
