package dev.fluxion.engine.jdk;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.Slopes;

import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Numbers in segments of memory: constants are read, active numbers are refused with the reason. */
class SegmentsTest {

    private static final double[] X = {3, 1, 2.5};

    @Test
    void constantsAreRead() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment weights = arena.allocate(ValueLayout.JAVA_DOUBLE, 2);
            weights.setAtIndex(ValueLayout.JAVA_DOUBLE, 0, 2);
            weights.set(ValueLayout.JAVA_DOUBLE, 8, 5);
            Slopes.assertRight(x -> weighted(weights, x), X);
        }
    }

    private static double weighted(MemorySegment weights, double[] x) {
        double first = weights.getAtIndex(ValueLayout.JAVA_DOUBLE, 0);
        return first * x[0] * x[0] + weights.asSlice(8).get(ValueLayout.JAVA_DOUBLE, 0) * x[1] * weights.byteSize();
    }

    @Test
    void aSegmentOverAnActiveArrayIsRefused() {
        assertRefused(
                x -> MemorySegment.ofArray(x).getAtIndex(ValueLayout.JAVA_DOUBLE, 0) * x[1],
                "java.lang.foreign.MemorySegment.ofArray");
        assertRefused(
                x -> MemorySegment.ofArray(x.clone()).toArray(ValueLayout.JAVA_DOUBLE)[0] * x[1],
                "java.lang.foreign.MemorySegment.ofArray");
    }

    @Test
    void aSegmentMadeBeforeTheArrayIsActiveIsRefused() {
        assertRefused(x -> filledLater(x), "java.lang.foreign.MemorySegment.ofArray");
    }

    private static double filledLater(double[] x) {
        double[] array = new double[2];
        MemorySegment segment = MemorySegment.ofArray(array);
        array[0] = x[0] * x[1];
        return segment.getAtIndex(ValueLayout.JAVA_DOUBLE, 0) * x[2];
    }

    @Test
    void anActiveNumberDoesNotGoIntoMemory() {
        assertRefused(x -> stored(x), "java.lang.foreign.MemorySegment.setAtIndex");
        assertRefused(x -> copied(x), "java.lang.foreign.MemorySegment.copy");
    }

    private static double stored(double[] x) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(16);
            memory.setAtIndex(ValueLayout.JAVA_DOUBLE, 0, x[0]);
            return memory.getAtIndex(ValueLayout.JAVA_DOUBLE, 0) * x[1];
        }
    }

    private static double copied(double[] x) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(16);
            MemorySegment.copy(x, 0, memory, ValueLayout.JAVA_DOUBLE, 0, 2);
            return memory.getAtIndex(ValueLayout.JAVA_DOUBLE, 0) * x[1];
        }
    }

    private static void assertRefused(DoubleArrayFn f, String call) {
        assertThatThrownBy(() -> gradient(f, X.clone()))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("[FX-0107] cannot differentiate the call to " + call)
                .hasMessageContaining("because a number in a segment of memory is found by its address")
                .hasMessageContaining("try: an array, or a DoubleBuffer that wraps one");
    }
}
