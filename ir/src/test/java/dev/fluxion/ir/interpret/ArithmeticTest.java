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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Each operation on numbers against the Java expression that means the same, on edge values and random ones. */
final class ArithmeticTest {

    private static final List<Type> TYPES =
            List.of(PrimitiveType.I32, PrimitiveType.I64, PrimitiveType.F32, PrimitiveType.F64);

    private record Case(String operation, Type x, Type y, Type result, BinaryOperator<Object> java) {}

    private static final List<Case> CASES = cases();

    private static List<Case> cases() {
        List<Case> all = new ArrayList<>();
        ints(all, "add", (x, y) -> x + y);
        ints(all, "sub", (x, y) -> x - y);
        ints(all, "mul", (x, y) -> x * y);
        ints(all, "and", (x, y) -> x & y);
        ints(all, "or", (x, y) -> x | y);
        ints(all, "xor", (x, y) -> x ^ y);
        ints(all, "shl", (x, y) -> x << y);
        ints(all, "shr", (x, y) -> x >> y);
        ints(all, "ushr", (x, y) -> x >>> y);
        longs(all, "add", (x, y) -> x + y);
        longs(all, "sub", (x, y) -> x - y);
        longs(all, "mul", (x, y) -> x * y);
        longs(all, "and", (x, y) -> x & y);
        longs(all, "or", (x, y) -> x | y);
        longs(all, "xor", (x, y) -> x ^ y);
        shifts(all, "shl", (x, y) -> (Long) x << (Integer) y);
        shifts(all, "shr", (x, y) -> (Long) x >> (Integer) y);
        shifts(all, "ushr", (x, y) -> (Long) x >>> (Integer) y);
        floats(all, "add", (x, y) -> x + y);
        floats(all, "sub", (x, y) -> x - y);
        floats(all, "mul", (x, y) -> x * y);
        floats(all, "div", (x, y) -> x / y);
        floats(all, "rem", (x, y) -> x % y);
        doubles(all, "add", (x, y) -> x + y);
        doubles(all, "sub", (x, y) -> x - y);
        doubles(all, "mul", (x, y) -> x * y);
        doubles(all, "div", (x, y) -> x / y);
        doubles(all, "rem", (x, y) -> x % y);
        comparisons(all);
        return all;
    }

    private static void ints(List<Case> all, String name, BinaryOperator<Integer> java) {
        Type type = PrimitiveType.I32;
        all.add(new Case(name, type, type, type, (x, y) -> java.apply((Integer) x, (Integer) y)));
    }

    private static void longs(List<Case> all, String name, BinaryOperator<Long> java) {
        Type type = PrimitiveType.I64;
        all.add(new Case(name, type, type, type, (x, y) -> java.apply((Long) x, (Long) y)));
    }

    private static void shifts(List<Case> all, String name, BinaryOperator<Object> java) {
        all.add(new Case(name, PrimitiveType.I64, PrimitiveType.I32, PrimitiveType.I64, java));
    }

    private static void floats(List<Case> all, String name, BinaryOperator<Float> java) {
        Type type = PrimitiveType.F32;
        all.add(new Case(name, type, type, type, (x, y) -> java.apply((Float) x, (Float) y)));
    }

    private static void doubles(List<Case> all, String name, BinaryOperator<Double> java) {
        Type type = PrimitiveType.F64;
        all.add(new Case(name, type, type, type, (x, y) -> java.apply((Double) x, (Double) y)));
    }

    private static void comparisons(List<Case> all) {
        comparison(all, "lt", (i, k) -> i < k, (j, k) -> j < k, (f, g) -> f < g, (d, e) -> d < e);
        comparison(all, "le", (i, k) -> i <= k, (j, k) -> j <= k, (f, g) -> f <= g, (d, e) -> d <= e);
        comparison(all, "gt", (i, k) -> i > k, (j, k) -> j > k, (f, g) -> f > g, (d, e) -> d > e);
        comparison(all, "ge", (i, k) -> i >= k, (j, k) -> j >= k, (f, g) -> f >= g, (d, e) -> d >= e);
        comparison(all, "eq", (i, k) -> i == k, (j, k) -> j == k, (f, g) -> f == g, (d, e) -> d == e);
        comparison(all, "ne", (i, k) -> i != k, (j, k) -> j != k, (f, g) -> f != g, (d, e) -> d != e);
        for (int ifNan : new int[] {-1, 1}) {
            Type result = PrimitiveType.I32;
            all.add(
                    new Case(
                            "cmp " + ifNan + ",",
                            PrimitiveType.I64,
                            PrimitiveType.I64,
                            result,
                            (x, y) -> Long.compare((Long) x, (Long) y)));
            all.add(
                    new Case(
                            "cmp " + ifNan + ",",
                            PrimitiveType.F64,
                            PrimitiveType.F64,
                            result,
                            (x, y) -> order((Double) x, (Double) y, ifNan)));
            all.add(
                    new Case(
                            "cmp " + ifNan + ",",
                            PrimitiveType.F32,
                            PrimitiveType.F32,
                            result,
                            (x, y) -> order((Float) x, (Float) y, ifNan)));
        }
    }

