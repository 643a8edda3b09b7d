package dev.fluxion.examples;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fluxion.DoubleFn;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The examples of docs/limitations.md: what is refused for now, when the derivative is made. */
final class LimitationsTest {

    private static final Object LOCK = new Object();

    private interface Shape {
        double area(double size);
    }

    private record Square() implements Shape {
        @Override
        public double area(double size) {
            return size * size;
        }
    }

    private static final Shape SHAPE = new Square();

    private record Pair(double x, double y) {}

    @Test
    void aLambdaThatIsChosenFromSeveral() {
        assertRefused(ErrorId.DYNAMIC_CALL, x -> oneOfTwoLambdas(x));
    }

    private static double oneOfTwoLambdas(double x) {
        DoubleFn chosen = x > 0 ? y -> y * y : y -> y;
        return chosen.applyAsDouble(x);
    }

    @Test
    void anObjectThatHoldsAnActiveValue() {
        assertRefused(ErrorId.NO_RULE, x -> throughARecord(x));
    }

    private static double throughARecord(double x) {
        Pair pair = new Pair(x, 2 * x);
        last = pair;
        return pair.x() * pair.y();
    }

    private static Object last = "none";

    @Test
    void aCollectionOfActiveValues() {
        assertRefused(ErrorId.ABSTRACT_METHOD, x -> throughAList(x));
    }

    private static double throughAList(double x) {
        List<Double> list = new ArrayList<>();
        list.add(x);
        return list.get(0) * x;
    }

    @Test
    void aStream() {
        assertThatExceptionOfType(NotDifferentiableException.class)
                .isThrownBy(() -> gradient(x -> Arrays.stream(x).map(v -> v * v).sum(), new double[] {1, 2}));
    }

    @Test
    void aMethodChosenWhileTheProgramRuns() {
        assertRefused(ErrorId.ABSTRACT_METHOD, x -> SHAPE.area(x));
    }

    @Test
    void anExceptionOfTheJvmThatIsCaught() {
        assertRefused(ErrorId.ACTIVE_IN_TRY, x -> swallowing(x, 0));
    }

    private static double swallowing(double x, int divisor) {
        int quotient = 1;
        try {
            quotient = 1 / divisor;
        } catch (ArithmeticException e) {
            return x;
        }
        return quotient * x;
    }

    @Test
    void aSynchronizedBlock() {
        assertRefused(ErrorId.MONITOR, x -> synchronizedSquare(x));
    }

    private static double synchronizedSquare(double x) {
        synchronized (LOCK) {
            return x * x;
        }
    }

    @Test
    void aNativeMethod() {
        assertRefused(ErrorId.NATIVE_METHOD, x -> x * twice(x));
    }

    private static native double twice(double x);

    private static void assertRefused(ErrorId id, DoubleFn f) {
        assertThatExceptionOfType(NotDifferentiableException.class)
                .isThrownBy(() -> gradient(f, 2.0))
                .satisfies(e -> assertThat(e.diagnostics().getFirst().id()).isEqualTo(id));
    }
}
