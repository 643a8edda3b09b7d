package dev.fluxion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InventoryCommandsTest {

    @Test
    void rulesAreFoundByMethod() {
        Run run = Run.of("rules", "--for", "Math.atan2");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "java.lang.Math.atan2(double, double)  partial in argument 0, 1 "
                                + " dev.fluxion.rules.core.AlgebraicRules "
                                + " dev.fluxion.rules.core");
        assertThat(Run.of("rules", "--for", "atan2").out().lines()).hasSize(2);
    }

    @Test
    void whatARuleSaysIsShown() {
        assertThat(Run.of("rules", "--for", "java.math.BigDecimal").out()).contains("<init>(double)", "refused");
        assertThat(Run.of("rules", "--for", "DoubleAdder.add").out()).contains("replaced", "AdderReplacements");
    }

    @Test
    void aMethodWithoutRuleIsExitCodeOne() {
        Run run = Run.of("rules", "--for", "java.io.File.length");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("no rule for java.io.File.length");
    }

    @Test
    void allRulesAreSortedByMethod() {
        assertThat(Run.of("rules").out().lines().takeWhile(line -> !line.isEmpty())).hasSizeGreaterThan(100).isSorted();
    }

    @Test
    void theCpuBackendIsThere() {
        Run run = Run.of("backends");
        assertThat(run.out()).contains("cpu  priority 0");
        assertThat(run.code()).isZero();
    }

    @Test
    void doctorFindsEverythingWell() {
        Run run = Run.of("doctor");
        assertThat(run.out()).contains("self-test   passed", "backends    cpu");
        assertThat(run.code()).isZero();
    }
}
