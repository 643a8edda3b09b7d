package dev.fluxion.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.interpret.Interpreter;
import dev.fluxion.ir.text.Parser;
import dev.fluxion.ir.text.Printer;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.ir.verify.Verifier;
import dev.fluxion.transform.tape.LowerTape;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Stacks of counted loops become buffers, others stay; both give the same bits and leave the tape empty. */
final class LowerTapeTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/lower-tape");
    private static final String ARROW = "==>\n";

    @TestFactory
    Stream<DynamicTest> stacksOfCountedLoopsBecomeBuffers() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private static void check(Path file) throws Throwable {
        String text = Files.readString(file);
        int arrow = text.indexOf(ARROW);
        String input = arrow < 0 ? text : text.substring(0, arrow);
        Program before = Verifier.check(Parser.parseProgram(input));
        Program after = Verifier.check(LowerTape.lower(before));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, input + ARROW + Printer.print(after));
        }
        text = Files.readString(file);
        assertThat(Printer.print(after)).isEqualTo(text.substring(text.indexOf(ARROW) + ARROW.length()));
        if (file.getFileName().toString().endsWith("_stays.ir")) {
            assertThat(after).isEqualTo(before);
        }
        for (int n : new int[] {0, 1, 2, 5, -3}) {
            assertThat(run(after, n)).as("with " + n).isEqualTo(run(before, n));
        }
    }

    private static List<Object> run(Program program, int n) throws Throwable {
        Function function = program.functions().values().iterator().next();
        List<double[]> arrays = new ArrayList<>();
        Object[] arguments = new Object[function.parameters().size()];
        for (int i = 0; i < arguments.length; i++) {
            Type type = function.parameters().get(i).type();
            if (type == PrimitiveType.F64) {
                arguments[i] = 1.3;
            } else if (type == PrimitiveType.I32) {
                arguments[i] = n + i;
            } else {
                arrays.add(new double[] {0.5, -1.5, 2.0, 0.25, 1.0, 3.0, -0.5, 0.75});
                arguments[i] = arrays.getLast();
            }
        }
        Interpreter interpreter = new Interpreter(program).withFuel(100_000);
        List<Object> outcome = new ArrayList<>(interpreter.callAll(function.name(), arguments));
        outcome.add(interpreter.isTapeEmpty());
        for (double[] array : arrays) {
            outcome.add(Arrays.toString(array));
        }
        return outcome;
    }
}
