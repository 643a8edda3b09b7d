package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.explain;
import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.DoubleArrayFn;

import org.junit.jupiter.api.Test;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Long methods are differentiated in time linear in their length, into methods that the JIT compiles. */
class SizeTest {

    private static final int LONGEST_COMPILED = 8_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static double[] point() {
        double[] x = new double[10];
        for (int i = 0; i < x.length; i++) {
            x[i] = 0.3 + 0.1 * i;
        }
        return x;
    }

    private static void check(DoubleArrayFn function) {
        checkSlope(function);
        checkSizes(function);
    }

    private static void checkSlope(DoubleArrayFn function) {
        double[] slope = gradient(function).at(point());
        for (int i = 0; i < slope.length; i++) {
            double[] above = point();
            double[] below = point();
            above[i] += 1e-6;
            below[i] -= 1e-6;
            double expected = (function.applyAsDouble(above) - function.applyAsDouble(below)) / 2e-6;
            assertThat(Math.abs(slope[i] - expected)).isLessThan(1e-6 * (1 + Math.abs(expected)));
        }
    }

    private static void checkSizes(DoubleArrayFn function) {
        ClassModel derivative = ClassFile.of().parse(explain(function).bytecode());
        for (MethodModel method : derivative.methods()) {
            method.findAttribute(Attributes.code())
                    .ifPresent(code -> assertThat(code.codeLength()).isLessThan(LONGEST_COMPILED));
        }
    }

    /** Returns the processor time that deriving takes, in seconds. */
    private static double secondsToDerive(DoubleArrayFn function) {
        long before = THREADS.getCurrentThreadCpuTime();
        gradient(function).at(point());
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
    }

    @Test
    void aStraightLineOf2000Lines() throws Exception {
        check(GeneratedCode.compile(GeneratedCode.straightLine(2_000)));
    }

    @Test
    void threeThousandStatementsWith430Branches() throws Exception {
        check(GeneratedCode.compile(GeneratedCode.branches(430, false)));
    }

    @Test
    void aLoopAround200Branches() throws Exception {
        check(GeneratedCode.compile(GeneratedCode.branches(200, true)));
    }

    /** One of its methods stays too long for the JIT, see docs/limitations.md. */
    @Test
    void aSwitchOf200StatesInALoop() throws Exception {
        checkSlope(GeneratedCode.compile(GeneratedCode.states(200)));
    }

    @Test
    void fourTimesAsManyLinesTakeAboutFourTimesAsLong() throws Exception {
        secondsToDerive(GeneratedCode.compile(GeneratedCode.straightLine(1_000)));
        double some = secondsToDerive(GeneratedCode.compile(GeneratedCode.straightLine(1_000)));
        double many = secondsToDerive(GeneratedCode.compile(GeneratedCode.straightLine(4_000)));
        assertThat(many).isLessThan(10 * some);
    }

    @Test
    void fourTimesAsManyBranchesTakeAboutFourTimesAsLong() throws Exception {
        secondsToDerive(GeneratedCode.compile(GeneratedCode.branches(110, false)));
        double some = secondsToDerive(GeneratedCode.compile(GeneratedCode.branches(110, false)));
        double many = secondsToDerive(GeneratedCode.compile(GeneratedCode.branches(440, false)));
        assertThat(many).isLessThan(10 * some);
    }
}
