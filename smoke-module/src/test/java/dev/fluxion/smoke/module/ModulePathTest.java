package dev.fluxion.smoke.module;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a user's named module finds when it runs on the module path. */
final class ModulePathTest {

    private final Module self = ModulePathTest.class.getModule();

    @Test
    void thisIsANamedModule() {
        assertThat(self.getName()).isEqualTo("dev.fluxion.smoke.module");
    }

    @Test
    void itReadsTheApiAndTheIr() {
        assertThat(self.getLayer().modules())
                .filteredOn(self::canRead)
                .extracting(Module::getName)
                .contains("dev.fluxion.api", "dev.fluxion.ir");
    }

    @Test
    void itDoesNotReadWhatStandsBehindTheApi() {
        assertThat(self.getLayer().modules())
                .filteredOn(self::canRead)
                .extracting(Module::getName)
                .doesNotContain("dev.fluxion.engine", "dev.fluxion.transform", "dev.fluxion.backend.cpu");
    }
}
