package dev.fluxion.ir.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.text.Parser;
import dev.fluxion.ir.type.PrimitiveType;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Each rule of the contract, broken: in a file where the text form allows it, else by hand. */
final class VerifierTest {

    private static final Path MALFORMED = Path.of("src/test/resources/golden/verify/malformed.ir");
    private static final Path TEXTS = Path.of("src/test/resources/golden/text");

    private static final Label ENTRY = new Label(0, "entry");
    private static final Variable X = new Variable(0, PrimitiveType.F64, "x");

    @TestFactory
    Stream<DynamicTest> malformedFunctionsAreReported() throws IOException {
        String text = Files.readString(MALFORMED);
        Map<String, List<String>> expected = expectations(text);
        Program program = Parser.parseProgram(text);
        return program.functions().values().stream()
                .map(function ->
                        DynamicTest.dynamicTest(
                                function.name(),
                                () -> {
                                    List<Problem> problems = new ArrayList<>(Verifier.verify(program));
                                    problems.removeIf(problem -> !problem.function().equals(function.name()));
                                    assertThat(problems)
                                            .extracting(Problem::toString)
                                            .containsExactlyInAnyOrderElementsOf(expected.get(function.name()));
                                }));
    }

    private static Map<String, List<String>> expectations(String text) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("; error: ")) {
                open.add(line.substring("; error: ".length()));
            } else if (line.startsWith("func @")) {
                all.put(line.substring("func @".length(), line.indexOf('(')), open);
                open = new ArrayList<>();
            }
        }
        return all;
    }

    @Test
    void everyRuleIsBrokenSomewhere() throws IOException {
        Set<Integer> rules = new TreeSet<>();
        Verifier.verify(Parser.parseProgram(Files.readString(MALFORMED))).forEach(problem -> rules.add(problem.rule()));
        rules.addAll(List.of(1, 2, 6));
        assertThat(rules).hasSize(16).startsWith(1, 2, 3);
    }

    @TestFactory
    Stream<DynamicTest> wellFormedFunctionsAreNot() {
        return Stream.of("pow", "operations", "constants", "program")
                .map(name ->
                        DynamicTest.dynamicTest(
                                name,
                                () ->
                                        assertThat(
                                                        Verifier.verify(
                                                                Parser.parseProgram(
                                                                        Files.readString(TEXTS.resolve(name + ".ir")))))
                                                .isEmpty()));
    }

    @Test
    void valuesOfAHandlerMayComeFromDominatorsAndParameters() {
        assertThat(
                        Verifier.verify(
                                Parser.parseFunction(
                                        """
                                        func @f(%x: i32) -> i32 {
                                        ^entry catch java/lang/Throwable ^h(%x, 1):
                                            %y = idiv 1, %x
                                            br ^next(%y)
                                        ^next(%z: i32) catch java/lang/Throwable ^h(%y, %z):
                                            %w = idiv %z, %x
                                            ret %w
                                        ^h(%e: java/lang/Throwable, %a: i32, %b: i32):
                                            %sum = add %a, %b
                                            ret %sum
                                        }
                                        """)))
                .isEmpty();
    }

    @Test
    void labelsAreUnique() {
        Function function = new Function("f", List.of(), List.of(leave(0), leave(0)));
        assertThat(Verifier.verify(function))
                .extracting(Problem::toString)
                .containsExactly("@f ^entry: another block has this label (rule 1)");
    }

    @Test
    void edgesLeadToBlocks() {
        Function function = function(List.of(), new Terminator.Jump(new Successor(new Label(9, "nowhere"), List.of())));
        assertThat(Verifier.verify(function))
                .extracting(Problem::toString)
                .containsExactly("@f ^entry \"br ^?9\": there is no block ^?9 (rule 2)");
    }

    @Test
    void variablesAreDefinedOnceAndWithOneType() {
        Statement statement = new Statement(List.of(X), new Op.Negate(X), Position.NONE);
        assertThat(Verifier.verify(function(List.of(statement, statement), new Terminator.Return(List.of()))))
                .extracting(Problem::toString)
                .contains("@f ^entry \"%x = neg %x\": %x is defined more than once (rule 6)");

        Variable other = new Variable(1, PrimitiveType.F64, "y");
        Statement undefined = new Statement(List.of(X), new Op.Negate(other), Position.NONE);
        assertThat(Verifier.verify(function(List.of(undefined), new Terminator.Return(List.of()))))
                .extracting(Problem::toString)
                .containsExactly("@f ^entry \"%x = neg %?1\": %?1 is not defined (rule 7)");

        Variable stale = new Variable(0, PrimitiveType.F32, "x");
        Statement first = new Statement(List.of(X), new Op.Negate(dev.fluxion.ir.Constant.of(1.0)), Position.NONE);
        Statement second =
                new Statement(List.of(new Variable(2, PrimitiveType.F32, "")), new Op.Negate(stale), Position.NONE);
        assertThat(Verifier.verify(function(List.of(first, second), new Terminator.Return(List.of()))))
                .extracting(Problem::toString)
                .containsExactly("@f ^entry \"%0 = neg %x\": %x is used as f32 but defined as f64 (rule 7)");
    }

    @Test
    void checkThrowsWithAllProblemsAndTheListing() {
        Function good = Parser.parseFunction("func @f() {\n^entry:\n    ret\n}\n");
        assertThat(Verifier.check(good)).isSameAs(good);
        assertThat(Verifier.check(Program.of(List.of(good))).functions()).containsKey("f");
        Function bad = Parser.parseFunction("func @f() {\n^entry:\n    %0 = neg null\n    ret 1\n}\n");
        assertThatThrownBy(() -> Verifier.check(bad))
                .isInstanceOfSatisfying(MalformedIrException.class, error -> assertThat(error.problems()).hasSize(2))
                .hasMessage(
                        """
                        malformed IR:
                            @f ^entry "%0 = neg null": null is java/lang/Object, not a number (rule 11)
                            @f ^entry "ret 1": the function has 0 results, not 1 (rule 16)

                        func @f() {
                        ^entry:
                            %0 = neg null
                            ret 1
                        }
                        """);
        assertThatThrownBy(() -> Verifier.check(Program.of(List.of(bad)))).isInstanceOf(MalformedIrException.class);
    }

    private static Function function(List<Statement> statements, Terminator end) {
        return new Function(
                "f", List.of(), List.of(new Block(ENTRY, List.of(), statements, end, Position.NONE, List.of())));
    }

    private static Block leave(int label) {
        return new Block(
                new Label(label, "entry"),
                List.of(),
                List.of(),
                new Terminator.Return(List.of()),
                Position.NONE,
                List.of());
    }
}
