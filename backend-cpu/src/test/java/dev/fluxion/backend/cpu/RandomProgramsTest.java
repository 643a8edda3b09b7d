package dev.fluxion.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.backend.cpu.split.Splitter;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.interpret.Interpreter;
import dev.fluxion.ir.verify.Verifier;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class RandomProgramsTest {

    @TestFactory
    Stream<DynamicTest> compiled_programs_do_what_interpreted_ones_do() {
        return IntStream.range(0, 300)
                .mapToObj(seed ->
                        DynamicTest.dynamicTest(
                                "seed " + seed,
                                () -> {
                                    Program program = RandomProgram.of(new Random(seed), 3 + seed % 30, 3 + seed % 13);
                                    compare(program, seed);
                                }));
    }

    @TestFactory
    Stream<DynamicTest> so_do_programs_cut_to_small_pieces() {
        return IntStream.range(0, 200)
                .mapToObj(seed ->
                        DynamicTest.dynamicTest(
                                "seed " + seed,
                                () -> {
                                    Program program =
                                            RandomProgram.of(new Random(-seed), 4 + seed % 40, 20 + seed % 13);
                                    Program split =
                                            Verifier.check(
                                                    Splitter.split(Verifier.check(program), 300 + seed % 7 * 100));
                                    compare(split, seed);
                                }));
    }

    private static void compare(Program program, int seed) {
        Compiled compiled = Compiled.of(program.functions().values().toArray(new Function[0]));
        Random random = new Random(seed);
        for (int run = 0; run < 10; run++) {
            double x = run == 0 ? Double.NaN : random.nextDouble() * 4 - 1;
            int k = random.nextInt(40) - 10;
            int fuel = random.nextInt(60);
            double[] expectedArray = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
            double[] actualArray = expectedArray.clone();
            List<Object> expected =
                    attempt(() -> List.of(new Interpreter(program).call("main", x, k, expectedArray, fuel)));
            List<Object> actual = attempt(() -> List.of(compiled.call(x, k, actualArray, fuel)));
            assertThat(actual).as("run %s", run).isEqualTo(expected);
            assertThat(Arrays.toString(actualArray)).isEqualTo(Arrays.toString(expectedArray));
        }
    }

    private interface Attempt {
        List<Object> run() throws Throwable;
    }

    private static List<Object> attempt(Attempt attempt) {
        try {
            return new ArrayList<>(attempt.run());
        } catch (ArithmeticException | IndexOutOfBoundsException e) {
            return List.of(e.getClass().getName());
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
