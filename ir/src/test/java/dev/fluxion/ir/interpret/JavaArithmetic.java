package dev.fluxion.ir.interpret;

import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;

/** Operations on two numbers, each with the Java expression that means the same, and numbers to try them on. */
final class JavaArithmetic {

    private JavaArithmetic() {}

    static final List<Type> TYPES = List.of(PrimitiveType.I32, PrimitiveType.I64, PrimitiveType.F32, PrimitiveType.F64);

    record Case(String operation, Type x, Type y, Type result, BinaryOperator<Object> java) {}

    static List<Case> cases() {
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

    static List<Object> values(Type type) {
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
