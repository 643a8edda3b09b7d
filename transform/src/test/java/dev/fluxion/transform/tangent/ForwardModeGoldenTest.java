package dev.fluxion.transform.tangent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.text.Parser;
import dev.fluxion.ir.text.Printer;
import dev.fluxion.ir.verify.Verifier;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.adjoint.MathRules;
import dev.fluxion.transform.pipeline.Stages;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the tangent of small functions looks like: a file holds the program, a line {@code ==>}, and the tangent
 * function of {@code f} in all its numbers and arrays after clean-up, or the refusal.
 */
class ForwardModeGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/tangent");
    private static final String ARROW = "==>\n";

    @TestFactory
    Stream<DynamicTest> tangentsLookAsExpected() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        String text = Files.readString(file);
        int arrow = text.indexOf(ARROW);
        String input = arrow < 0 ? text : text.substring(0, arrow);
        String output = tangent(Parser.parseProgram(input));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, input + ARROW + output);
        }
        assertThat(output).isEqualTo(Files.readString(file).substring(input.length() + ARROW.length()));
    }

    private static String tangent(Program program) {
        Library library = new Library();
        program.functions().values().forEach(library::put);
        MathRules rules = new MathRules();
        Function primal = program.function("f");
        List<Boolean> active = new ArrayList<>();
        for (Variable parameter : primal.parameters()) {
            active.add(parameter.type().isFloating() || Activity.isArrayOfNumbers(parameter.type()));
        }
        try {
            Function tangent =
                    new ForwardMode(rules, Stages.preparation(rules, library), library, 1)
                            .tangent(primal, active)
                            .tangent();
            Program clean = Verifier.check(Stages.cleanUp(library.programOf(tangent), rules));
            Library cleaned = new Library();
            clean.functions().values().forEach(cleaned::put);
            return Printer.print(cleaned.programOf(clean.function(tangent.name())));
        } catch (NotDifferentiableException e) {
            return e.getMessage() + "\n";
        }
    }
}
