package dev.fluxion.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.List;

/** The texts that users see. */
class RefusalsTest {

    private static final double[] TWO = {1, 2};

    @Test
    void nullFunction() {
        golden("null-function", () -> Refusals.requireFunction(null));
    }

    @Test
    void nullArgument() {
        golden("null-argument", () -> Refusals.requireArgument("x", null));
        golden("null-argument", () -> Refusals.requireOut("x", null, TWO));
        golden("null-argument", () -> Refusals.requireOut("x", null, new float[2]));
    }

    @Test
    void nullOut() {
        golden("null-out", () -> Refusals.requireOut("x", TWO, null));
        golden("null-out", () -> Refusals.requireOut("x", new float[2], null));
        golden("null-out", () -> Refusals.requireLength(2, null));
    }

    @Test
    void wrongLength() {
        golden("wrong-length", () -> Refusals.requireOut("x", TWO, new double[3]));
        golden("wrong-length", () -> Refusals.requireOut("x", new float[2], new float[3]));
        golden("wrong-length-of-partials", () -> Refusals.requireLength(2, new double[1]));
    }

    @Test
    void aliased() {
        golden("aliased", () -> Refusals.requireOut("x", TWO, TWO));
        golden("aliased", () -> Refusals.requireDistinct(TWO, TWO));
    }

    @Test
    void wrongArguments() {
        golden("wrong-arguments", () -> Refusals.requireArguments("java.lang.Math.sin", 1, TWO));
        assertThat(thrownBy(() -> Refusals.requireArguments("java.lang.Math.sin", 1, null)).diagnostics())
                .extracting(Diagnostic::id)
                .containsExactly(ErrorId.NULL_ARGUMENT);
    }

    @Test
    void whatFitsIsNotRefused() {
        assertThatCode(
                        () -> {
                            Refusals.requireFunction(this);
                            Refusals.requireArgument("x", TWO);
                            Refusals.requireOut("x", TWO, new double[2]);
                            Refusals.requireOut("x", new float[2], new float[2]);
                            Refusals.requireLength(2, TWO);
                            Refusals.requireDistinct(TWO, new double[2]);
                            Refusals.requireArguments("f", 2, TWO);
                        })
                .doesNotThrowAnyException();
    }

    @Test
    void backends() {
        Golden.check("unknown-backend", Refusals.unknownBackend("cpo", List.of("vector", "cpu")).render());
        Golden.check("unknown-backend-far", Refusals.unknownBackend("quantum", List.of("vector", "cpu")).render());
        Golden.check("no-backend", Refusals.noBackend().render());
        Golden.check("no-engine", Refusals.noEngine().render());
    }

    @Test
    void spelling() {
        assertThat(Spelling.nearest("vectro", List.of("cpu", "vector"))).isEqualTo("vector");
        assertThat(Spelling.nearest("CPU", List.of("cpu", "vector"))).isEqualTo("cpu");
        assertThat(Spelling.nearest("cuda", List.of("cpu", "vector"))).isNull();
        assertThat(Spelling.nearest("x", List.of())).isNull();
    }

    private static void golden(String name, ThrowingCallable call) {
        Golden.check(name, thrownBy(call).getMessage());
    }

    private static NotDifferentiableException thrownBy(ThrowingCallable call) {
        return catchThrowableOfType(NotDifferentiableException.class, call);
    }
}
