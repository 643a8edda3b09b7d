package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.lang.invoke.MethodHandles;
import java.util.function.DoubleUnaryOperator;

/** The text of each refusal that the engine itself makes. */
class RefusalTest {

    /** An interface whose implementation is not known. */
    interface Curve {
        double at(double x);
    }

    /** A class that may have subclasses. */
    static class Open {
        double at(double x) {
            return x;
        }
    }

    @Rules(of = Open.class)
    static final class Stray {
        @Partial(of = "under", wrt = 0)
        static double under(Open open, double x, double y) {
            return 1;
        }
    }

    private static native double nowhere(double x);

    private static double boxed(Double x) {
        return x;
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(NotDifferentiableException.class)
                .extracting(thrown ->
                        thrown.getMessage()
                                .replaceAll("lambda\\$\\w+\\$\\w+\\$\\d+", "lambda")
                                .replaceAll("0x[0-9a-f]+", "0x")
                                .replaceAll("RefusalTest.java:\\d+", "RefusalTest.java"))
                .isEqualTo(message);
    }

    @Test
    void nativeMethod() {
        refused(
                () -> gradient(x -> nowhere(x), 1.0),
                """
                [FX-0101] cannot differentiate the native method dev.fluxion.engine.RefusalTest.nowhere
                    at dev.fluxion.engine.RefusalTest.lambda(RefusalTest.java)
                    because it has no bytecode
                    try: a rule for the method (docs/rules.md)        more: docs/errors/FX-0101.md\
                """);
        refused(
                () -> gradient(RefusalTest::nowhere, 1.0),
                """
                [FX-0101] cannot differentiate the native method dev.fluxion.engine.RefusalTest.nowhere
                    at dev.fluxion.engine.RefusalTest.nowhere(RefusalTest.java)
                    because it has no bytecode
                    try: a rule for the method (docs/rules.md)        more: docs/errors/FX-0101.md\
                """);
    }

    @Test
    void lambdaThatDoesNotTellWhenItIsCalled() {
        Curve curve = x -> x * x;
        refused(
                () -> gradient(x -> curve.at(x), 1.0),
                """
                [FX-0202] cannot find the code of a lambda made in dev.fluxion.engine.RefusalTest
                    because it is not serializable, and only serializable lambdas can be asked which method they run; called at dev.fluxion.engine.RefusalTest.lambda(RefusalTest.java)
                    try: make the lambda serializable where it is written: (Curve & Serializable)        more: docs/errors/FX-0202.md\
                """);
    }

    @Test
    void methodsThatASubclassMayOverride() {
        Open open = new Open();
        assertThat(gradient(x -> open.at(x * x), 1.5)).isEqualTo(3);
    }

    @Test
    void lambdaThatIsNotSerializable() {
        DoubleUnaryOperator plain = x -> x * x;
        refused(
                () -> gradient(plain::applyAsDouble, 1.0),
                """
                [FX-0202] cannot find the code of a lambda made in dev.fluxion.engine.RefusalTest
                    because it is not serializable, and only serializable lambdas can be asked which method they run
                    try: make the lambda serializable where it is written: (DoubleUnaryOperator & Serializable)        more: docs/errors/FX-0202.md\
                """);
    }

    @Test
    void derivativeInsideThatIsNotOfNumbers() {
        refused(
                () -> gradient(x -> gradient((Pair p) -> p.a * x, new Pair(x)).a, 1.0),
                """
                [FX-0114] cannot differentiate through dev.fluxion.Fluxion.gradient
                    at dev.fluxion.engine.RefusalTest.lambda(RefusalTest.java)
                    because a derivative that differentiated code takes itself must be of a function between numbers and arrays of numbers, and be taken where it is used
                    try: gradient(f, x), jvp(f, x, direction), jacobian(f, x) or hessian(f, x) there, of a number or an array of numbers, or the derivative outside        more: docs/errors/FX-0114.md\
                """);
    }

    private record Pair(double a) {}

    @Test
    void parameterOfAnotherType() {
        refused(
                () -> gradient(RefusalTest::boxed, 1.0),
                """
                [FX-0206] cannot differentiate dev.fluxion.engine.RefusalTest.boxed in a parameter of type java.lang.Double
                    because it is called with a double, which would have to be converted
                    try: a method that takes a double, or a lambda that converts        more: docs/errors/FX-0206.md\
                """);
    }

    @Test
    void resultThatIsNoNumber() {
        refused(
                () -> gradient(RefusalTest::text, 1.0),
                """
                [FX-0204] cannot differentiate dev.fluxion.engine.RefusalTest.text, which returns java.lang.Double
                    because a gradient is that of one number
                    try: a function that returns a double        more: docs/errors/FX-0204.md\
                """);
    }

    private static Double text(double x) {
        return x;
    }

    @Test
    void classWhoseBytesCannotBeFound() throws Exception {
        DoubleFn hidden = hiddenFunction();
        refused(
                () -> gradient(hidden, 1.0),
                """
                [FX-0104] cannot read the code of dev.fluxion.engine.RefusalTest$Template/0x.applyAsDouble
                    because it was defined as a hidden class, whose bytes nobody keeps
                    try: code that is compiled to a class file, or a rule for the method (docs/rules.md)        more: docs/errors/FX-0104.md\
                """);
    }

    @Test
    void ruleForNoMethod() {
        refused(
                () -> Fluxion.builder().rules(Stray.class).build().gradient(x -> x, 1.0),
                """
                [FX-0406] the rule dev.fluxion.engine.RefusalTest$Stray.under is for no method
                    because no class that it is for has under(Ldev/fluxion/engine/RefusalTest$Open;D)D; it comes with dev.fluxion.engine.RefusalTest$Stray (module dev.fluxion.engine)
                    try: the method's own parameter types, the receiver first, then its result type        more: docs/errors/FX-0406.md\
                """);
    }

    private static DoubleFn hiddenFunction() throws Exception {
        byte[] bytes;
        try (var stream = RefusalTest.class.getResourceAsStream("RefusalTest$Template.class")) {
            bytes = java.util.Objects.requireNonNull(stream).readAllBytes();
        }
        Class<?> hidden = MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
        return (DoubleFn) hidden.getDeclaredConstructor().newInstance();
    }

    /** Defined again as a hidden class. */
    public static final class Template implements DoubleFn {
        private static final long serialVersionUID = 1;

        /** Made by reflection. */
        public Template() {}

        @Override
        public double applyAsDouble(double x) {
            return x * x;
        }
    }
}
