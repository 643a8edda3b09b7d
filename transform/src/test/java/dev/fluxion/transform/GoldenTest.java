package dev.fluxion.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.text.Parser;
import dev.fluxion.ir.text.Printer;
import dev.fluxion.ir.verify.Verifier;
import dev.fluxion.transform.inline.InlinePolicy;
import dev.fluxion.transform.inline.Inliner;
import dev.fluxion.transform.normalize.Layout;
import dev.fluxion.transform.normalize.LoopClosed;
import dev.fluxion.transform.normalize.LoopSimplify;
import dev.fluxion.transform.normalize.MergeReturns;
import dev.fluxion.transform.normalize.Normalize;
import dev.fluxion.transform.normalize.SplitCriticalEdges;
import dev.fluxion.transform.range.CountdownTests;
import dev.fluxion.transform.simplify.DeadCode;
import dev.fluxion.transform.simplify.DeadLoops;
import dev.fluxion.transform.simplify.IfConversion;
import dev.fluxion.transform.simplify.JumpThreading;
import dev.fluxion.transform.simplify.LoopInvariants;
import dev.fluxion.transform.simplify.RedundantParameters;
import dev.fluxion.transform.simplify.Simplify;
import dev.fluxion.transform.simplify.SimplifyControl;
import dev.fluxion.transform.simplify.SkipEmptyBlocks;
import dev.fluxion.transform.simplify.ValueNumbering;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Each pass on small functions: a file holds what goes in, a line {@code ==>}, and what comes out. */
final class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String ARROW = "==>\n";

    private static final List<Pass> PASSES =
            List.of(
                    new MergeReturns(),
                    new LoopSimplify(),
                    new SplitCriticalEdges(),
                    new LoopClosed(),
                    new Layout(),
                    Normalize.PIPELINE,
                    new ValueNumbering(),
                    new SimplifyControl(),
                    new SkipEmptyBlocks(),
                    new RedundantParameters(),
                    new JumpThreading(),
                    new IfConversion(),
                    new DeadCode(),
                    new LoopInvariants(),
                    new DeadLoops(),
                    new CountdownTests(),
                    Simplify.PIPELINE);

    @TestFactory
    Stream<DynamicTest> functionsComeOutAsExpected() throws IOException {
        return PASSES.stream()
                .flatMap(pass ->
                        files(pass.name()).stream()
                                .map(file ->
                                        DynamicTest.dynamicTest(
                                                pass.name() + "/" + file.getFileName(), () -> check(file, pass))));
    }

    @TestFactory
    Stream<DynamicTest> callsAreInlinedAsExpected() {
        return files("inline").stream()
                .map(file ->
                        DynamicTest.dynamicTest(
                                "inline/" + file.getFileName(),
                                () -> {
                                    Program program = Parser.parseProgram(input(file));
                                    Inliner inliner =
                                            new Inliner(new ProgramSource(program), program, InlinePolicy.DEFAULT);
                                    check(file, inliner);
                                }));
    }

    private static void check(Path file, Pass pass) throws IOException {
        String input = input(file);
        Function before = Parser.parseProgram(input).functions().values().iterator().next();
        Verifier.check(before);
        Function after = Verifier.check(pass.apply(before));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, input + ARROW + Printer.print(after));
        }
        assertThat(Printer.print(after)).isEqualTo(expectation(file));
        if (!(pass instanceof Inliner)) {
            assertThat(pass.apply(after)).as("applied again, finds nothing to do").isSameAs(after);
        }
    }

    private static List<Path> files(String pass) {
        try (Stream<Path> files = Files.list(GOLDEN.resolve(pass))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new AssertionError("no golden files for " + pass, e);
        }
    }

    private static String input(Path file) throws IOException {
        String text = Files.readString(file);
        int arrow = text.indexOf(ARROW);
        return arrow < 0 ? text : text.substring(0, arrow);
    }

    private static String expectation(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(text.indexOf(ARROW) + ARROW.length());
    }
}
