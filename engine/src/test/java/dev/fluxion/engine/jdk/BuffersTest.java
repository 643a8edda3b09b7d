package dev.fluxion.engine.jdk;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.Slopes;

import org.junit.jupiter.api.Test;

import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ReadOnlyBufferException;

/** Numbers in buffers. */
class BuffersTest {

    private static final double[] X = {3, 1, 2.5, -0.7};

    @Test
    void readingOneAfterTheOther() {
        Slopes.assertRight(x -> drained(x), X);
    }

    private static double drained(double[] x) {
        DoubleBuffer buffer = DoubleBuffer.wrap(x, 1, 3);
        double sum = 0;
        while (buffer.hasRemaining()) {
            double next = buffer.get();
            sum += next * next * buffer.position();
        }
        return sum * x[0];
    }

    @Test
    void writingOneAfterTheOther() {
        Slopes.assertRight(x -> filled(x), X);
    }

    private static double filled(double[] x) {
        DoubleBuffer buffer = DoubleBuffer.allocate(6);
        for (double element : x) {
            buffer.put(element * element);
        }
        buffer.put(1, x[0]).put(2.0);
        buffer.flip();
        double[] out = new double[4];
        buffer.get(out, 1, 3);
        return out[1] + 2 * out[2] + 3 * out[3] * buffer.get() + buffer.get(4) * x[1] + buffer.remaining();
    }

    @Test
    void slicesAndDuplicatesAreTheSamePlaces() {
        Slopes.assertRight(x -> shared(x), X);
    }

    private static double shared(double[] x) {
        DoubleBuffer buffer = DoubleBuffer.wrap(x);
        DoubleBuffer slice = buffer.position(1).slice();
        DoubleBuffer duplicate = buffer.duplicate();
        slice.put(0, x[0] * x[2]);
        double first = duplicate.get();
        DoubleBuffer part = buffer.slice(2, 2);
        part.put(1, first * 3);
        return first * x[1] + buffer.get(3) * buffer.array()[2] + slice.arrayOffset();
    }

    @Test
    void wholeArrays() {
        Slopes.assertRight(x -> copied(x), X);
    }

    private static double copied(double[] x) {
        DoubleBuffer buffer = DoubleBuffer.allocate(8);
        buffer.put(x).put(x, 1, 2).put(6, x, 0, 2);
        buffer.put(0, new double[] {4});
        double[] all = new double[8];
        buffer.get(0, all);
        double[] some = new double[3];
        buffer.get(5, some, 1, 2);
        double sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (i + 1) * all[i] * all[i];
        }
        return sum + some[1] * some[2];
    }

    @Test
    void fromBufferToBuffer() {
        Slopes.assertRight(x -> between(x), X);
    }

    private static double between(double[] x) {
        DoubleBuffer source = DoubleBuffer.wrap(x);
        DoubleBuffer target = DoubleBuffer.allocate(6);
        target.put(source.position(2)).put(3, source, 0, 2);
        // [x2, x3, 0, x0, x1, 0]
        double sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += (i + 1) * target.get(i) * target.get(i);
        }
        return sum * target.position() + source.position();
    }

    @Test
    void compacted() {
        Slopes.assertRight(x -> moved(x), X);
    }

    private static double moved(double[] x) {
        DoubleBuffer buffer = DoubleBuffer.wrap(x);
        buffer.position(2).compact();
        // [x2, x3, x2, x3]
        buffer.put(5);
        double sum = buffer.position();
        for (int i = 0; i < 4; i++) {
            sum += (i + 1) * x[i] * x[i];
        }
        return sum;
    }

    @Test
    void buffersOfFloats() {
        assertThat(gradient((float[] x) -> floats(x), new float[] {3, 2})).containsExactly(2 * 2 * 3 * 2, 2 * 9);
    }

    private static float floats(float[] x) {
        FloatBuffer buffer = FloatBuffer.allocate(3);
        buffer.put(x).put(x[0] * x[0]).flip();
        return 2 * buffer.get(1) * buffer.get(2);
    }

    @Test
    void memoryOutsideOfTheHeapIsConstantAndCannotTakeAnActiveNumber() {
        DoubleBuffer direct = ByteBuffer.allocateDirect(32).asDoubleBuffer().put(0, 5).put(1, 7);
        Slopes.assertRight(x -> x[0] * x[0] * direct.get(0) + direct.get(1), X);
        assertRefused(x -> direct.put(0, x[0]).get(0), "a write to a DoubleBuffer that is direct or a view of bytes");
        assertThat(direct.get(0)).isEqualTo(5);
    }

    @Test
    void readOnlyBuffersHideTheirArray() {
        assertRefused(
                x -> DoubleBuffer.wrap(x).asReadOnlyBuffer().get(0),
                "a read of a DoubleBuffer that is read-only or a view of bytes");
        assertThatThrownBy(() -> gradient(x -> DoubleBuffer.wrap(x).asReadOnlyBuffer().put(0, x[1]).get(0), X.clone()))
                .isInstanceOf(ReadOnlyBufferException.class);
    }

    private static void assertRefused(DoubleArrayFn f, String what) {
        assertThatThrownBy(() -> gradient(f, X.clone()))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageStartingWith("[FX-0107] cannot differentiate " + what)
                .hasMessageContaining("try: an array, or a buffer that wraps one");
    }

    @Test
    void failuresAreThoseOfAPlainCall() {
        assertFails(x -> DoubleBuffer.wrap(x).position(4).get() * x[0], BufferUnderflowException.class);
        assertFails(x -> DoubleBuffer.wrap(x).position(4).put(x[0]).get(0), BufferOverflowException.class);
        assertFails(x -> DoubleBuffer.wrap(x).get(4) * x[0], IndexOutOfBoundsException.class);
        assertFails(x -> DoubleBuffer.wrap(x).put(-1, x[0]).get(0), IndexOutOfBoundsException.class);
        assertFails(x -> DoubleBuffer.allocate(3).put(x).get(0), BufferOverflowException.class);
        assertFails(x -> DoubleBuffer.wrap(x).put(2, x, 1, 3).get(0), IndexOutOfBoundsException.class);
        assertFails(x -> DoubleBuffer.wrap(x).get(new double[5]).get(0) * x[0], BufferUnderflowException.class);
        assertFails(x -> putItself(DoubleBuffer.wrap(x)).get(0), IllegalArgumentException.class);
    }

    private static DoubleBuffer putItself(DoubleBuffer buffer) {
        return buffer.put(buffer);
    }

    private static void assertFails(DoubleArrayFn f, Class<? extends RuntimeException> type) {
        String message = null;
        try {
            f.applyAsDouble(X.clone());
        } catch (RuntimeException plain) {
            assertThat(plain).isExactlyInstanceOf(type);
            message = plain.getMessage();
        }
        assertThatThrownBy(() -> gradient(f, X.clone())).isExactlyInstanceOf(type).hasMessage(message);
    }
}
