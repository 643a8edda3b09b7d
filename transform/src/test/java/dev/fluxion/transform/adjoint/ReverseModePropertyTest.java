package dev.fluxion.transform.adjoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.text.Parser;
import dev.fluxion.ir.text.Printer;
import dev.fluxion.ir.verify.Verifier;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.pipeline.Stages;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Adjoints of random programs against dual numbers: once, and as the derivative of a derivative. */
class ReverseModePropertyTest {
    private static final MathRules RULES = new MathRules();

    /** Further seeds can be tried with -Dfluxion.seeds=from,to. */
    private static LongStream seeds(int count) {
        String range = System.getProperty("fluxion.seeds", "");
        if (range.isEmpty()) {
            return LongStream.range(0, count);
        }
        String[] ends = range.split(",", -1);
        return LongStream.range(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
    }

    @TestFactory
    Stream<DynamicTest> theGradientOfARandomProgramIsThatOfDualNumbers() {
        return seeds(300)
                .mapToObj(seed ->
                        DynamicTest.dynamicTest(
                                "seed " + seed,
                                () -> {
                                    Program program = RandomPrograms.make(seed);
                                    check(program, differentiate(program), seed);
                                }));
    }

    @TestFactory
    Stream<DynamicTest> theGradientOfAGradientIsThatOfDualNumbers() {
        return seeds(40)
                .mapToObj(seed ->
                        DynamicTest.dynamicTest(
                                "seed " + seed,
                                () -> {
                                    Program slope = slope(differentiate(RandomPrograms.make(seed)));
                                    check(slope, differentiate(slope), seed);
                                }));
    }

    @TestFactory
    Stream<DynamicTest> theGradientIsThatOfThePathThroughItsCatches() {
        return seeds(300)
                .mapToObj(seed ->
                        DynamicTest.dynamicTest(
                                "seed " + seed,
                                () -> {
                                    Program program = RandomPrograms.throwing(seed);
                                    check(program, differentiate(program), seed);
                                }));
    }

    @TestFactory
    Stream<DynamicTest> theGradientOfAGradientGoesThroughCatches() {
        return seeds(40)
                .mapToObj(seed ->
                        DynamicTest.dynamicTest(
                                "seed " + seed,
                                () -> {
                                    Program slope = slope(differentiate(RandomPrograms.throwing(seed)));
                                    check(slope, differentiate(slope), seed);
                                }));
    }

    private static Program differentiate(Program program) {
        Library library = new Library();
        program.functions().values().forEach(library::put);
        ReverseMode mode = new ReverseMode(RULES, Stages.preparation(RULES, library), library);
        Function gradient = mode.gradient(program.function("f"), List.of(true)).standalone();
        Program raw = library.programOf(gradient);
        Verifier.check(raw);
        Program clean = Stages.cleanUp(raw, RULES);
        Verifier.check(clean);
        return clean;
    }

    /** f(a) = 1 b0 + 2 b1 + 3 b2 + 4 b3 where b is the gradient. */
    private static Program slope(Program gradient) {
        String text =
                """
                func @f(%a: f64[]) -> f64 {
                ^entry:
                    %b = new_array f64[] (4)
                    %v: f64 = call @first(%a, %b)
                    %b0 = load f64 %b[0]
                    %b1 = load f64 %b[1]
                    %b2 = load f64 %b[2]
                    %b3 = load f64 %b[3]
                    %s1 = mul %b1, 2.0
                    %s2 = mul %b2, 3.0
                    %s3 = mul %b3, 4.0
                    %t1 = add %b0, %s1
                    %t2 = add %t1, %s2
                    %t3 = add %t2, %s3
                    ret %t3
                }
                """;
        List<Function> functions = new ArrayList<>();
        functions.add(Parser.parseFunction(text));
        for (Function function : gradient.functions().values()) {
            functions.add(function.name().equals("f$gradient") ? function.withName("first") : function);
        }
        return Program.of(functions);
    }

    private static void check(Program primal, Program gradient, long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 3; trial++) {
            double[] x = random.doubles(4, -1.5, 1.5).toArray();
            double[] bar = new double[4];
            Duals.Dual[] shadow = Duals.array(bar, bar);
            Duals adjoint = new Duals(gradient);
            RuntimeException thrown = thrown(primal, x);
            if (thrown != null) {
                assertThatThrownBy(() -> adjoint.call("f$gradient", List.of(Duals.array(x, bar), shadow)))
                        .hasSameClassAs(thrown); // a hot interpreter's exceptions may have lost their messages
                continue;
            }
            Duals.Dual value = (Duals.Dual) adjoint.call("f$gradient", List.of(Duals.array(x, bar), shadow)).getFirst();
            assertThat(adjoint.isBalanced()).as("tape is empty again").isTrue();
            for (int i = 0; i < x.length; i++) {
                double[] direction = new double[4];
                direction[i] = 1;
                Duals.Dual expected =
                        (Duals.Dual)
                                new Duals(primal).call("f", List.of((Object) Duals.array(x, direction))).getFirst();
                assertThat(value.value()).as("value").isEqualTo(expected.value());
                double scale = 1 + Math.abs(expected.dot());
                assertThat(shadow[i].value())
                        .as(
                                "seed %d, d/dx%d at %s of%n%s",
                                seed, i, java.util.Arrays.toString(x), Printer.print(primal))
                        .isCloseTo(expected.dot(), within(1e-8 * scale));
            }
        }
    }

    private static @Nullable RuntimeException thrown(Program primal, double[] x) {
        try {
            new Duals(primal).call("f", List.of((Object) Duals.array(x, new double[4])));
            return null;
        } catch (ArrayIndexOutOfBoundsException | ArithmeticException e) {
            return e;
        }
    }
}
