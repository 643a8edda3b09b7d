package dev.fluxion.engine.jdk;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.Slopes;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** What of the JDK is beside the numbers: text, the machine, threads, checks. None of it is an obstacle. */
class SurroundingsTest {

    private static final double[] X = {3, 1, 2.5, -0.7};

    @Test
    void textIsMadeAndRead() {
        Slopes.assertRight(x -> texts(x), X);
    }

    private static double texts(double[] x) {
        String text = String.format("%.1f", x[0]) + x[1] + new StringBuilder().append(x[2]).reverse();
        text += "%s".formatted(x[3]) + Double.toHexString(x[0]) + Arrays.toString(x) + Objects.toString(x[0]);
        double read = Double.parseDouble("2.5") + Float.parseFloat("1.5") + Double.valueOf("0.5");
        return text.isEmpty() ? 0 : read * x[0] * x[1] + Integer.parseInt("3") * x[2] * x[2];
    }

    @Test
    void theMachineAndTheThread() {
        Slopes.assertRight(x -> machine(x), X);
    }

    private static double machine(double[] x) {
        Thread thread = Thread.currentThread();
        if (thread.isInterrupted() || thread.getPriority() > 100 || thread.getName().equals("none")) {
            return x[1];
        }
        System.getLogger("dev.fluxion.test").log(System.Logger.Level.TRACE, "x is {0}", x[0]);
        int processors = Runtime.getRuntime().availableProcessors() > 0 ? 2 : 1;
        int feature = Runtime.version().feature() >= 25 ? 3 : 1;
        int length = System.getProperty("dev.fluxion.none", "abcd").length();
        long elapsed = System.nanoTime() == 0 ? 1 : 0;
        double[] alias = x;
        double same = System.identityHashCode(x) == System.identityHashCode(alias) ? 1 : 0;
        return processors * x[0] * x[0] + feature * x[1] + length * x[2] * x[3] + elapsed + same;
    }

    @Test
    void randomChoices() {
        Slopes.assertRight(x -> chosen(x), X);
    }

    private static double chosen(double[] x) {
        int a = RandomGenerator.of("L64X128MixRandom").nextInt(1);
        int b = ThreadLocalRandom.current().nextInt(1, 2);
        int c = new SecureRandom().nextInt(2, 3);
        int version = UUID.nameUUIDFromBytes(new byte[2]).version();
        return x[a] * x[b] * x[c] * version;
    }

    @Test
    void comparisonsOfArrays() {
        Slopes.assertRight(x -> compared(x), X);
    }

    private static double compared(double[] x) {
        double[] other = x.clone();
        double[][] rows = {x, other};
        double[][] same = {other, x};
        boolean isSame =
                Arrays.equals(x, other)
                        && Arrays.equals(x, 0, 2, other, 0, 2)
                        && Arrays.mismatch(x, other) < 0
                        && Arrays.compare(x, other) == 0
                        && Arrays.hashCode(x) == Arrays.hashCode(other)
                        && Arrays.deepEquals(rows, same)
                        && Arrays.deepHashCode(rows) == Arrays.deepHashCode(same)
                        && !Arrays.deepToString(rows).isEmpty()
                        && Arrays.binarySearch(x, 1, 3, 9.0) < 0
                        && Objects.equals(x[0], other[0])
                        && Objects.hash(x[0], 1) == Objects.hash(other[0], 1);
        return isSame ? x[0] * x[0] + other[1] * x[2] : 0;
    }

    @Test
    void boxes() {
        Slopes.assertRight(x -> boxed(x), new double[] {3, 1.5, 2.5, -0.7});
    }

    private static double boxed(double[] x) {
        Double a = x[0];
        Number b = Double.valueOf(x[1]);
        Double c = Objects.requireNonNullElse(null, x[2] * x[3]);
        Double d = Objects.requireNonNullElseGet(null, () -> x[3] * x[0]);
        int order = (Double.compare(a, c) > 0 ? 1 : 2) + (a.compareTo(d) > 0 ? 3 : 4) + Long.signum(-5);
        return Double.sum(a, c) * Double.max(a, d) * Double.min(a, c)
                + b.doubleValue() * c
                + order * d
                + Integer.max(2, 3) * Character.digit('4', 10) * x[1];
    }

    private static final ScopedValue<double[]> WEIGHTS = ScopedValue.newInstance();

    @Test
    void valuesBoundOutside() {
        double[] weights = {2, 3};
        ScopedValue.where(WEIGHTS, weights).run(() -> Slopes.assertRight(x -> weighted(x), X));
        assertThat(gradient(x -> x[0] * WEIGHTS.orElse(x)[1], new double[] {2, 5})).containsExactly(5, 2);
    }

    private static double weighted(double[] x) {
        return WEIGHTS.isBound() ? WEIGHTS.get()[0] * x[0] * x[0] + WEIGHTS.get()[1] * x[1] : 0;
    }

    @Test
    void codeThatRunsWithABoundValueIsRefused() {
        assertThatThrownBy(() -> gradient(x -> bound(x), X.clone()))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageStartingWith(
                        "[FX-0114] cannot differentiate a function that is given to java.lang.ScopedValue$Carrier.call")
                .hasMessageContaining("try: call the function in a loop of your own");
    }

    private static double bound(double[] x) {
        return ScopedValue.where(WEIGHTS, x).call(() -> WEIGHTS.get()[0] * x[1]);
    }
}
