package dev.fluxion.ir.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Printing and parsing undo each other, on golden files and on random constants and names. */
final class TextTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/text");

    @TestFactory
    Stream<DynamicTest> printingWhatWasParsedGivesTheFileBack() {
        return Stream.of("pow", "operations", "calls", "constants", "control", "program")
                .map(name ->
                        DynamicTest.dynamicTest(
                                name,
                                () -> {
                                    Path file = GOLDEN.resolve(name + ".ir");
                                    String text = Files.readString(file);
                                    Program program = Parser.parseProgram(text);
                                    String printed = Printer.print(program);
                                    if (Boolean.getBoolean("golden.update")) {
                                        Files.writeString(file, printed);
                                    }
                                    assertThat(printed).isEqualTo(text);
                                    assertSame(Parser.parseProgram(printed), program);
                                }));
    }

    @Test
    void positionsRoundTrip() throws IOException {
        String text = Files.readString(GOLDEN.resolve("positions.ir"));
        Function function = Parser.parseFunction(text);
        assertThat(Printer.printWithPositions(function)).isEqualTo(text);
        assertThat(Printer.print(function)).doesNotContain("!");
        Position first = function.entry().statements().getFirst().position();
        assertThat(first.toString()).isEqualTo("com.acme.Pricer.path(Pricer.java:58)");
        assertThat(first.inlinedAt()).isPresent();
        assertThat(function.entry().position().line()).isEqualTo(12);
    }

    @Test
    void goldenFilesHaveEveryOperationConstantAndTerminator() throws IOException {
        Set<Class<?>> seen = new HashSet<>();
        for (String name : List.of("operations", "calls", "constants", "control")) {
            String text = Files.readString(GOLDEN.resolve(name + ".ir"));
            for (Block block : Parser.parseFunction(text).blocks()) {
                for (Statement statement : block.statements()) {
                    seen.add(statement.op().getClass());
                }
                seen.add(block.terminator().getClass());
                for (Value value : block.terminator().operands()) {
                    seen.add(value.getClass());
                }
            }
        }
        assertThat(seen).contains(Op.class.getPermittedSubclasses());
        assertThat(seen).contains(Constant.class.getPermittedSubclasses());
        assertThat(seen)
                .contains(
                        Terminator.Jump.class,
                        Terminator.Branch.class,
                        Terminator.Switch.class,
                        Terminator.Return.class,
                        Terminator.Throw.class,
                        Terminator.Unreachable.class);
    }

    @Test
    void numbersOfVariablesAndLabelsDoNotMatter() {
        assertThat(Printer.print(square(0, 0))).isEqualTo(Printer.print(square(17, 40)));
        assertThat(Parser.parseFunction(Printer.print(square(17, 40)))).isEqualTo(square(0, 0));
    }

    private static Function square(int firstVariable, int firstLabel) {
        Variable x = new Variable(firstVariable, PrimitiveType.F64, "x");
        Variable y = new Variable(firstVariable + 1, PrimitiveType.F64, "");
        Statement multiply = new Statement(List.of(y), new Op.Negate(x), Position.NONE);
        return new Function(
                "f",
                List.of(PrimitiveType.F64),
                List.of(
                        new Block(
                                new Label(firstLabel, "entry"),
                                List.of(x),
                                List.of(multiply),
                                new Terminator.Return(List.of(y)),
                                Position.NONE,
                                List.of())));
    }

    @Test
    void constantsRoundTripBitForBit() {
        Random random = new Random(20261122);
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            values.add(Constant.of(random.nextInt()));
            values.add(Constant.of(random.nextLong()));
            values.add(Constant.of(Double.longBitsToDouble(random.nextLong())));
            values.add(Constant.of(Float.intBitsToFloat(random.nextInt())));
            values.add(Constant.of(random.nextGaussian()));
            values.add(Constant.of((float) random.nextInt(100)));
            values.add(Constant.of(Double.longBitsToDouble(random.nextLong() | 0x7FF0_0000_0000_0000L)));
            values.add(Constant.of(Float.intBitsToFloat(random.nextInt() | 0x7F80_0000)));
            values.add(new Constant.StringConstant(text(random)));
        }
        List<Value> read = Parser.parseFunction(Printer.print(function("f", values))).entry().terminator().operands();
        assertThat(read).hasSameSizeAs(values);
        for (int i = 0; i < values.size(); i++) {
            assertThat(bits(read.get(i))).isEqualTo(bits(values.get(i)));
        }
    }

    @Test
    void anyNameRoundTrips() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            FunctionBuilder out = new FunctionBuilder(text(random), List.of());
            Variable x = out.variable(PrimitiveType.I32, text(random));
            Variable y = out.variable(PrimitiveType.I32, random.nextBoolean() ? x.name() : x.name() + ".1");
            Label label = out.label(text(random));
            out.begin(label, List.of(x, y));
            out.end(new Terminator.Return(List.of(y, x)));
            Function function = out.build();
            Function read = Parser.parseFunction(Printer.print(function));
            assertThat(read).isEqualTo(function);
            assertThat(read.parameters()).extracting(Variable::name).containsExactly(x.name(), y.name());
            assertThat(read.entry().label().name()).isEqualTo(label.name());
        }
    }

    private static Function function(String name, List<Value> returned) {
        FunctionBuilder out = new FunctionBuilder(name, List.of());
        out.begin(out.label("entry"), List.of());
        out.end(new Terminator.Return(returned));
        return out.build();
    }

    private static String text(Random random) {
        String characters = "abcXYZ019_$./<>;[(\"\\ \n\t-%^@\u00e9\u4e2d\uD83D";
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    private static Object bits(Value value) {
        return switch (value) {
            case Constant.DoubleConstant(double d) -> Double.doubleToRawLongBits(d);
            case Constant.FloatConstant(float f) -> Float.floatToRawIntBits(f);
            default -> value;
        };
    }

    private static void assertSame(Program actual, Program expected) {
        assertThat(actual).isEqualTo(expected);
        for (Function function : expected.functions().values()) {
            assertThat(variables(actual.function(function.name()))).isEqualTo(variables(function));
        }
    }

    /** With types and names, which equality leaves out. */
    private static List<String> variables(Function function) {
        List<String> all = new ArrayList<>();
        for (Block block : function.blocks()) {
            List<Variable> defined = new ArrayList<>(block.parameters());
            block.statements().forEach(statement -> defined.addAll(statement.results()));
            defined.forEach(variable -> all.add(variable + ": " + variable.type()));
            all.add(block.label().toString());
        }
        return all;
    }
}
