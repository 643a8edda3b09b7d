package dev.fluxion.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.backend.CompilationUnit;
import dev.fluxion.backend.Entry;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.text.Parser;

import org.junit.jupiter.api.Test;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** What a class file has no room for is refused with the reason. */
class TooLargeTest {

    @Test
    @SuppressWarnings("OrphanedFormatString") // names of the IR begin so
    void moreParametersThanAMethodHas() {
        StringBuilder parameters = new StringBuilder("%a0: f64[]");
        for (int i = 1; i < 300; i++) {
            parameters.append(", %a").append(i).append(": f64[]");
        }
        String arguments = "null" + ", null".repeat(299);
        String text =
                "func @f(%x: f64) -> f64 {\n^entry:\n    call @many("
                        + arguments
                        + ")\n    ret %x\n}\nfunc @many("
                        + parameters
                        + ") {\n^entry:\n    ret\n}\n";
        CompilationUnit unit =
                new CompilationUnit(
                        MethodHandles.lookup(),
                        Parser.parseProgram(text),
                        DoubleUnaryOperator.class,
                        List.of(new Entry("applyAsDouble", "(D)D", "f")),
                        List.of(),
                        "User.java",
                        "TooLargeTest$$Fluxion$f");
        assertThatThrownBy(() -> new CpuBackend().compile(unit))
                .isInstanceOfSatisfying(
                        NotDifferentiableException.class,
                        refused -> {
                            assertThat(refused.diagnostics().getFirst().id()).isEqualTo(ErrorId.TOO_LARGE);
                            assertThat(refused.diagnostics().getFirst().what())
                                    .isEqualTo("the derivative does not fit a class file: TooLargeTest$$Fluxion$f");
                            assertThat(refused.diagnostics().getFirst().why())
                                    .isEqualTo("a method would have more than 255 parameters");
                            assertThat(refused.diagnostics().getFirst().remedy())
                                    .isEqualTo("several methods instead of one");
                        });
    }
}
