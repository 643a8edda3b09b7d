package dev.fluxion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.runtime.DynamicCalls;
import dev.fluxion.spi.Shape;

import org.junit.jupiter.api.Test;

import java.lang.ref.WeakReference;
import java.util.function.DoubleUnaryOperator;

class DynamicCallsTest {

    private final FiniteDifferences engine = new FiniteDifferences();
    private final DynamicCalls calls = new DynamicCalls(engine);

    @Test
    void callsGiveValueAndPartials() {
        double[] out = new double[4];
        assertThat(calls.call((DoubleUnaryOperator) x -> x * x, 3, out)).isEqualTo(9);
        assertThat(out[0]).isEqualTo(6);
        double[] two = new double[2];
        assertThat(calls.call((DoubleFn2) (x, y) -> x * y, 2, 3, two)).isEqualTo(6);
        assertThat(two).containsExactly(3, 2);
        double[] three = new double[3];
        assertThat(calls.call((DoubleFn3) (x, y, z) -> x * y + z, 2, 3, 5, three)).isEqualTo(11);
        assertThat(three).containsExactly(3, 2, 1);
        assertThat(calls.call((DoubleFn4) (a, b, c, d) -> a * d - b * c, 1, 2, 3, 4, out)).isEqualTo(-2);
        assertThat(out).containsExactly(4, -3, -2, 1);
        double[] sum = {10, 10};
        assertThat(calls.call((DoubleArrayFn) w -> w[0] * w[1], new double[] {2, 3}, sum)).isEqualTo(6);
        assertThat(sum).containsExactly(13, 12);
        assertThat(calls.derivative(x -> x * x).applyAsDouble(3)).isEqualTo(6);
    }

    @Test
    void theSameObjectIsCompiledOnce() {
        DoubleFn f = x -> x * x;
        double[] out = new double[1];
        for (int i = 0; i < 10; i++) {
            calls.call(f, i, out);
        }
        assertThat(engine.asked).containsExactly(Shape.DOUBLE);
    }

    @Test
    void objectsOfOneClassAreToldApart() {
        double[] out = new double[1];
        for (int i = 0; i < 5; i++) {
            calls.call(times(i), 1, out);
            assertThat(out[0]).isEqualTo(i);
        }
    }

    @Test
    void whatWasCalledIsNotKept() throws InterruptedException {
        WeakReference<Object> function = callOnce();
        for (int i = 0; i < 50 && function.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(function.get()).isNull();
    }

    @Test
    void nullFailsAsAPlainCallWould() {
        assertThatThrownBy(() -> calls.call((DoubleFn) null, 1, new double[1]))
                .isInstanceOf(NullPointerException.class);
    }

    private WeakReference<Object> callOnce() {
        DoubleFn f = times(3);
        calls.call(f, 1, new double[1]);
        return new WeakReference<>(f);
    }

    private static DoubleFn times(double factor) {
        return x -> factor * x;
    }
}
