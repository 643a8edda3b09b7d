package dev.fluxion.engine;

import static dev.fluxion.Fluxion.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleFn;
import dev.fluxion.diagnostic.TapedLine;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What each line leaves on the tape. */
class TapedLinesTest {

    private static double straight(double x) {
        return Math.sin(x) * Math.exp(x);
    }

    private static double linear(double[] x) {
        double sum = 0;
        for (double each : x) {
            sum += 3 * each;
        }
        return sum;
    }

    private static double loop(double x) {
        double y = x;
        for (int i = 0; i < 100; i++) {
            y = Math.sin(y) * 1.5; // y is remembered
        }
        return y;
    }

    private static double nested(double x) {
        double y = x;
        for (int i = 0; i < 10; i++) {
            for (int k = 0; k < i; k++) {
                y = Math.sin(y); // y is remembered
            }
            y = y * y; // and so is this one
        }
        return y;
    }

    @Test
    void straightCodeAndLinearLoopsLeaveNothing() {
        assertThat(explain((DoubleFn) TapedLinesTest::straight).tape()).isEmpty();
        assertThat(explain((DoubleArrayFn) TapedLinesTest::linear).tape()).isEmpty();
        assertThat(explain((DoubleArrayFn) TapedLinesTest::linear).toString()).doesNotContain("== tape");
    }

    @Test
    void aLoopLeavesANumberEachTimeRound() {
        List<TapedLine> tape = explain((DoubleFn) TapedLinesTest::loop).tape();
        assertThat(tape).hasSize(1);
        assertThat(tape.getFirst().bytes()).isEqualTo(8);
        assertThat(tape.getFirst().loops()).isEqualTo(1);
        assertThat(tape.getFirst()).hasToString(tape.getFirst().source() + ": 8 bytes each time round its loop");
        assertThat(tape.getFirst().source()).startsWith("dev.fluxion.engine.TapedLinesTest.loop(TapedLinesTest.java:");
        assertThat(explain((DoubleFn) TapedLinesTest::loop).toString()).contains("== tape\n" + tape.getFirst() + "\n");
    }

    @Test
    void innerLoopsComeFirst() {
        List<TapedLine> tape = explain((DoubleFn) TapedLinesTest::nested).tape();
        assertThat(tape).extracting(TapedLine::loops).startsWith(2).contains(1);
        assertThat(tape).extracting(TapedLine::bytes).startsWith(8);
        assertThat(tape).allMatch(each -> each.source().contains("TapedLinesTest.nested(TapedLinesTest.java:"));
    }
}
