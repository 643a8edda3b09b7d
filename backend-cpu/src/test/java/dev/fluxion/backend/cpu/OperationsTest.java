package dev.fluxion.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.interpret.Interpreter;
import dev.fluxion.ir.text.Parser;
import dev.fluxion.ir.verify.Verifier;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Each operation on edge values, alone, against the interpreter. */
class OperationsTest {

    private static final List<String> TYPES = List.of("i32", "i64", "f32", "f64");

    private static List<Object> edgeValues(String type) {
        return switch (type) {
            case "i32" -> List.of(0, 1, -1, 7, 31, 33, 1000, 70_000, Integer.MAX_VALUE, Integer.MIN_VALUE);
            case "i64" -> List.of(0L, 1L, -1L, 7L, 63L, 65L, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE);
            case "f32" ->
                    List.of(
                            0f,
                            -0f,
                            1f,
                            2f,
                            -1.5f,
                            1e30f,
                            Float.MIN_VALUE,
                            Float.POSITIVE_INFINITY,
                            -1f / 0,
                            Float.NaN);
            default ->
                    List.of(
                            0.0,
                            -0.0,
                            1.0,
                            2.0,
                            -1.5,
                            1e300,
                            3e9,
                            1e19,
                            Double.MIN_VALUE,
                            1.0 / 0,
                            -1.0 / 0,
                            Double.NaN);
        };
    }

    private static Function function(String from, String second, String to, String operation) {
        return Verifier.check(
                Parser.parseFunction(
                        "func @f(%x: "
                                + from
                                + ", %y: "
                                + second
                                + ") -> "
                                + to
                                + " {\n^entry:\n    "
                                + operation
                                + "\n    ret %r\n}\n"));
    }

    private static DynamicTest test(String from, String second, String to, String operation) {
        return DynamicTest.dynamicTest(
                from + " " + operation, () -> compare(function(from, second, to, operation), from, second));
    }

    private static void compare(Function function, String from, String second) {
        Interpreter interpreter = new Interpreter(function);
        Compiled compiled = Compiled.of(function);
        for (Object x : edgeValues(from)) {
            for (Object y : edgeValues(second)) {
                Object expected = outcome(() -> interpreter.call("f", x, y));
                assertThat(outcome(() -> compiled.call(x, y))).as("%s, %s", x, y).isEqualTo(expected);
            }
        }
    }

    private interface Call {
        Object run() throws Throwable;
    }

    private static Object outcome(Call call) {
        try {
            return call.run();
        } catch (ArithmeticException e) {
            return "thrown";
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> arithmetic() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String type : TYPES) {
            boolean integer = type.startsWith("i");
            for (String kind : List.of("add", "sub", "mul")) {
                tests.add(test(type, type, type, "%r = " + kind + " %x, %y"));
            }
            for (String kind : integer ? List.of("idiv", "irem", "and", "or", "xor") : List.of("div", "rem")) {
                tests.add(test(type, type, type, "%r = " + kind + " %x, %y"));
            }
            for (String kind : integer ? List.of("shl", "shr", "ushr") : List.<String>of()) {
                tests.add(test(type, "i32", type, "%r = " + kind + " %x, %y"));
            }
            tests.add(test(type, type, type, "%r = neg %x"));
            for (String to : TYPES) {
                tests.add(test(type, type, to, "%r = convert %x to " + to));
            }
            tests.add(test(type, "i32", type, "%s = neg %x\n    %r = select %y, %x, %s"));
        }
        for (String to : List.of("bool", "i8", "i16", "char")) {
            tests.add(test("i32", "i32", "i32", "%r = convert %x to " + to));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> comparisons_as_values_in_branches_and_in_selections() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String type : TYPES) {
            for (String kind : List.of("eq", "ne", "lt", "le", "gt", "ge")) {
                String zero =
                        type.equals("i32") ? "0" : type.equals("i64") ? "0L" : type.equals("f32") ? "0.0f" : "0.0";
                for (String operands : List.of("%x, %y", "%x, " + zero, zero + ", %y")) {
                    String compare = "%c = " + kind + " " + operands;
                    tests.add(test(type, type, "i32", compare + "\n    %r = add %c, 10"));
                    tests.add(test(type, type, type, compare + "\n    %r = select %c, %x, %y"));
                    tests.add(
                            test(
                                    type,
                                    type,
                                    "i32",
                                    compare
                                            + "\n    br_if %c, ^yes, ^no\n^no:\n    br ^end(2)\n^yes:\n    br ^end(1)\n"
                                            + "^end(%r: i32):"));
                    tests.add(test(type, type, "i32", compare + "\n    br_if %c, ^end(1), ^end(2)\n^end(%r: i32):"));
                }
            }
            if (!type.equals("i32")) {
                tests.add(test(type, type, "i32", "%r = cmp -1, %x, %y"));
                tests.add(test(type, type, "i32", "%r = cmp 1, %x, %y"));
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> arrays_of_every_element() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String element : List.of("bool", "i8", "i16", "char", "i32")) {
            tests.add(
                    test(
                            "i32",
                            "i32",
                            "i32",
                            "%a = new_array ELEMENT[] (3)\n    store ELEMENT %a[1], %x\n    %r = load ELEMENT %a[1]"
                                    .replace("ELEMENT", element)));
        }
        for (String element : List.of("i64", "f32", "f64")) {
            tests.add(
                    test(
                            element,
                            "i32",
                            element,
                            "%a = new_array ELEMENT[][] (2, 3)\n    %b = load ELEMENT[] %a[1]\n    store ELEMENT %b[1], %x\n"
                                            .replace("ELEMENT", element)
                                    + "    %r = load ELEMENT %b[1]".replace("ELEMENT", element)));
        }
        return tests.stream();
    }
}
