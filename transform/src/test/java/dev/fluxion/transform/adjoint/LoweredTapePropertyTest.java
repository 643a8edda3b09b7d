package dev.fluxion.transform.adjoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.interpret.Interpreter;
import dev.fluxion.ir.text.Printer;
import dev.fluxion.ir.verify.Verifier;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.pipeline.Stages;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Gradients of random programs give the same bits with stacks and with the buffers that some of them become. */
final class LoweredTapePropertyTest {

    private static final int SEEDS = 100;
    private static final MathRules RULES = new MathRules();

    @TestFactory
    Stream<DynamicTest> loweringTheTapeKeepsEveryBit() {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed ->
                        DynamicTest.dynamicTest(
                                "seed " + seed,
                                () -> {
                                    Program gradient = gradient(seed);
                                    Program lowered = Verifier.check(Stages.lowered(gradient));
                                    Random random = new Random(seed);
                                    for (int trial = 0; trial < 3; trial++) {
                                        double[] x = random.doubles(4, -1.5, 1.5).toArray();
                                        assertThat(run(lowered, x))
                                                .as(() ->
                                                        "seed "
                                                                + seed
                                                                + "\n"
                                                                + Printer.print(gradient)
                                                                + "\n"
                                                                + Printer.print(lowered))
                                                .isEqualTo(run(gradient, x));
                                    }
                                }));
    }

    @Test
    void someStacksAreLowered() {
        long lowered =
                LongStream.range(0, SEEDS)
                        .filter(seed -> Printer.print(Stages.lowered(gradient(seed))).contains("= reserve "))
                        .count();
        assertThat(lowered).isGreaterThan(2);
    }

    private static Program gradient(long seed) {
        Program primal = RandomPrograms.make(seed);
        Library library = new Library();
        primal.functions().values().forEach(library::put);
        ReverseMode mode = new ReverseMode(RULES, Stages.preparation(RULES, library), library);
        Function gradient = mode.gradient(primal.function("f"), List.of(true)).standalone();
        return Stages.cleanUp(library.programOf(gradient), RULES);
    }

    private static List<Object> run(Program program, double[] x) throws Throwable {
        double[] bar = new double[4];
        Interpreter interpreter = new Interpreter(program).withFuel(1_000_000);
        Object value = interpreter.call("f$gradient", x.clone(), bar);
        return List.of(value, Arrays.toString(bar), interpreter.isTapeEmpty());
    }
}
