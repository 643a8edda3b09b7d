package dev.fluxion.ir.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.ir.text.Parser;
import dev.fluxion.ir.verify.Verifier;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Control flow, arrays, exceptions, calls, the tape. */
final class InterpreterTest {

    private static Interpreter interpreter(String text) {
        return new Interpreter(Verifier.check(Parser.parseProgram(text)));
    }

    @Test
    void loops() throws Throwable {
        Interpreter pow =
                interpreter(
                        """
                        func @pow(%x: f64, %n: i32) -> f64 {
                        ^entry:
                            br ^loop(1.0, 0)
                        ^loop(%r: f64, %i: i32):
                            %more = lt %i, %n
                            br_if %more, ^body, ^exit
                        ^body:
                            %r2 = mul %r, %x
                            %i2 = add %i, 1
                            br ^loop(%r2, %i2)
                        ^exit:
                            ret %r
                        }
                        """);
        assertThat(pow.call("pow", 3.0, 4)).isEqualTo(81.0);
        assertThat(pow.call("pow", 3.0, -1)).isEqualTo(1.0);
    }

    /** Arguments of an edge are taken before any parameter changes. */
    @Test
    void edgesCopyInParallel() throws Throwable {
        Interpreter rotate =
                interpreter(
                        """
                        func @rotate(%a: i32, %b: i32, %c: i32, %n: i32) -> (i32, i32, i32) {
                        ^entry:
                            br ^loop(%a, %b, %c, %n)
                        ^loop(%x: i32, %y: i32, %z: i32, %left: i32):
                            %left2 = sub %left, 1
                            br_if %left, ^loop(%y, %z, %x, %left2), ^exit
                        ^exit:
                            ret %x, %y, %z
                        }
                        """);
        assertThat(rotate.callAll("rotate", 1, 2, 3, 1)).isEqualTo(List.of(2, 3, 1));
        assertThat(rotate.callAll("rotate", 1, 2, 3, 5)).isEqualTo(List.of(3, 1, 2));
    }

    @Test
    void switchesAndSelect() throws Throwable {
        Interpreter choose =
                interpreter(
                        """
                        func @choose(%i: i32) -> i32 {
                        ^entry:
                            switch %i [-1: ^on(10), 7: ^on(20)] else ^on(%i)
                        ^on(%x: i32):
                            %big = gt %x, 15
                            %r = select %big, %x, 0
                            ret %r
                        }
                        """);
        assertThat(choose.call("choose", -1)).isEqualTo(0);
        assertThat(choose.call("choose", 7)).isEqualTo(20);
        assertThat(choose.call("choose", 16)).isEqualTo(16);
    }

    @Test
    void recursionAndSeveralResults() throws Throwable {
        Interpreter program =
                interpreter(
                        """
                        func @fibonacci(%n: i32) -> (i64, i64) {
                        ^entry:
                            %base = le %n, 0
                            br_if %base, ^zero, ^more
                        ^zero:
                            ret 0L, 1L
                        ^more:
                            %m = sub %n, 1
                            %a: i64, %b: i64 = call @fibonacci(%m)
                            %c = add %a, %b
                            ret %b, %c
                        }

                        func @nothing() {
                        ^entry:
                            ret
                        }
                        """);
        assertThat(program.callAll("fibonacci", 50)).isEqualTo(List.of(12586269025L, 20365011074L));
        assertThat(program.callAll("nothing")).isEmpty();
        assertThatThrownBy(() -> program.call("nothing")).hasMessage("nothing has 0 results");
        assertThatThrownBy(() -> program.call("fibonacci", 1L))
                .hasMessage("argument 0 of fibonacci is i32, but 1 was given");
        assertThatThrownBy(() -> program.call("fibonacci")).hasMessage("fibonacci takes 1 arguments, not 0");
    }

    @Test
    void arraysNarrowAndWiden() throws Throwable {
        for (String type : List.of("bool", "i8", "i16", "char")) {
            Interpreter store =
                    interpreter(
                            """
                            func @f(%a: T[], %v: i32) -> (i32, i32) {
                            ^entry:
                                store T %a[1], %v
                                %r = load T %a[1]
                                %n = length %a
                                ret %r, %n
                            }
                            """
                                    .replace("T", type));
            switch (type) {
                case "bool" -> {
                    assertThat(store.callAll("f", new boolean[3], 3)).isEqualTo(List.of(1, 3));
                    assertThat(store.callAll("f", new boolean[3], 2)).isEqualTo(List.of(0, 3));
                }
                case "i8" -> assertThat(store.callAll("f", new byte[3], 200)).isEqualTo(List.of(-56, 3));
                case "i16" -> assertThat(store.callAll("f", new short[3], 40000)).isEqualTo(List.of(-25536, 3));
                default -> assertThat(store.callAll("f", new char[3], -1)).isEqualTo(List.of(65535, 3));
            }
        }
    }

    @Test
    void arraysAreMade() throws Throwable {
        Interpreter make =
                interpreter(
                        """
                        func @make(%n: i32) -> f64[][][] {
                        ^entry:
                            %a = new_array f64[][][] (%n, 2)
                            ret %a
                        }
                        """);
        double[][][] made = (double[][][]) make.call("make", 3);
        assertThat(made).isDeepEqualTo(new double[3][2][]);
        assertThatThrownBy(() -> make.call("make", -1)).isInstanceOf(NegativeArraySizeException.class);
    }

