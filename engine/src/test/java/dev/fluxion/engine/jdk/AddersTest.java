package dev.fluxion.engine.jdk;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.Slopes;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.DoubleAdder;

/** What {@code java.util.concurrent.atomic} holds. */
@SuppressWarnings("UnnecessaryAsync") // it is what is tested
class AddersTest {

    private static final double[] X = {3, 1, 2.5};

    @Test
    void aSumInAnAdder() {
        Slopes.assertRight(x -> summed(x), X);
    }

    private static double summed(double[] x) {
        DoubleAdder adder = new DoubleAdder();
        for (double element : x) {
            adder.add(element * element);
        }
        return adder.sum() * x[0] + adder.doubleValue() + adder.intValue();
    }

    @Test
    void anAdderThatIsReset() {
        Slopes.assertRight(x -> reset(x), X);
    }

    private static double reset(double[] x) {
        DoubleAdder adder = new DoubleAdder();
        adder.add(x[0]);
        double first = adder.sumThenReset();
        adder.add(x[1] * first);
        double second = adder.sum();
        adder.reset();
        adder.add(x[2]);
        return first * second * adder.sum();
    }

    @Test
    void anAdderGivenToALoopOfTheJdk() {
        Slopes.assertRight(x -> handedOn(x), X);
    }

    private static double handedOn(double[] x) {
        DoubleAdder adder = new DoubleAdder();
        List.of(x[0], x[1] * x[2]).forEach(adder::add);
        return adder.sum() * adder.sum();
    }

    private static final DoubleAdder KEPT = new DoubleAdder();

    @Test
    void whatWasAddedInAnEarlierCallIsConstant() {
        KEPT.reset();
        assertThat(derivative(x -> kept(x)).applyAsDouble(3)).isEqualTo(6);
        assertThat(KEPT.sum()).isEqualTo(3);
        // (3 + x) x
        assertThat(derivative(x -> kept(x)).applyAsDouble(4)).isEqualTo(3 + 8);
        assertThat(KEPT.sum()).isEqualTo(7);
    }

    private static double kept(double x) {
        KEPT.add(x);
        return KEPT.sum() * x;
    }

    @Test
    void secondDerivativesThroughAnAdder() {
        assertThat(derivative(derivative(x -> cubed(x))).applyAsDouble(2)).isEqualTo(12);
    }

    private static double cubed(double x) {
        DoubleAdder adder = new DoubleAdder();
        adder.add(x * x);
        return adder.sum() * x;
    }

    @Test
    void anAccumulatorIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> gradient(x -> accumulated(x), X.clone()))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageStartingWith(
                        "[FX-0107] cannot differentiate the call to"
                                + " java.util.concurrent.atomic.DoubleAccumulator.accumulate")
                .hasMessageContaining("because a DoubleAccumulator keeps its numbers as bits")
                .hasMessageContaining("try: a local variable, a field or a DoubleAdder");
    }

    private static double accumulated(double[] x) {
        DoubleAccumulator largest = new DoubleAccumulator(Math::max, 0);
        largest.accumulate(x[0]);
        return largest.get() * x[1];
    }

    @Test
    void anAccumulatorOfConstantsIsNoObstacle() {
        Slopes.assertRight(x -> accumulatedConstants(x), X);
    }

    private static double accumulatedConstants(double[] x) {
        DoubleAccumulator largest = new DoubleAccumulator(Math::max, 0);
        largest.accumulate(4);
        return largest.intValue() * x[1] * x[1];
    }

    @Test
    void counters() {
        Slopes.assertRight(x -> counted(x), X);
    }

    private static double counted(double[] x) {
        AtomicInteger index = new AtomicInteger();
        AtomicLong factor = new AtomicLong(2);
        factor.accumulateAndGet(3, (a, b) -> a * b + 1);
        index.updateAndGet(i -> i + 2);
        return x[index.get()] * x[0] * factor.get();
    }

    @Test
    void arraysAndNumbersInReferences() {
        Slopes.assertRight(x -> referenced(x), X);
    }

    private static double referenced(double[] x) {
        AtomicReference<double[]> array = new AtomicReference<>(x);
        array.updateAndGet(a -> a.clone());
        array.get()[0] *= 2;
        AtomicReference<Double> number = new AtomicReference<>(x[1]);
        number.accumulateAndGet(x[2], (a, b) -> a * b);
        AtomicReferenceArray<Double> numbers = new AtomicReferenceArray<>(2);
        numbers.set(1, number.getAndUpdate(v -> v + 1));
        return array.get()[0] * x[0] + numbers.getAndSet(1, 1.0) * number.get();
    }
}
