package dev.fluxion.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.name.Names;
import com.sun.management.ThreadMXBean;

import dev.fluxion.backend.Backend;
import dev.fluxion.backend.BackendModule;
import dev.fluxion.backend.CompilationUnit;
import dev.fluxion.backend.CompiledClass;
import dev.fluxion.backend.Entry;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.interpret.Interpreter;
import dev.fluxion.ir.text.Parser;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.ir.verify.Verifier;

import org.junit.jupiter.api.Test;

import java.lang.invoke.MethodHandles;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

class CpuBackendTest {

    private static final String THIS = "dev/fluxion/backend/cpu/CpuBackendTest";

    private double secret = 3;

    /** Called by code beside this class. */
    @SuppressWarnings("UnusedMethod")
    private static double twice(double x) {
        return 2 * x;
    }

    /** As javac names the body of a lambda; captures the first parameter. */
    @SuppressWarnings("UnusedMethod")
    private static double lambda$times$0(double factor, double x) {
        return factor * x;
    }

    /** Called exactly, as javac calls private methods of old class files. */
    @SuppressWarnings("UnusedMethod")
    private double plusSecret(double x) {
        return x + secret;
    }

    private static CompiledClass compile(String text, Class<?> contract, Entry entry, List<Type> captures) {
        Program program = Verifier.check(Parser.parseProgram(text));
        return new CpuBackend()
                .compile(
                        new CompilationUnit(
                                MethodHandles.lookup(),
                                program,
                                contract,
                                List.of(entry),
                                captures,
                                "User.java",
                                "CpuBackendTest$$Fluxion$test"));
    }

    private static DoubleUnaryOperator operator(String text, String function) {
        return (DoubleUnaryOperator)
                compile(text, DoubleUnaryOperator.class, new Entry("applyAsDouble", "(D)D", function), List.of())
                        .newInstance(new Object[0]);
    }

    @Test
    void the_module_is_found_and_binds_the_backend_by_name() {
        CpuBackendTest.class.getModule().addUses(BackendModule.class);
        BackendModule found = ServiceLoader.load(BackendModule.class).findFirst().orElseThrow();
        assertThat(found.backendName()).isEqualTo("cpu");
        assertThat(found.priority()).isZero();
        Backend backend =
                Guice.createInjector((com.google.inject.Module) found)
                        .getInstance(Key.get(Backend.class, Names.named("cpu")));
        assertThat(backend.name()).isEqualTo("cpu");
    }

    @Test
    void private_members_of_the_host_are_accessible() {
        String text =
                """
                func @f(%x: f64) -> f64 {
                ^entry:
                    %y = invoke static THIS.twice(D)D (%x)
                    %o = new THIS.<init>()V ()
                    put_field THIS.secret: f64, %o, 4.0
                    %s = get_field THIS.secret: f64, %o
                    %z = invoke special THIS.plusSecret(D)D (%o, %y)
                    %r = add %z, %s
                    ret %r
                }
                """
                        .replace("THIS", THIS);
        assertThat(operator(text, "f").applyAsDouble(5)).isEqualTo(18);
    }

    @Test
    void lambdas_whose_bodies_are_private_to_the_host_are_made_again() {
        String text =
                """
                func @f(%x: f64) -> f64 {
                ^entry:
                    %g = make_closure java/util/function/DoubleUnaryOperator.applyAsDouble as 6:THIS.lambda$times$0(DD)D (%x) site applyAsDouble (D)Ljava/util/function/DoubleUnaryOperator; by 6:java/lang/invoke/LambdaMetafactory.metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite; [type (D)D, handle 6:THIS.lambda$times$0(DD)D, type (D)D]
                    %h = invoke_dynamic applyAsDouble (LTHIS;)Ljava/util/function/DoubleUnaryOperator; by 6:java/lang/invoke/LambdaMetafactory.metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite; [type (D)D, handle 7:THIS.plusSecret(D)D, type (D)D] (%o)
                    %y = invoke interface java/util/function/DoubleUnaryOperator.applyAsDouble(D)D (%g, 7.0)
                    %z = invoke interface java/util/function/DoubleUnaryOperator.applyAsDouble(D)D (%h, %y)
                    ret %z
                }
                """
                        .replace("    %h =", "    %o = new THIS.<init>()V ()\n    %h =")
                        .replace("THIS", THIS);
        assertThat(operator(text, "f").applyAsDouble(5)).isEqualTo(38);
    }

    @Test
    void captures_are_final_fields() {
        String text =
                """
                func @f(%b: i32, %s: java/lang/String, %d: f64, %o: java/lang/Object) -> java/lang/Object {
                ^entry:
                    %z = ne %b, 0
                    %r = select %z, %s, "no"
                    ret %r
                }
                """;
        Program program = Verifier.check(Parser.parseProgram(text));
        CompiledClass compiled =
                new CpuBackend()
                        .compile(
                                new CompilationUnit(
                                        MethodHandles.lookup(),
                                        program,
                                        Supplier.class,
                                        List.of(new Entry("get", "()Ljava/lang/Object;", "f")),
                                        List.of(
                                                PrimitiveType.BOOL,
                                                ClassType.STRING,
                                                PrimitiveType.F64,
                                                ClassType.OBJECT),
                                        "User.java",
                                        "CpuBackendTest$$Fluxion$captures"));
        assertThat(((Supplier<?>) compiled.newInstance(new Object[] {true, "yes", 1.0, null})).get()).isEqualTo("yes");
        assertThat(((Supplier<?>) compiled.newInstance(new Object[] {false, "yes", 1.0, null})).get()).isEqualTo("no");
        assertThat(compiled.type().isHidden()).isTrue();
        assertThat(compiled.type().getNestHost()).isEqualTo(CpuBackendTest.class);
        assertThat(compiled.type().getName()).startsWith("dev.fluxion.backend.cpu.CpuBackendTest$$Fluxion$captures/");
    }

