package dev.fluxion.ir.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.ir.text.Parser;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.ir.verify.Verifier;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Each operation on numbers against the Java expression that means the same, on edge values and random ones. */
final class ArithmeticTest {

    @TestFactory
    Stream<DynamicTest> binaryOperationsAreJavas() {
        return JavaArithmetic.cases().stream()
                .map(test ->
                        DynamicTest.dynamicTest(
                                test.operation() + " " + test.x(),
                                () -> {
                                    Interpreter interpreter =
                                            interpreter(
                                                    "func @f(%x: "
                                                            + test.x()
                                                            + ", %y: "
                                                            + test.y()
                                                            + ") -> "
                                                            + test.result()
                                                            + " {\n^entry:\n    %r = "
                                                            + test.operation()
                                                            + " %x, %y\n    ret %r\n}\n");
                                    for (Object x : JavaArithmetic.values(test.x())) {
                                        for (Object y : JavaArithmetic.values(test.y())) {
                                            assertThat(bits(interpreter.call("f", x, y)))
                                                    .as("%s, %s", x, y)
                                                    .isEqualTo(bits(test.java().apply(x, y)));
                                        }
                                    }
                                }));
    }

    @TestFactory
    Stream<DynamicTest> conversionsAreJavas() {
        Map<String, UnaryOperator<Object>> java = new LinkedHashMap<>();
        java.put("i32 bool i32", x -> (Integer) x & 1);
        java.put("i32 i8 i32", x -> (int) (byte) (int) x);
        java.put("i32 i16 i32", x -> (int) (short) (int) x);
        java.put("i32 char i32", x -> (int) (char) (int) x);
        java.put("i32 i64 i64", x -> (long) (int) x);
        java.put("i32 f32 f32", x -> (float) (int) x);
        java.put("i32 f64 f64", x -> (double) (int) x);
        java.put("i64 i32 i32", x -> (int) (long) x);
        java.put("i64 f32 f32", x -> (float) (long) x);
        java.put("i64 f64 f64", x -> (double) (long) x);
        java.put("f32 i32 i32", x -> (int) (float) x);
        java.put("f32 i64 i64", x -> (long) (float) x);
        java.put("f32 f64 f64", x -> (double) (float) x);
        java.put("f64 i32 i32", x -> (int) (double) x);
        java.put("f64 i64 i64", x -> (long) (double) x);
        java.put("f64 f32 f32", x -> (float) (double) x);
        return java.entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(
                                entry.getKey(),
                                () -> {
                                    String[] types = entry.getKey().split(" ", 3);
                                    Interpreter interpreter =
                                            interpreter(
                                                    "func @f(%x: "
                                                            + types[0]
                                                            + ") -> "
                                                            + types[2]
                                                            + " {\n^entry:\n    %r = convert %x to "
                                                            + types[1]
                                                            + "\n    ret %r\n}\n");
                                    for (Type type : JavaArithmetic.TYPES) {
                                        for (Object x :
                                                type.toString().equals(types[0])
                                                        ? JavaArithmetic.values(type)
                                                        : List.of()) {
                                            assertThat(bits(interpreter.call("f", x)))
                                                    .as("%s", x)
                                                    .isEqualTo(bits(entry.getValue().apply(x)));
                                        }
                                    }
                                }));
    }

    @Test
    void negationFlipsTheSignBit() throws Throwable {
        Interpreter f64 = interpreter("func @f(%x: f64) -> f64 {\n^entry:\n    %r = neg %x\n    ret %r\n}\n");
        assertThat(bits(f64.call("f", 0.0))).isEqualTo(bits(-0.0));
        assertThat(f64.call("f", Double.NEGATIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        Interpreter i32 = interpreter("func @f(%x: i32) -> i32 {\n^entry:\n    %r = neg %x\n    ret %r\n}\n");
        assertThat(i32.call("f", Integer.MIN_VALUE)).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void integerDivisionIsJavasWithItsException() throws Throwable {
        for (String type : List.of("i32", "i64")) {
            Interpreter interpreter =
                    interpreter(
                            "func @f(%x: T, %y: T) -> (T, T) {\n^entry:\n    %q = idiv %x, %y\n".replace("T", type)
                                    + "    %r = irem %x, %y\n    ret %q, %r\n}\n");
            boolean isInt = type.equals("i32");
            for (Object x : JavaArithmetic.values(isInt ? PrimitiveType.I32 : PrimitiveType.I64)) {
                for (Object y : JavaArithmetic.values(isInt ? PrimitiveType.I32 : PrimitiveType.I64)) {
                    if (((Number) y).longValue() == 0) {
                        assertThatThrownBy(() -> interpreter.callAll("f", x, y))
                                .isInstanceOf(ArithmeticException.class)
                                .hasMessage("/ by zero");
                    } else if (isInt) {
                        assertThat(interpreter.callAll("f", x, y))
                                .isEqualTo(List.of((Integer) x / (Integer) y, (Integer) x % (Integer) y));
                    } else {
                        assertThat(interpreter.callAll("f", x, y))
                                .isEqualTo(List.of((Long) x / (Long) y, (Long) x % (Long) y));
                    }
                }
            }
        }
    }

    private static Interpreter interpreter(String text) {
        return new Interpreter(Verifier.check(Parser.parseFunction(text)));
    }

    private static Object bits(Object value) {
        return switch (value) {
            case Double d -> Double.doubleToLongBits(d) + "d";
            case Float f -> Float.floatToIntBits(f) + "f";
            default -> value;
        };
    }
}
