package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** The text of each refusal of code that the derivative would have to go through. */
class UncoveredCodeTest {

    private static DoubleSupplier held = () -> 0;

    private record Pair(double x, double y) {
        static int made;

        Pair {
            made++;
        }
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(NotDifferentiableException.class)
                .extracting(thrown ->
                        thrown.getMessage()
                                .replaceAll("lambda\\$\\w+\\$\\w+\\$\\d+", "lambda")
                                .replaceAll("Test.java:\\d+", "Test.java"))
                .isEqualTo(message);
    }

    @Test
    void derivativeTakenInTry() {
        refused(
                () -> gradient(x -> guarded(x), 1.0),
                """
                [FX-0105] cannot differentiate a derivative that is taken inside of try
                    at dev.fluxion.engine.UncoveredCodeTest.guarded(UncoveredCodeTest.java)
                    because an exception that is caught would leave its record half written
                    reached from lambda at UncoveredCodeTest.java
                    try: take the inner derivative outside of the try block        more: docs/errors/FX-0105.md\
                """);
    }

    private static double guarded(double x) {
        try {
            return x * gradient(y -> looped(x, y), 1.0);
        } catch (ArithmeticException e) {
            return 0;
        }
    }

    private static double looped(double x, double y) {
        double z = y;
        for (int i = 0; i < 10; i++) {
            z = Math.sin(z * x);
        }
        return z;
    }

    @Test
    void objectThatHoldsAnActiveValue() {
        refused(
                () -> gradient(x -> throughARecord(x), 1.0),
                """
                [FX-0107] cannot differentiate the call to dev.fluxion.engine.UncoveredCodeTest$Pair.<init>
                    at dev.fluxion.engine.UncoveredCodeTest.throughARecord(UncoveredCodeTest.java)
                    because what its constructor does with numbers cannot be followed, or only by running it twice
                    reached from lambda at UncoveredCodeTest.java
                    try: pass numbers or arrays of numbers, or give the method a rule (docs/rules.md)        more: docs/errors/FX-0107.md\
                """);
    }

    private static double throughARecord(double x) {
        Pair pair = new Pair(x, 2);
        return System.identityHashCode(pair) * x + Pair.made;
    }

    @Test
    void memberOutOfReach() {
        refused(
                () -> gradient(x -> ThreadLocalRandom.current().nextDouble(0, x), 1.0),
                """
                [FX-0112] cannot differentiate the call to java.util.concurrent.ThreadLocalRandom.nextDouble
                    at dev.fluxion.engine.UncoveredCodeTest.lambda(UncoveredCodeTest.java)
                    because method java.util.Random.nextDouble is not exported in module java.base
                    try: a rule for the method (docs/rules.md)        more: docs/errors/FX-0112.md\
                """);
    }

    @Test
    void closureThatStaysAnObject() {
        org.assertj.core.api.Assertions.assertThat(gradient(x -> throughAClosure(x), 1.0)).isEqualTo(2);
    }

    private static double throughAClosure(double x) {
        held = () -> x * x;
        return held.getAsDouble();
    }

    @Test
    void methodWithoutParameters() throws Exception {
        var method = Math.class.getMethod("random");
        refused(
                () -> gradient(method),
                """
                [FX-0205] cannot differentiate java.lang.Math.random, which has no parameters
                    because there is nothing to differentiate in
                    try: a method of doubles, or of one array of doubles        more: docs/errors/FX-0205.md\
                """);
    }

    @Test
    void unknownBackend() {
        refused(
                () -> Fluxion.using("gpu").gradient(x -> x, 1.0),
                """
                [FX-0401] there is no backend "gpu"; did you mean "cpu"?
                    because no provider on the module path or class path announces that name
                    try: one of: cpu        more: docs/errors/FX-0401.md\
                """);
    }
}