    private static final String TAPED =
            """
            func @main(%x: f64) -> f64 {
            ^entry:
                %n = convert %x to i32
                call @forward(%x, %n)
                %r, %s: i32, %t: f64 = call @reverse(%n)
                %sd = convert %s to f64
                %u = add %r, %sd
                %v = add %u, %t
                ret %v
            }
            func @forward(%x: f64, %n: i32) {
            ^entry:
                br ^loop(%x, 0)
            ^loop(%r: f64, %i: i32):
                %c = lt %i, %n
                br_if %c, ^body, ^exit
            ^body:
                push 0, %r
                push 1, %i
                %q = mul %r, 1.25
                %j = add %i, 1
                br ^loop(%q, %j)
            ^exit:
                %top = top 2: f64
                %a = reserve 2: f64, 2
                store f64 %a[%top], %r
                ret
            }
            func @reverse(%n: i32) -> (f64, i32, f64) {
            ^entry:
                %a = release 2: f64, 2
                %top = top 2: f64
                %last = load f64 %a[%top]
                br ^loop(0.0, 0, %n)
            ^loop(%r: f64, %s: i32, %i: i32):
                %c = gt %i, 0
                br_if %c, ^body, ^exit
            ^body:
                %p = pop 0: f64
                %k = pop 1: i32
                %q = add %r, %p
                %t = add %s, %k
                %j = sub %i, 1
                br ^loop(%q, %t, %j)
            ^exit:
                ret %r, %s, %last
            }
            """
                    .replace("%r, %s: i32, %t: f64 = call", "%r: f64, %s: i32, %t: f64 = call");

    @Test
    void the_tape_is_shared_and_nothing_is_allocated_per_call() throws Throwable {
        DoubleUnaryOperator f = operator(TAPED, "main");
        Program program = Parser.parseProgram(TAPED);
        assertThat(f.applyAsDouble(9.5)).isEqualTo(new Interpreter(program).call("main", 9.5));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().threadId();
        double sum = 0;
        for (int i = 0; i < 1000; i++) {
            sum += f.applyAsDouble(20.5);
        }
        long before = threads.getThreadAllocatedBytes(id);
        for (int i = 0; i < 1000; i++) {
            sum += f.applyAsDouble(20.5);
        }
        long allocated = threads.getThreadAllocatedBytes(id) - before;
        assertThat(sum).isPositive();
        assertThat(allocated).as("bytes per 1000 calls").isLessThan(1000);
    }

    @Test
    void a_recursive_function_with_two_results() {
        String text =
                """
                func @main(%x: f64) -> f64 {
                ^entry:
                    %n = convert %x to i32
                    %a: f64, %b: f64 = call @fibonacci(%n)
                    ret %b
                }
                func @fibonacci(%n: i32) -> (f64, f64) {
                ^entry:
                    %c = gt %n, 0
                    br_if %c, ^more, ^end
                ^end:
                    ret 0.0, 1.0
                ^more:
                    %m = sub %n, 1
                    %a: f64, %b: f64 = call @fibonacci(%m)
                    %s = add %a, %b
                    ret %b, %s
                }
                """;
        assertThat(operator(text, "main").applyAsDouble(30)).isEqualTo(1346269);
    }

    @Test
    void exceptions_release_the_tape_and_carry_the_users_lines() {
        String text =
                """
                func @f(%x: f64) -> f64 {
                ^entry:
                    push 0, %x  !com.acme.User.f(User.java:3)
                    %n = convert %x to i32  !com.acme.User.f(User.java:4)
                    %d = idiv 1, %n  !com.acme.Other.g(Other.java:99) <- com.acme.User.f(User.java:5)
                    %p = pop 0: f64  !com.acme.User.f(User.java:6)
                    %e = convert %d to f64
                    %r = add %e, %p
                    ret %r
                }
                """;
        DoubleUnaryOperator f = operator(text, "f");
        assertThat(f.applyAsDouble(1.5)).isEqualTo(2.5);
        assertThatThrownBy(() -> f.applyAsDouble(0)).isInstanceOf(ArithmeticException.class);
        assertThat(f.applyAsDouble(1.5)).isEqualTo(2.5);
        CompiledClass compiled =
                compile(text, DoubleUnaryOperator.class, new Entry("applyAsDouble", "(D)D", "f"), List.of());
        assertThat(Compiled.listing(compiled.bytecode(), "f")).containsSubsequence("LINENUMBER 5", "IDIV");
    }

    @Test
    void the_class_is_unloaded_when_nobody_uses_it() throws InterruptedException {
        WeakReference<Class<?>> type =
                new WeakReference<>(
                        compile(TAPED, DoubleUnaryOperator.class, new Entry("applyAsDouble", "(D)D", "main"), List.of())
                                .type());
        for (int i = 0; i < 50 && type.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(type.get()).isNull();
    }

    @Test
    void an_entry_with_other_parameters_than_its_function_is_refused() {
        assertThatThrownBy(() ->
                        compile(
                                TAPED,
                                DoubleUnaryOperator.class,
                                new Entry("applyAsDouble", "(D)D", "forward"),
                                List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("forward takes 2");
    }
}
