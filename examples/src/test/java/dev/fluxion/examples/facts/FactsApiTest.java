package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.withGradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.FloatArrayFn;
import dev.fluxion.ValueAndGradient;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Layers of objects, threads, Fourier transforms and floats. */
final class FactsApiTest {

    @SuppressWarnings("ArrayRecordComponent") // a carrier, not a value
    record Layer(double[] w) {}

    record Network(List<Layer> layers) {}

    @Test
    void f392GradientOfALayerIsAnArray() {
        Network slopes =
                gradient(n -> 3 * n.layers().get(0).w()[1], new Network(List.of(new Layer(new double[] {1, 2}))));
        assertThat(slopes.layers().get(0).w()).containsExactly(0, 3);
    }

    @Test
    void f401ThreadsOfAnActiveFunctionAreRefused() {
        assertThatThrownBy(() -> gradient(x -> handedOver(x), 5)).isInstanceOf(NotDifferentiableException.class);
    }

    private static double handedOver(double x) {
        BlockingQueue<Double> queue = new ArrayBlockingQueue<>(1);
        Thread.ofPlatform().start(() -> queue.add(x * x));
        try {
            return queue.take();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void f404FourierTransformAndBack() {
        double[] x = {0.3, -1.2, 2.5, 0.7, 1.1};
        for (int i = 0; i < x.length; i++) {
            int index = i;
            double[] expected = new double[x.length];
            expected[i] = 1;
            assertThat(gradient(v -> transformedAndBack(v)[index].re(), x)).containsExactly(expected, within(1e-14));
        }
    }

    private static Complex[] transformedAndBack(double[] x) {
        Complex[] signal = new Complex[x.length];
        for (int i = 0; i < x.length; i++) {
            signal[i] = Complex.real(x[i]);
        }
        return transform(transform(signal, -1), 1);
    }

    /** The discrete Fourier transform, or its inverse for a positive sign. */
    private static Complex[] transform(Complex[] signal, int sign) {
        int n = signal.length;
        Complex[] spectrum = new Complex[n];
        for (int k = 0; k < n; k++) {
            Complex sum = new Complex(0, 0);
            for (int i = 0; i < n; i++) {
                sum = sum.plus(signal[i].times(new Complex(0, sign * 2 * Math.PI * k * i / n).exp()));
            }
            spectrum[k] = sign > 0 ? sum.times(1.0 / n) : sum;
        }
        return spectrum;
    }

    @Test
    void f406NormOfFloats() {
        float[] x = {1, -2, 2};
        FloatArrayFn f = v -> (float) norm(v);
        ValueAndGradient<float[]> both = withGradient(f, x);
        double norm = Math.cbrt(17);
        assertThat(both.value()).isEqualTo((float) norm);
        for (int i = 0; i < x.length; i++) {
            assertThat(both.gradient()[i]).isEqualTo((float) (Math.abs(x[i]) * x[i] / (norm * norm)));
        }
    }

    private static double norm(float[] x) {
        double sum = 0;
        for (float element : x) {
            double size = Math.abs(element);
            sum += size * size * size;
        }
        return Math.cbrt(sum);
    }
}
