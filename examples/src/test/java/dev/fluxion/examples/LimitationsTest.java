package dev.fluxion.examples;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.implicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fluxion.DoubleFn;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Examples of docs/limitations.md: what is refused for now, and what next to it is not. */
final class LimitationsTest {

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

    @Test
    void aLambdaThatIsChosenFromSeveral() {
        assertThat(gradient(x -> oneOfTwoLambdas(x), 3.0)).isEqualTo(6);
    }

    private static double oneOfTwoLambdas(double x) {
        DoubleFn chosen = x > 0 ? y -> y * y : y -> y;
        return chosen.applyAsDouble(x);
    }

    @Test
    void aRecordWhoseConstructorHasEffects() {
        assertRefused(ErrorId.NO_RULE, x -> throughARecord(x));
    }

    private record Counted(double x) {
        private static int count;

        Counted {
            count++;
        }
    }

    private static double throughARecord(double x) {
        Counted counted = new Counted(x);
        last = counted;
        return counted.x() * Counted.count;
    }

    private static Object last = "none";

    @Test
    void aCollectionOfActiveValues() {
        assertThat(gradient(x -> throughAList(x), 3.0)).isEqualTo(6);
    }

    private static double throughAList(double x) {
        List<Double> list = new ArrayList<>();
        list.add(x);
        return list.get(0) * x;
    }

    @Test
    void aStream() {
        assertThat(gradient(x -> Arrays.stream(x).map(v -> v * v).sum(), new double[] {1, 2})).containsExactly(2, 4);
    }

    @Test
    void theSumOfAParallelStream() {
        assertThatExceptionOfType(NotDifferentiableException.class)
                .isThrownBy(() -> gradient(x -> Arrays.stream(x).parallel().sum(), new double[] {1, 2}))
                .satisfies(e -> assertThat(e.diagnostics().getFirst().id()).isEqualTo(ErrorId.NO_RULE));
    }

    @Test
    void aMethodChosenWhileTheProgramRuns() {
        assertThat(gradient(x -> SHAPE.area(x), 3.0)).isEqualTo(6);
    }

    @Test
    void aDerivativeTakenInsideOfTry() {
        assertRefused(ErrorId.DERIVATIVE_IN_TRY, x -> guarded(x));
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
    void aNativeMethod() {
        assertRefused(ErrorId.NATIVE_METHOD, x -> x * twice(x));
    }

    private static native double twice(double x);

    @Test
    void aSolverMadeInsideThatOverwritesArraysOfItsOwnThroughMethods() {
        assertRefused(ErrorId.DYNAMIC_CALL, x -> half(p -> halved(p), x));
    }

    @Test
    void suchASolverMadeOutside() {
        assertThat(gradient(x -> half(SOLVER, x), 2.0)).isEqualTo(0.5);
    }

    private static final UnaryOperator<double[]> SOLVER = LimitationsTest::halved;

    private static double half(UnaryOperator<double[]> solver, double x) {
        return implicit(solver, (p, y) -> new double[] {2 * y[0] - p[0]}, new double[] {x})[0];
    }

    private static double[] halved(double[] point) {
        double[] own = {point[0]};
        halve(own);
        return own;
    }

    private static void halve(double[] array) {
        array[0] /= 2;
    }

    private static void assertRefused(ErrorId id, DoubleFn f) {
        assertThatExceptionOfType(NotDifferentiableException.class)
                .isThrownBy(() -> gradient(f, 2.0))
                .satisfies(e -> assertThat(e.diagnostics().getFirst().id()).isEqualTo(id));
    }
}