    @Test
    void arrayExceptionsAreJavas() {
        Interpreter access =
                interpreter(
                        """
                        func @get(%a: f64[], %i: i32) -> f64 {
                        ^entry:
                            %x = load f64 %a[%i]
                            ret %x
                        }
                        func @put(%a: java/lang/Object[], %x: java/lang/Object) {
                        ^entry:
                            store java/lang/Object %a[0], %x
                            ret
                        }
                        func @length(%a: f64[]) -> i32 {
                        ^entry:
                            %n = length %a
                            ret %n
                        }
                        """);
        assertThatThrownBy(() -> access.call("get", new double[2], 2))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class)
                .hasMessage("Index 2 out of bounds for length 2");
        assertThatThrownBy(() -> access.call("get", null, 0)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> access.call("length", (Object) null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> access.callAll("put", new String[1], 1)).isInstanceOf(ArrayStoreException.class);
    }

    @Test
    void handlersCatchWhatFitsInOrder() throws Throwable {
        Interpreter program =
                interpreter(
                        """
                        func @f(%x: i32, %a: i32[]) -> (i32, java/lang/Throwable) {
                        ^entry:
                            %before = add %x, 100
                            br ^try(%before)
                        ^try(%p: i32) catch java/lang/ArithmeticException ^divided(%p) catch java/lang/Exception ^other(%x):
                            %q = idiv 10, %x
                            %r = load i32 %a[%q]
                            ret %r, null
                        ^divided(%e: java/lang/ArithmeticException, %v: i32):
                            ret %v, %e
                        ^other(%e2: java/lang/Exception, %w: i32):
                            ret %w, %e2
                        }
                        """);
        assertThat(program.callAll("f", 5, new int[] {1, 2, 3}).getFirst()).isEqualTo(3);
        assertThat(program.callAll("f", 0, new int[0]))
                .satisfies(results -> {
                    assertThat(results.get(0)).isEqualTo(100);
                    assertThat(results.get(1)).isInstanceOf(ArithmeticException.class);
                });
        assertThat(program.callAll("f", 5, null))
                .satisfies(results -> {
                    assertThat(results.get(0)).isEqualTo(5);
                    assertThat(results.get(1)).isInstanceOf(NullPointerException.class);
                });
    }

    @Test
    void exceptionsPassThroughCalls() throws Throwable {
        Interpreter program =
                interpreter(
                        """
                        func @thrower(%e: java/lang/Throwable) {
                        ^entry:
                            throw %e
                        }
                        func @catcher(%e: java/lang/Throwable) -> java/lang/Object {
                        ^entry catch java/lang/RuntimeException ^caught:
                            call @thrower(%e)
                            ret null
                        ^caught(%x: java/lang/RuntimeException):
                            ret %x
                        }
                        """);
        RuntimeException caught = new IllegalStateException("x");
        assertThat(program.call("catcher", caught)).isSameAs(caught);
        Error passed = new AssertionError("y");
        assertThatThrownBy(() -> program.call("catcher", passed)).isSameAs(passed);
        assertThat(program.call("catcher", (Object) null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void theTapeIsStacksByNumber() throws Throwable {
        Interpreter program =
                interpreter(
                        """
                        func @forward(%x: f64, %n: i32) {
                        ^entry:
                            push 1, %x
                            push 2, %n
                            push 1, 2.5
                            push 3, "s"
                            ret
                        }
                        func @reverse() -> (f64, f64, i32, java/lang/Object) {
                        ^entry:
                            %s = pop 3: java/lang/Object
                            %a = pop 1: f64
                            %b = pop 1: f64
                            %c = pop 2: i32
                            ret %a, %b, %c, %s
                        }
                        func @indexed(%n: i32) -> (f64, i32, i32) {
                        ^entry:
                            push 1, 7.0
                            %base = top 1: f64
                            %data = reserve 1: f64, %n
                            %last = add %base, 4
                            store f64 %data[%last], 3.0
                            %full = top 1: f64
                            %again = release 1: f64, %n
                            %x = load f64 %again[%last]
                            %first = pop 1: f64
                            %sum = add %x, %first
                            ret %sum, %base, %full
                        }
                        """);
        assertThat(program.callAll("forward", 1.5, 4)).isEmpty();
        assertThat(program.isTapeEmpty()).isFalse();
        assertThat(program.callAll("reverse")).isEqualTo(List.of(2.5, 1.5, 4, "s"));
        assertThat(program.isTapeEmpty()).isTrue();
        assertThat(program.callAll("indexed", 100)).isEqualTo(List.of(10.0, 1, 101));
        assertThat(program.isTapeEmpty()).isTrue();
        assertThatThrownBy(() -> program.callAll("reverse"))
                .isInstanceOf(InterpretationException.class)
                .hasMessage("stack 3 holds 0 values, of which 1 are to be popped");
    }

    @Test
    void fuelEndsLoopsThatDoNotEnd() {
        Interpreter program =
                interpreter(
                        """
                        func @f() {
                        ^entry:
                            br ^loop
                        ^loop catch java/lang/Throwable ^caught:
                            br ^loop
                        ^caught(%e: java/lang/Throwable):
                            ret
                        }
                        """);
        assertThatThrownBy(() -> program.withFuel(1000).callAll("f"))
                .isInstanceOf(OutOfFuelException.class)
                .hasMessage("out of fuel in f");
    }
}
