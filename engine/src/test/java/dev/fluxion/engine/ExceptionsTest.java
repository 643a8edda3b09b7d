package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.DoubleArrayGradient;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** The gradient is that of the path taken, also where that path went through a catch. */
@SuppressWarnings({
    "NarrowCalculation",
    "IdentityBinaryExpression",
    "RefactorSwitch",
    "StaticAssignmentOfThrowable"
}) // all of it meant
class ExceptionsTest {

    private static final double[][] POINTS = {{1.3, -0.7, 2.1}, {-1.1, 0.4, 0.9}, {0.2, 3.3, -2.5}};

    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;
    }

    private static final class OtherRefusal extends Exception {
        private static final long serialVersionUID = 1;
    }

    // ---------------------------------------------------------------- thrown and caught in one method

    private static double thrown(double[] x) {
        double y = x[0] * x[1];
        try {
            y *= x[2];
            if (x[0] < 0) {
                throw new Refusal();
            }
            y = Math.sin(y);
        } catch (Refusal e) {
            y = y * y + x[1];
        }
        return y * x[0];
    }

    @Test
    void aCatchThatComputes() {
        Slopes.assertRight(x -> thrown(x), POINTS);
    }

    private static double index(double[] x) {
        double sum = 0;
        try {
            for (int i = 0; ; i++) {
                sum = sum * 0.5 + x[i] * x[i];
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            sum *= x[1];
        }
        return Math.exp(-sum);
    }

    @Test
    void anIndexOutOfBoundsEndsALoop() {
        Slopes.assertRight(x -> index(x), POINTS);
    }

    private static double division(double[] x, int n) {
        double y = x[0];
        for (int i = -2; i <= 2; i++) {
            try {
                y = y * x[1] + n / i;
                y += Math.cos(x[2] * i);
            } catch (ArithmeticException e) {
                y = y * y * x[2];
            }
        }
        return y;
    }

    @Test
    void aDivisionByZeroOnOneTrip() {
        Slopes.assertRight(x -> division(x, 7), POINTS);
    }

    private static double everyKind(double[] x) {
        double y = 1;
        for (int kind = 0; kind < 7; kind++) {
            Object text = "text";
            double[] none = null;
            try {
                y *= x[0];
                switch (kind) {
                    case 0 -> y += none[0];
                    case 1 -> y += ((Integer) text).intValue() * x[1];
                    case 2 -> y += new double[kind - 3].length;
                    case 3 -> y += x[kind] * x[1];
                    case 4 -> y += kind % (kind - 4) * x[2];
                    case 5 -> y += none.length;
                    default -> y += x[2];
                }
                y *= 2;
            } catch (NullPointerException e) {
                y = y * x[1] + 1;
            } catch (ClassCastException | NegativeArraySizeException e) {
                y += Math.sin(x[2]) * y;
            } catch (RuntimeException e) {
                y -= x[0] * x[1] * y;
            }
        }
        return y;
    }

    @Test
    void everyExceptionOfTheMachine() {
        Slopes.assertRight(x -> everyKind(x), POINTS);
    }

    private static double nested(double[] x) {
        double y = x[0];
        for (int i = 0; i < 4; i++) {
            try {
                try {
                    y *= x[i];
                    if (i == 1) {
                        throw new Refusal();
                    }
                    if (y > 1) {
                        throw new OtherRefusal();
                    }
                    y += x[1];
                } catch (Refusal e) {
                    y = y * x[2] + x[i];
                    if (x[2] > 0) {
                        throw new OtherRefusal();
                    }
                } finally {
                    y *= x[1];
                }
                y = Math.tanh(y);
            } catch (OtherRefusal e) {
                y += y * y;
            } catch (ArrayIndexOutOfBoundsException e) {
                y -= x[0];
            }
        }
        return y;
    }

    @Test
    void nestedInALoop() {
        Slopes.assertRight(x -> nested(x), POINTS);
    }

    @SuppressWarnings("finally")
    private static double finallyLeaves(double[] x) {
        double y = x[0];
        for (int i = 0; i < 5; i++) {
            try {
                y = y * x[1] + x[i];
                if (i == 1) {
                    continue;
                }
                y = y * x[2];
                if (i == 2 && y > 0) {
                    return y * y;
                }
            } catch (ArrayIndexOutOfBoundsException e) {
                y += x[2];
                if (i == 4) {
                    break;
                }
            } finally {
                y = Math.sin(y) + x[0];
                if (i == 3) {
                    continue;
                }
            }
            y *= 1.5;
        }
        return y;
    }

    @Test
    void finallyWithContinueAndReturn() {
        Slopes.assertRight(x -> finallyLeaves(x), POINTS);
    }

    private static double returnInALoop(double[] x, double[] y) {
        int i = 3;
        double scale = 1;
        for (; ; ) {
            try {
                return scale * x[i] * y[0];
            } catch (ArrayIndexOutOfBoundsException e) {
                i--;
                scale *= x[0];
            }
        }
    }

    @Test
    void aLoopThatEndsWhereNothingIsThrown() {
        Slopes.assertRight(x -> returnInALoop(x, x), POINTS);
    }

    private static double dataDependent(double[] x) {
        double y = x[0];
        double[] table = {1, 2, 3, 4};
        for (int i = 0; i < 30; i++) {
            try {
                y = 0.9 * y + 0.1 * table[(int) Math.abs(5 * Math.sin(i * x[1]))] * x[2];
            } catch (IndexOutOfBoundsException e) {
                y = y * y * 0.3 - x[1];
            }
        }
        return y;
    }

    @Test
    void someTripsOfALoopAreCaught() {
        Slopes.assertRight(x -> dataDependent(x), POINTS);
    }

    // ---------------------------------------------------------------- arrays

    private static double partialWrites(double[] x) {
        double[] work = new double[3];
        try {
            for (int i = 0; i < 5; i++) {
                work[i] = x[i] * x[0];
                work[0] += work[i] * work[i];
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            work[1] *= x[2];
        }
        return work[0] * work[1] + work[2];
    }

    @Test
    void partialWritesToAnArray() {
        Slopes.assertRight(x -> partialWrites(x), POINTS);
    }

    private static double overwritesItsArgument(double[] x) {
        try {
            for (int i = 0; ; i++) {
                x[i] = x[i] * x[i + 1];
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            x[2] *= x[0];
        }
        return x[0] * x[1] * x[2];
    }

    @Test
    void partialWritesToAnArgument() {
        Slopes.assertRight(x -> overwritesItsArgument(x), POINTS);
    }

    // ---------------------------------------------------------------- calls

    private static double checked(double x) throws Refusal {
        if (x < 0.5) {
            throw new Refusal();
        }
        return x * x;
    }

    private static double callee(double[] x) {
        double y = 0;
        for (double each : x) {
            try {
                y += checked(each) * x[0];
            } catch (Refusal e) {
                y -= each * x[1];
            }
        }
        return y;
    }

    @Test
    void thrownByAnInlinedCallee() {
        Slopes.assertRight(x -> callee(x), POINTS);
    }

    /** Writes at each level, throws at the deepest. */
    private static double descend(double[] x, double[] work, int depth, double scale) throws Refusal {
        work[depth % 3] += x[depth % 3] * scale;
        if (depth == 0) {
            if (work[0] > 1) {
                throw new Refusal();
            }
            return work[1];
        }
        double deeper = descend(x, work, depth - 1, scale * x[1]);
        work[2] *= deeper;
        return deeper * scale + work[0];
    }

    private static double recursion(double[] x) {
        double[] work = new double[3];
        double y = x[0];
        for (int i = 3; i < 7; i++) {
            try {
                y += descend(x, work, i, y);
            } catch (Refusal e) {
                y *= work[1] * x[2];
            }
        }
        return y + work[0] + work[1] * work[2];
    }

    @Test
    void crossesRecursiveCalls() {
        Slopes.assertRight(x -> recursion(x), POINTS);
        Slopes.assertRight(x -> recursion(x), new double[] {0.1, 0.2, 0.3});
    }

    /** Two recursions in one another, one of which catches on the way at every second level. */
    private static double even(double[] x, int n) {
        if (n <= 0) {
            return x[n] * x[0];
        }
        try {
            return odd(x, n - 1) * x[1];
        } catch (ArithmeticException e) {
            x[1] *= 1.5;
            return x[1] * x[2];
        } finally {
            x[0] *= 1.1;
        }
    }

    private static double odd(double[] x, int n) {
        x[2] += 0.1 * x[0];
        double below = even(x, n - 3);
        if (x[2] > 1) {
            return 1 / (n - n) + below;
        }
        return below * x[2];
    }

    private static double both(double[] x) {
        double y = x[0] * x[2];
        for (int n = 1; n < 10; n += 2) {
            try {
                y = y * 0.5 + even(x, n);
            } catch (RuntimeException e) {
                y += x[1] * y;
            }
        }
        return y;
    }

    @Test
    void twoRecursionsThatCatch() {
        Slopes.assertRight(x -> both(x), POINTS);
    }

    private static double opaque(double[] x) {
        double y = 1;
        for (String text : List.of("1", "two", "3")) {
            try {
                y += x[0];
                y *= Integer.parseInt(text) * x[1];
            } catch (NumberFormatException e) {
                y = Math.cos(y) * x[2];
            }
        }
        return y;
    }

    @Test
    void thrownByCodeThatNoDerivativeFlowsThrough() {
        Slopes.assertRight(x -> opaque(x), POINTS);
    }

    private static double overflow(double[] x, int n) {
        x[0] = x[0] * 1.0000001 + 1e-9;
        return n == 0 ? x[0] : overflow(x, n - 1) * 1.0000001 + x[1];
    }

    private static double caughtOverflow(double[] x) {
        try {
            return overflow(x, Integer.MAX_VALUE);
        } catch (StackOverflowError e) {
            return x[2] * x[2];
        }
    }

    @Test
    void anOverflowOfTheStackLeavesTheTapeInOrder() {
        DoubleArrayGradient gradient = gradient((double[] x) -> caughtOverflow(x));
        for (int i = 0; i < 3; i++) {
            try {
                double[] result = gradient.at(new double[] {1, 2, 3});
                assertThat(result[2]).isEqualTo(6);
                assertThat(result[0]).isZero();
            } catch (StackOverflowError e) {
                // the derivative needs more stack than the function: it may fail as the function does
                assertThat(e).hasNoCause();
            }
            Slopes.assertRight(x -> recursion(x), POINTS);
        }
    }

    // ---------------------------------------------------------------- resources

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

    // ---------------------------------------------------------------- out of the function

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
