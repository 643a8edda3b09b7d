package dev.fluxion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks programs that were found by chance once, and are kept. */
public final class KeptPrograms {

    private KeptPrograms() {}

    /** Fails where anything is wrong with the program's gradient. A refusal is right, too. */
    public static void check(Class<?> program) {
        assertThat(Stages.check(false).check(program).findings()).isEmpty();
    }
}
