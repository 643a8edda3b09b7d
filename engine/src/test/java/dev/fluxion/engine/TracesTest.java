package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleArrayGradient;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** An exception that leaves a function tells the function's own lines, as if it had been called. */
@SuppressWarnings({"StaticAssignmentOfThrowable", "NarrowCalculation"}) // meant so
class TracesTest {

    private static final IllegalStateException EARLIER = new IllegalStateException("earlier");

    private static double indexed(double[] x) {
        double sum = 0;
        for (int i = 0; i <= x.length; i++) {
            sum += x[i] * x[i];
        }
        return sum;
    }

    private static double divided(double[] x, int n) {
        return x[0] * (7 / n);
    }

    private static double outer(double[] x) {
        double y = x[0] * 2;
        return divided(x, x.length - 2) * y;
    }

    private static double thrower(double[] x) {
        if (x[0] > 0) {
            throw new IllegalArgumentException("positive");
        }
        return x[0];
    }

    private static double parsed(double[] x) {
        return x[0] * Integer.parseInt("many");
    }

    private static double deep(double[] x, int n) {
        double y = x[0] * n;
        if (n == 0) {
            return y * x[5];
        }
        return deep(x, n - 1) * y;
    }

    private static double guarded(double[] x) {
        try {
            return x[0] * x[9];
        } catch (NullPointerException e) {
            return 0;
        } finally {
            x[1] = 3;
        }
    }

    /** The frames of this class, from the top to the test's own. */
    private static List<String> frames(Throwable thrown) {
        List<String> frames = new ArrayList<>();
        for (StackTraceElement element : thrown.getStackTrace()) {
            if (element.getClassName().equals(TracesTest.class.getName())) {
                frames.add(element.getMethodName().replaceAll("lambda\\$.*", "lambda") + ":" + element.getLineNumber());
            }
        }
        return frames;
    }

    /** The frames of a plain call and of the gradient are the same, but for who made the call. */
    private static void assertSameFrames(DoubleArrayFn f) {
        DoubleArrayGradient gradient = gradient(f);
        double[] x = {1, 2};
        Throwable plain = catchThrowable(() -> f.applyAsDouble(x.clone()));
        for (int i = 0; i < 2; i++) {
            Throwable differentiated = catchThrowable(() -> gradient.at(x.clone()));
            assertThat(differentiated).hasSameClassAs(plain).hasMessage(plain.getMessage());
            List<String> expected = frames(plain);
            List<String> actual = frames(differentiated);
            int caller = expected.lastIndexOf(expected.getLast()) - 2;
            assertThat(actual.subList(0, caller)).isEqualTo(expected.subList(0, caller));
            assertThat(actual).hasSameSizeAs(expected);
        }
    }

    @Test
    void anIndex() {
        assertSameFrames(x -> indexed(x));
    }

    @Test
    void anInlinedCallee() {
        assertSameFrames(x -> outer(x));
    }

    @Test
    void thrown() {
        assertSameFrames(x -> thrower(x));
    }

    @Test
    void codeThatIsCalledAsItIs() {
        assertSameFrames(x -> parsed(x));
    }

    @Test
    void recursion() {
        assertSameFrames(x -> deep(x, 4));
    }

    @Test
    void tryAndFinally() {
        Throwable thrown = catchThrowable(() -> gradient(x -> guarded(x), new double[] {1, 2}));
        assertThat(thrown).isInstanceOf(ArrayIndexOutOfBoundsException.class);
        assertThat(frames(thrown).getFirst()).startsWith("guarded:");
    }

    @Test
    void anExceptionMadeEarlierStaysAsItIs() {
        StackTraceElement[] before = EARLIER.getStackTrace();
        Throwable thrown = catchThrowable(() -> gradient(x -> throwsEarlier(x), new double[] {1, 2}));
        assertThat(thrown).isSameAs(EARLIER);
        assertThat(thrown.getStackTrace()).isEqualTo(before);
    }

    private static double throwsEarlier(double[] x) {
        if (x[0] > 0) {
            throw EARLIER;
        }
        return x[0];
    }
}
