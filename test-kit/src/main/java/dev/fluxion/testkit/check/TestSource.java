package dev.fluxion.testkit.check;

import dev.fluxion.testkit.random.RandomProgram;

/** Prints a program as a test to keep. */
final class TestSource {

    private TestSource() {}

    /**
     * Returns a JUnit test with the program as a class in it. It calls {@code KeptPrograms.check}, which the test's
     * package has.
     */
    static String of(long seed, RandomProgram program, Finding finding) {
        String detail = finding.toString().lines().findFirst().orElse("");
        return """
        import java.util.function.DoubleUnaryOperator;

        import org.junit.jupiter.api.Test;

        /** %s */
        final class Random%dTest {

            @Test
            void theGradientIsRight() {
                KeptPrograms.check(Program.class);
            }

            public static final class Program %s
        }
        """
                .formatted(detail.replace("*/", ""), seed, renamed(program));
    }

    private static String renamed(RandomProgram program) {
        return program.body("    ").replace(program.name(), "Program");
    }
}
