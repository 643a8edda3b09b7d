package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.DoubleArrayGradient;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Exceptions that pass what must be closed, and those that leave the function. */
@SuppressWarnings({
    "NarrowCalculation",
    "IdentityBinaryExpression",
    "RefactorSwitch",
    "StaticAssignmentOfThrowable"
}) // all of it meant
final class ExceptionsThatLeaveTest {

    private static final double[][] POINTS = {{1.3, -0.7, 2.1}, {-1.1, 0.4, 0.9}, {0.2, 3.3, -2.5}};

    private static final class Resource implements AutoCloseable {
        private final List<String> log;
        private final boolean fails;

        Resource(List<String> log, boolean fails) {
            this.log = log;
            this.fails = fails;
        }

        @Override
        public void close() {
            log.add("close");
            if (fails) {
                throw new IllegalStateException("close");
            }
        }
    }

    @SuppressWarnings("try") // closing is what matters
    private static double resources(double[] x, List<String> log) {
        double y = x[0];
        for (int i = 0; i < 4; i++) {
            try (Resource first = new Resource(log, i == 1);
                    Resource second = new Resource(log, false)) {
                y *= x[1];
                if (i >= 2 && x[2] > 0) {
                    throw new IllegalArgumentException("body");
                }
                y += x[2];
            } catch (IllegalStateException e) {
                y = y * y * x[0];
            } catch (IllegalArgumentException e) {
                y = y * e.getSuppressed().length + Math.sin(y);
            }
        }
        return y;
    }

    @Test
    void tryWithResources() {
        List<String> log = new ArrayList<>();
        Slopes.assertRight(x -> resources(x, log), POINTS);
        log.clear();
        gradient(x -> resources(x, log), POINTS[0]);
        assertThat(log).hasSize(8);
    }

    @SuppressWarnings("try") // closing is what matters
    private static double suppressed(double[] x, List<String> log) {
        double y = x[0];
        try (Resource resource = new Resource(log, true)) {
            y *= x[1];
            throw new IllegalArgumentException("body");
        } catch (IllegalArgumentException e) {
            return y * x[2] * e.getSuppressed().length;
        }
    }

    @Test
    void suppressedExceptions() {
        List<String> log = new ArrayList<>();
        Slopes.assertRight(x -> suppressed(x, log), POINTS);
    }

    private static double leaves(double[] x) {
        double y = 1;
        for (double each : x) {
            y = y * each + Math.sin(y);
            if (y > 1e3) {
                throw new IllegalStateException("too large");
            }
            try {
                y += x[(int) each];
            } catch (ArrayIndexOutOfBoundsException e) {
                y *= 2;
            }
        }
        return y;
    }

    @Test
    void theGradientIsAsGoodAsNewAfterAnExceptionLeft() {
        DoubleArrayGradient gradient = gradient((double[] x) -> leaves(x));
        double[] before = gradient.at(POINTS[0]);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> gradient.at(new double[] {1e9, 1, 2}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("too large");
            assertThat(gradient.at(POINTS[0])).isEqualTo(before);
        }
        Slopes.assertRight(x -> leaves(x), POINTS);
    }

    private static final RuntimeException SAME = new RuntimeException("same");

    private static double throwsTheSame(double[] x) {
        try {
            if (x[0] > 0) {
                throw SAME;
            }
            return x[0] * x[1];
        } finally {
            x[1] *= 2;
        }
    }

    @Test
    void anExceptionThatLeavesIsTheSameObject() {
        assertThatThrownBy(() -> gradient(x -> throwsTheSame(x), POINTS[0])).isSameAs(SAME);
        Slopes.assertRight(x -> throwsTheSame(x), POINTS[1]);
    }
}
