package dev.fluxion.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.interpret.Interpreter;
import dev.fluxion.ir.text.Parser;
import dev.fluxion.ir.verify.Verifier;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Loops whose variables change places: all cycles, chains, duplicates and constants of a parallel copy. */
class PermutationsTest {

    private static final String[] TYPES = {"i32", "i64", "f32", "f64"};

    @TestFactory
    Stream<DynamicTest> arguments_are_passed_at_the_same_time() {
        return IntStream.range(0, 200)
                .mapToObj(seed ->
                        DynamicTest.dynamicTest(
                                "seed " + seed,
                                () -> {
                                    Function function =
                                            Verifier.check(Parser.parseFunction(rotation(new Random(seed))));
                                    Compiled compiled = Compiled.of(function);
                                    for (int n = 0; n < 8; n++) {
                                        assertThat(compiled.call(n)).isEqualTo(new Interpreter(function).call("f", n));
                                    }
                                }));
    }

    private static String rotation(Random random) {
        int count = 2 + random.nextInt(8);
        int[] type = new int[count];
        StringBuilder parameters = new StringBuilder("%i: i32");
        StringBuilder first = new StringBuilder("0");
        StringBuilder next = new StringBuilder("%j");
        StringBuilder sum = new StringBuilder("    %q0 = add 0.0, 0.0\n");
        for (int k = 0; k < count; k++) {
            type[k] = random.nextInt(random.nextBoolean() ? 1 : 4);
        }
        for (int k = 0; k < count; k++) {
            parameters.append(", %v" + k + ": " + TYPES[type[k]]);
            first.append(", ").append(constant(type[k], k + 1));
            int from = random.nextInt(count);
            for (int tries = 0; type[from] != type[k] && tries < 20; tries++) {
                from = random.nextInt(count);
            }
            boolean isConstant = type[from] != type[k] || random.nextInt(6) == 0;
            next.append(", ").append(isConstant ? constant(type[k], 50 + k) : "%v" + from);
            sum.append(
                    "    %d"
                            + k
                            + " = convert %v"
                            + k
                            + " to f64\n    %m"
                            + k
                            + " = mul %q"
                            + k
                            + ", 3.0\n    %q"
                            + (k + 1)
                            + " = add %m"
                            + k
                            + ", %d"
                            + k
                            + "\n");
        }
        return "func @f(%n: i32) -> f64 {\n^entry:\n    br ^loop("
                + first
                + ")\n^loop("
                + parameters
                + "):\n    %c = lt %i, %n\n    %j = add %i, 1\n    br_if %c, ^loop("
                + next
                + "), ^exit\n^exit:\n"
                + sum
                + "    ret %q"
                + count
                + "\n}\n";
    }

    private static String constant(int type, int value) {
        return value + new String[] {"", "L", ".0f", ".0"}[type];
    }
}