    private static int order(double x, double y, int ifNan) {
        return Double.isNaN(x) || Double.isNaN(y) ? ifNan : x < y ? -1 : x > y ? 1 : 0;
    }

    private interface Ints {
        boolean test(int x, int y);
    }

    private interface Longs {
        boolean test(long x, long y);
    }

    private interface Floats {
        boolean test(float x, float y);
    }

    private interface Doubles {
        boolean test(double x, double y);
    }

    private static void comparison(List<Case> all, String name, Ints i, Longs j, Floats f, Doubles d) {
        List<BinaryOperator<Object>> java =
                List.of(
                        (x, y) -> i.test((Integer) x, (Integer) y) ? 1 : 0,
                        (x, y) -> j.test((Long) x, (Long) y) ? 1 : 0,
                        (x, y) -> f.test((Float) x, (Float) y) ? 1 : 0,
                        (x, y) -> d.test((Double) x, (Double) y) ? 1 : 0);
        for (int t = 0; t < TYPES.size(); t++) {
            all.add(new Case(name, TYPES.get(t), TYPES.get(t), PrimitiveType.I32, java.get(t)));
        }
    }

    @TestFactory
    Stream<DynamicTest> binaryOperationsAreJavas() {
        return CASES.stream()
                .map(test ->
                        DynamicTest.dynamicTest(
                                test.operation + " " + test.x,
                                () -> {
                                    Interpreter interpreter =
                                            interpreter(
                                                    "func @f(%x: "
                                                            + test.x
                                                            + ", %y: "
                                                            + test.y
                                                            + ") -> "
                                                            + test.result
                                                            + " {\n^entry:\n    %r = "
                                                            + test.operation
                                                            + " %x, %y\n    ret %r\n}\n");
                                    for (Object x : values(test.x)) {
                                        for (Object y : values(test.y)) {
                                            assertThat(bits(interpreter.call("f", x, y)))
                                                    .as("%s, %s", x, y)
                                                    .isEqualTo(bits(test.java.apply(x, y)));
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
                                    String[] types = entry.getKey().split(" ");
                                    Interpreter interpreter =
                                            interpreter(
                                                    "func @f(%x: "
                                                            + types[0]
                                                            + ") -> "
                                                            + types[2]
                                                            + " {\n^entry:\n    %r = convert %x to "
                                                            + types[1]
                                                            + "\n    ret %r\n}\n");
                                    for (Type type : TYPES) {
                                        for (Object x : type.toString().equals(types[0]) ? values(type) : List.of()) {
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
            for (Object x : values(isInt ? PrimitiveType.I32 : PrimitiveType.I64)) {
                for (Object y : values(isInt ? PrimitiveType.I32 : PrimitiveType.I64)) {
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

    private static List<Object> values(Type type) {
        Random random = new Random(20261122);
        List<Object> all = new ArrayList<>();
        if (type == PrimitiveType.I32) {
            all.addAll(
                    List.of(
                            0,
                            1,
                            -1,
                            2,
                            31,
                            32,
                            33,
                            127,
                            128,
                            255,
                            65535,
                            65536,
                            Integer.MIN_VALUE,
                            Integer.MAX_VALUE,
                            16777217));
            random.ints(20).forEach(all::add);
        } else if (type == PrimitiveType.I64) {
            all.addAll(
                    List.of(
                            0L,
                            1L,
                            -1L,
                            63L,
                            64L,
                            1L << 31,
                            1L << 32,
                            (1L << 53) + 1,
                            Long.MIN_VALUE,
                            Long.MAX_VALUE,
                            (long) Integer.MIN_VALUE));
            random.longs(20).forEach(all::add);
        } else if (type == PrimitiveType.F32) {
            all.addAll(
                    List.of(
                            0f,
                            -0f,
                            1f,
                            -1.5f,
                            2.5f,
                            Float.MIN_VALUE,
                            Float.MAX_VALUE,
                            Float.NaN,
                            Float.POSITIVE_INFINITY,
                            Float.NEGATIVE_INFINITY,
                            3e9f,
                            1e19f,
                            -1e19f));
            random.ints(20).forEach(bits -> all.add(Float.intBitsToFloat(bits)));
        } else {
            all.addAll(
                    List.of(
                            0.0,
                            -0.0,
                            1.0,
                            -1.5,
                            2.5,
                            Double.MIN_VALUE,
                            Double.MAX_VALUE,
                            Double.NaN,
                            Double.POSITIVE_INFINITY,
                            Double.NEGATIVE_INFINITY,
                            3e9,
                            1e19,
                            -1e19,
                            1e-320,
                            0.1));
            random.longs(20).forEach(bits -> all.add(Double.longBitsToDouble(bits)));
        }
        return all;
    }
}
