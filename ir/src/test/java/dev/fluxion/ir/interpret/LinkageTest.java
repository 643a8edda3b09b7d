package dev.fluxion.ir.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.ir.text.Parser;
import dev.fluxion.ir.verify.Verifier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** What programs reach in Java: methods, fields, objects, closures, dynamic sites and constants. */
final class LinkageTest {

    @SuppressWarnings("UnusedMethod") // they are called by name
    private static class Base {
        double scale = 2;
        boolean flag;
        static short level = 3;

        Base(double scale) {
            this.scale = scale;
        }

        double apply(double x) {
            return scale * x;
        }

        private boolean isPositive(char c, boolean b) {
            return b && c > 'a';
        }
    }

    @SuppressWarnings("UnusedMethod") // they are called by name
    private static final class Derived extends Base {
        Derived() {
            super(10);
        }

        @Override
        double apply(double x) {
            return -1;
        }
    }

    static double twice(double captured, double x) {
        return captured + 2 * x;
    }

    private static final String THIS = "dev/fluxion/ir/interpret/LinkageTest";

    private static final String PROGRAM =
            """
            func @math(%x: f64) -> f64 {
            ^entry:
                %y = invoke static java/lang/Math.sin(D)D (%x)
                ret %y
            }
            func @fields(%o: THIS$Base, %b: i32) -> (f64, i32, i32) {
            ^entry:
                put_field THIS$Base.flag: bool, %o, %b
                put_field THIS$Base.scale: f64, %o, 4.5
                put_static THIS$Base.level: i16, 70000
                %x = get_field THIS$Base.scale: f64, %o
                %y = get_field THIS$Base.flag: bool, %o
                %z = get_static THIS$Base.level: i16
                ret %x, %y, %z
            }
            func @make() -> f64 {
            ^entry:
                %o = new THIS$Base.<init>(D)V (3.0)
                %y = invoke virtual THIS$Base.apply(D)D (%o, 7.0)
                ret %y
            }
            func @dispatch(%o: THIS$Base) -> (f64, f64) {
            ^entry:
                %virtual = invoke virtual THIS$Base.apply(D)D (%o, 1.0)
                %special = invoke special THIS$Base.apply(D)D (%o, 1.0)
                ret %virtual, %special
            }
            func @narrow(%o: THIS$Base, %c: i32, %b: i32) -> i32 {
            ^entry:
                %y = invoke special THIS$Base.isPositive(CZ)Z (%o, %c, %b)
                ret %y
            }
            func @interfaces(%l: java/util/List) -> i32 {
            ^entry:
                %n = invoke interface java/util/List.size()I (%l)
                ret %n
            }
            func @closure(%c: f64) -> java/util/function/DoubleUnaryOperator {
            ^entry:
                %f = make_closure java/util/function/DoubleUnaryOperator.applyAsDouble as 6:THIS.twice(DD)D (%c) site \
            applyAsDouble (D)Ljava/util/function/DoubleUnaryOperator; by \
            6:java/lang/invoke/LambdaMetafactory.metafactory(Ljava/lang/invoke/MethodHandles$Lookup;\
            Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;\
            Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite; \
            [type (D)D, handle 6:THIS.twice(DD)D, type (D)D]
                ret %f
            }
            func @concat(%x: f64, %c: i32) -> java/lang/String {
            ^entry:
                %s = invoke_dynamic makeConcatWithConstants (DCZ)Ljava/lang/String; by \
            6:java/lang/invoke/StringConcatFactory.makeConcatWithConstants(Ljava/lang/invoke/MethodHandles$Lookup;\
            Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/String;[Ljava/lang/Object;)\
            Ljava/lang/invoke/CallSite; ["x=\\u0001 c=\\u0001 b=\\u0001\\u0002", "!"] (%x, %c, 1)
                ret %s
            }
            func @constants() -> (java/lang/Object, java/lang/Object, java/lang/Object, java/lang/Object, i32) {
            ^entry:
                ret "text", class f64[], type (I[D)V, handle 6:java/lang/Math.cos(D)D, dynamic MAX_VALUE I by \
            6:java/lang/invoke/ConstantBootstraps.getStaticFinal(Ljava/lang/invoke/MethodHandles$Lookup;\
            Ljava/lang/String;Ljava/lang/Class;Ljava/lang/Class;)Ljava/lang/Object; [class java/lang/Integer]
            }
            func @types(%o: java/lang/Object) -> (i32, java/lang/Object) {
            ^entry:
                %is = instance_of %o, java/lang/Number
                %as = check_cast %o, java/lang/Number
                ret %is, %as
            }
            func @same(%x: java/lang/Object, %y: java/lang/Object) -> (i32, i32) {
            ^entry:
                %eq = eq %x, %y
                %ne = ne %x, %y
                ret %eq, %ne
            }
            func @monitors(%o: java/lang/Object) {
            ^entry:
                monitor_enter %o
                monitor_exit %o
                monitor_exit %o
                ret
            }
            func @missing() {
            ^entry catch java/lang/Throwable ^caught:
                invoke static java/lang/Math.nonsense()V ()
                ret
            ^caught(%e: java/lang/Throwable):
                ret
            }
            """;

