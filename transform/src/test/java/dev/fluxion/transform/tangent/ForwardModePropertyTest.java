package dev.fluxion.transform.tangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.text.Parser;
import dev.fluxion.ir.text.Printer;
import dev.fluxion.ir.verify.Verifier;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.adjoint.Duals;
import dev.fluxion.transform.adjoint.MathRules;
import dev.fluxion.transform.adjoint.RandomPrograms;
import dev.fluxion.transform.adjoint.ReverseMode;
import dev.fluxion.transform.pipeline.Stages;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Tangents of random programs against dual numbers: of programs, of their gradients and of their tangents. */
class ForwardModePropertyTest {
    private static final MathRules RULES = new MathRules();

    /** Further seeds can be tried with -Dfluxion.seeds=from,to. */
    private static Stream<DynamicTest> seeds(int count, LongConsumer check) {
        String range = System.getProperty("fluxion.seeds", "");
        String[] ends = range.isEmpty() ? new String[] {"0", String.valueOf(count)} : range.split(",", -1);
        return LongStream.range(Long.parseLong(ends[0]), Long.parseLong(ends[1]))
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check.accept(seed)));
    }

    @TestFactory
    Stream<DynamicTest> theTangentOfARandomProgramIsThatOfDualNumbers() {
        return seeds(300, seed -> checkTangent(RandomPrograms.make(seed), seed));
    }

    @TestFactory
    Stream<DynamicTest> theTangentIsThatOfThePathThroughItsCatches() {
        return seeds(300, seed -> checkTangent(RandomPrograms.throwing(seed), seed));
    }

    @TestFactory
    Stream<DynamicTest> theTangentsOfSeveralLanesAreThoseOfOneEach() {
        return seeds(100, seed -> checkLanes(RandomPrograms.throwing(seed), seed));
    }

    @TestFactory
    Stream<DynamicTest> theTangentOfAGradientIsThatOfDualNumbers() {
        return seeds(60, seed -> checkTangent(slope(gradient(RandomPrograms.make(seed))), seed));
    }

    @TestFactory
    Stream<DynamicTest> theTangentOfAGradientGoesThroughCatches() {
        return seeds(60, seed -> checkTangent(slope(gradient(RandomPrograms.throwing(seed))), seed));
    }

    @TestFactory
    Stream<DynamicTest> theTangentOfATangentIsThatOfDualNumbers() {
        return seeds(60, seed -> checkTangent(directional(tangent(RandomPrograms.throwing(seed), 1)), seed));
    }

    @TestFactory
    Stream<DynamicTest> theGradientOfATangentIsThatOfDualNumbers() {
        return seeds(
                60,
                seed -> {
                    Program slope = directional(tangent(RandomPrograms.throwing(seed), 1));
                    Program reverse = gradient(slope);
                    Random random = new Random(seed);
                    for (int trial = 0; trial < 3; trial++) {
                        double[] x = point(random);
                        double[] zero = new double[4];
                        Duals.Dual[] shadow = Duals.array(zero, zero);
                        if (thrown(slope, x) != null) {
                            continue;
                        }
                        new Duals(reverse).call("f$gradient", List.of(Duals.array(x, zero), shadow));
                        for (int i = 0; i < 4; i++) {
                            double expected = derivative(slope, x, unit(i));
                            assertThat(shadow[i].value()).isCloseTo(expected, within(1e-8 * (1 + Math.abs(expected))));
                        }
                    }
                });
    }

    private static void checkTangent(Program primal, long seed) {
        Program tangent = tangent(primal, 1);
        Random random = new Random(seed);
        for (int trial = 0; trial < 3; trial++) {
            double[] x = point(random);
            double[] direction = point(random);
            double[] zero = new double[4];
            Duals run = new Duals(tangent);
            List<Object> arguments = List.of(Duals.array(x, zero), Duals.array(direction, zero));
            RuntimeException thrown = thrown(primal, x);
            if (thrown != null) {
                assertThatThrownBy(() -> run.call("f$1$pushforward", arguments)).hasSameClassAs(thrown);
                continue;
            }
            List<Object> results = run.call("f$1$pushforward", arguments);
            assertThat(run.isBalanced()).as("tape is empty again").isTrue();
            double expected = derivative(primal, x, direction);
            assertThat(((Duals.Dual) results.get(0)).value()).isEqualTo(value(primal, x));
            assertThat(((Duals.Dual) results.get(1)).value())
                    .as("seed %d at %s of%n%s", seed, Arrays.toString(x), Printer.print(primal))
                    .isCloseTo(expected, within(1e-8 * (1 + Math.abs(expected))));
        }
    }

    private static void checkLanes(Program primal, long seed) {
        Program tangent = tangent(primal, 4);
        double[] x = point(new Random(seed));
        if (thrown(primal, x) != null) {
            return;
        }
        double[] identity = new double[16];
        for (int i = 0; i < 4; i++) {
            identity[5 * i] = 1;
        }
        Duals.Dual[] shadow = Duals.array(identity, new double[16]);
        List<Object> results =
                new Duals(tangent).call("f$1$pushforward4", List.of(Duals.array(x, new double[4]), shadow));
        for (int i = 0; i < 4; i++) {
            double expected = derivative(primal, x, unit(i));
            assertThat(((Duals.Dual) results.get(1 + i)).value())
                    .as("seed %d, d/dx%d", seed, i)
                    .isCloseTo(expected, within(1e-8 * (1 + Math.abs(expected))));
        }
    }

    private static double[] point(Random random) {
        return random.doubles(4, -1.5, 1.5).toArray();
    }

    private static double[] unit(int i) {
        double[] unit = new double[4];
        unit[i] = 1;
        return unit;
    }

    private static double derivative(Program program, double[] x, double[] direction) {
        return dual(program, x, direction).dot();
    }

    private static double value(Program program, double[] x) {
        return dual(program, x, new double[4]).value();
    }

    private static Duals.Dual dual(Program program, double[] x, double[] direction) {
        List<Object> arguments = List.of((Object) Duals.array(x, direction));
        return (Duals.Dual) new Duals(program).call("f", arguments).getFirst();
    }

    private static @Nullable RuntimeException thrown(Program primal, double[] x) {
        try {
            value(primal, x);
            return null;
        } catch (ArrayIndexOutOfBoundsException | ArithmeticException e) {
            return e;
        }
    }

    private static Program tangent(Program program, int lanes) {
        Library library = new Library();
        program.functions().values().forEach(library::put);
        ForwardMode mode = new ForwardMode(RULES, Stages.preparation(RULES, library), library, lanes);
        return clean(library, mode.tangent(program.function("f"), List.of(true)).standalone());
    }

    private static Program gradient(Program program) {
        Library library = new Library();
        program.functions().values().forEach(library::put);
        ReverseMode mode = new ReverseMode(RULES, Stages.preparation(RULES, library), library);
        return clean(library, mode.gradient(program.function("f"), List.of(true)).standalone());
    }

    private static Program clean(Library library, Function root) {
        Program raw = library.programOf(root);
        Verifier.check(raw);
        return Verifier.check(Stages.cleanUp(raw, RULES));
    }

    /** f(a) = 1 b0 + 2 b1 + 3 b2 + 4 b3 where b is the gradient. */
    private static Program slope(Program gradient) {
        return with(
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
                """,
                gradient, "f$gradient");
    }

    /** f(a) = the derivative in the direction (1, 2, 3, 4). */
    private static Program directional(Program tangent) {
        return with(
                """
                func @f(%a: f64[]) -> f64 {
                ^entry:
                    %d = new_array f64[] (4)
                    store f64 %d[0], 1.0
                    store f64 %d[1], 2.0
                    store f64 %d[2], 3.0
                    store f64 %d[3], 4.0
                    %v: f64, %t: f64 = call @first(%a, %d)
                    ret %t
                }
                """,
                tangent, "f$1$pushforward");
    }

    private static Program with(String text, Program inner, String entry) {
        List<Function> functions = new ArrayList<>();
        functions.add(Parser.parseFunction(text));
        for (Function function : inner.functions().values()) {
            functions.add(function.name().equals(entry) ? function.withName("first") : function);
        }
        return Program.of(functions);
    }
}
