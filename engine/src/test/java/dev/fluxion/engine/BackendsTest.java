package dev.fluxion.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.Fluxion;
import dev.fluxion.backend.BackendModule;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.List;

class BackendsTest {

    private record Announced(String backendName, int priority) implements BackendModule {}

    private static final Announced PLAIN = new Announced("plain", 0);
    private static final Announced FAST = new Announced("fast", 10);

    @Test
    void bestBackendIsTakenWhereNoneIsAskedFor() {
        assertThat(Backends.select(null, List.of(PLAIN, FAST))).isSameAs(FAST);
    }

    @Test
    void backendIsChosenByName() {
        assertThat(Backends.select("plain", List.of(PLAIN, FAST))).isSameAs(PLAIN);
        assertThat(Fluxion.using("cpu").gradient(x -> x * x, 3.0)).isEqualTo(6);
    }

    @Test
    void unknownBackendIsRefusedWithASuggestion() {
        assertThatThrownBy(() -> Backends.select("fsat", List.of(PLAIN, FAST)))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("FX-0401")
                .hasMessageContaining("did you mean \"fast\"?");
        assertThatThrownBy(() -> Fluxion.using("gpu").gradient(x -> x * x, 3.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("FX-0401")
                .hasMessageContaining("cpu");
    }

    @Test
    void noBackendAtAllIsRefused() {
        assertThatThrownBy(() -> Backends.select(null, List.of()))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("FX-0402");
    }
}