    private Interpreter program;

    @BeforeEach
    void link() {
        program =
                new Interpreter(
                        Verifier.check(Parser.parseProgram(PROGRAM.replace("THIS", THIS))),
                        new ReflectiveLinkage(MethodHandles.lookup()));
    }

    @Test
    void staticMethods() throws Throwable {
        assertThat(program.call("math", 1.0)).isEqualTo(Math.sin(1.0));
    }

    @Test
    void fieldsNarrowAndWiden() throws Throwable {
        Base base = new Base(1);
        assertThat(program.callAll("fields", base, 1)).isEqualTo(List.of(4.5, 1, (int) (short) 70000));
        assertThat(base.flag).isTrue();
        assertThat(Base.level).isEqualTo((short) 70000);
        assertThatThrownBy(() -> program.callAll("fields", null, 1)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void objectsAndDispatch() throws Throwable {
        assertThat(program.call("make")).isEqualTo(21.0);
        assertThat(program.callAll("dispatch", new Derived())).isEqualTo(List.of(-1.0, 10.0));
        assertThatThrownBy(() -> program.callAll("dispatch", (Object) null)).isInstanceOf(NullPointerException.class);
        assertThat(program.call("narrow", new Base(1), (int) 'b', true)).isEqualTo(1);
        assertThat(program.call("narrow", new Base(1), (int) 'a', 1)).isEqualTo(0);
        assertThat(program.call("interfaces", List.of(1, 2))).isEqualTo(2);
    }

    @Test
    void closuresAndDynamicSites() throws Throwable {
        assertThat(((DoubleUnaryOperator) program.call("closure", 5.0)).applyAsDouble(3)).isEqualTo(11.0);
        assertThat(program.call("concat", 1.5, (int) 'q')).isEqualTo("x=1.5 c=q b=true!");
        assertThat(program.call("concat", 2.5, (int) 'r')).isEqualTo("x=2.5 c=r b=true!");
    }

    @Test
    void constants() throws Throwable {
        List<Object> values = program.callAll("constants");
        assertThat(values.get(0)).isSameAs("text");
        assertThat(values.get(1)).isEqualTo(double[].class);
        assertThat(values.get(2)).hasToString("(int,double[])void");
        assertThat((double) ((java.lang.invoke.MethodHandle) values.get(3)).invokeExact(1.0)).isEqualTo(Math.cos(1.0));
        assertThat(values.get(4)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void typesAndIdentity() throws Throwable {
        assertThat(program.callAll("types", 3)).isEqualTo(List.of(1, 3));
        assertThat(program.callAll("types", (Object) null)).containsExactly(0, null);
        assertThatThrownBy(() -> program.callAll("types", "s")).isInstanceOf(ClassCastException.class);
        String text = new String("a");
        assertThat(program.callAll("same", text, text)).isEqualTo(List.of(1, 0));
        assertThat(program.callAll("same", text, new String("a"))).isEqualTo(List.of(0, 1));
        assertThat(program.callAll("same", null, null)).isEqualTo(List.of(1, 0));
    }

    @Test
    void monitorsAreBalanced() {
        assertThatThrownBy(() -> program.callAll("monitors", new Object()))
                .isInstanceOf(IllegalMonitorStateException.class);
        assertThatThrownBy(() -> program.callAll("monitors", (Object) null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void whatCannotBeLinkedIsNotCaughtByTheProgram() {
        assertThatThrownBy(() -> program.callAll("missing"))
                .isInstanceOf(InterpretationException.class)
                .hasMessageStartingWith("cannot link java/lang/Math.nonsense()V: ");
    }
}
