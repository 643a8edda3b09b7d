package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.withGradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleFn;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.function.IntSupplier;

/** Exceptions, output, logging, static fields: what else happens while a function runs. */
final class FactsEffectsTest {

    private static final System.Logger LOGGER = System.getLogger(FactsEffectsTest.class.getName());
    private static final DoubleFn[] FUNCTIONS = {Math::sin, Math::cos};
    private static double product;
    private static double global = 3;
    private static int calls;

    @Test
    void f017CheckThatThrowsElsewhere() {
        assertThat(gradient(x -> checked(x), 2.0)).isEqualTo(5.0);
    }

    private static double checked(double x) {
        if (x < 0) {
            throw new IllegalArgumentException("negative");
        }
        return x * 5;
    }

    @Test
    void f018ExceptionOfTheFunctionReachesTheCaller() {
        assertThatThrownBy(() -> gradient(x -> checked(x), -1.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("negative");
    }

    @Test
    void f041TryWithoutException() {
        assertThat(gradient(x -> tried(x), 1.0)).isEqualTo(2.0);
    }

    private static double tried(double x) {
        try {
            return 2 * x;
        } catch (ArithmeticException e) {
            System.out.println(e);
            return 0;
        }
    }

    @Test
    void f042TryThatEndsNormally() {
        var vg = withGradient((x, y) -> accumulated(x, y), 1.0, 2.0);
        assertThat(vg.value()).isEqualTo(27.0);
        assertThat(vg.gradient().first()).isEqualTo(9.0);
        assertThat(vg.gradient().second()).isEqualTo(9.0);
    }

    private static double accumulated(double x, double y) {
        double z = x + y;
        try {
            if (x < 0) {
                throw new IllegalStateException();
            }
            z = 2 * z + x + y;
        } catch (IllegalStateException e) {
            z = 0;
        }
        return 3 * z;
    }

    @Test
    void f043FinallyAfterANormalEnd() {
        boolean fail = false;
        var vg = withGradient(x -> withFinally(x, fail), 1.0);
        assertThat(vg.value()).isEqualTo(6.0);
        assertThat(vg.gradient()).isEqualTo(6.0);
    }

    @Test
    void f044CatchBlockThatRanIsDifferentiated() {
        boolean fail = true;
        var vg = withGradient(x -> withFinally(x, fail), 1.0);
        assertThat(vg.value()).isEqualTo(12.0);
        assertThat(vg.gradient()).isEqualTo(12.0);
    }

    private static double withFinally(double start, boolean fail) {
        double x = start;
        try {
            x = 2 * x;
            if (fail) {
                throw new IllegalStateException();
            }
        } catch (IllegalStateException e) {
            x = 2 * x;
        } finally {
            x = 3 * x;
        }
        return x;
    }

    @Test
    void f046SafeSquareRoot() {
        assertThat(gradient(x -> safeSqrt(x), 4.0)).isEqualTo(0.25);
        assertThat(gradient(x -> safeSqrt(x), -4.0)).isZero();
    }

    private static double safeSqrt(double x) {
        try {
            return strictSqrt(x);
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    private static double strictSqrt(double x) {
        if (x < 0) {
            throw new IllegalArgumentException("negative");
        }
        return Math.sqrt(x);
    }

    @Test
    void f047ExceptionOfACallbackIsSwallowed() {
        int zero = 0;
        IntSupplier callback = () -> 1 / zero;
        assertThat(gradient(x -> swallowing(x, callback), 3.0)).isEqualTo(1.0);
    }

    private static double swallowing(double x, IntSupplier callback) {
        try {
            return callback.getAsInt() * x * x;
        } catch (ArithmeticException e) {
            return x;
        }
    }

    @Test
    void f048PrintingTheArgumentOnce() {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true));
        try {
            assertThat(gradient(x -> printing(x), new double[] {5})).containsExactly(1);
        } finally {
            System.setOut(before);
        }
        assertThat(bytes).hasToString("x is 5.0" + System.lineSeparator());
    }

    private static double printing(double[] x) {
        System.out.println("x is " + x[0]);
        return x[0];
    }

    @Test
    void f049WarningOnOneBranch() {
        assertThat(gradient(x -> warning(x), 1.0)).isEqualTo(2.0);
        assertThat(gradient(x -> warning(x), -1.0)).isEqualTo(1.0);
    }

    private static double warning(double x) {
        if (x > 0) {
            return 2 * x;
        }
        LOGGER.log(System.Logger.Level.DEBUG, "not positive");
        return x;
    }

    @Test
    void f051LoggingTheArgument() {
        assertThat(gradient(x -> logging(x), 2.0)).isEqualTo(4.0);
    }

    private static double logging(double x) {
        LOGGER.log(System.Logger.Level.DEBUG, "x is {0}", x);
        return x * x;
    }

    @Test
    void f053MutableGlobalIsRead() {
        var vg = withGradient(x -> x * global, 2.0);
        assertThat(vg.value()).isEqualTo(6.0);
        assertThat(vg.gradient()).isEqualTo(3.0);
    }

    @Test
    void f054GlobalIsUpdatedInALoop() {
        product = 1;
        assertThat(gradient(x -> cubed(x), 2.0)).isEqualTo(12.0);
        assertThat(product).isEqualTo(8.0);
    }

    private static double cubed(double x) {
        for (int i = 0; i < 3; i++) {
            product *= x;
        }
        return product;
    }

    @Test
    void f056SideEffectsHappenOnce() {
        calls = 0;
        assertThat(gradient(x -> counting(x), new double[] {1, 2})).containsExactly(0, 0);
        assertThat(calls).isEqualTo(2);
    }

    private static double counting(double[] x) {
        for (int i = 0; i < x.length; i++) {
            calls++;
        }
        return 1;
    }

    @Test
    void f059FunctionFromAnArray() {
        int second = 1;
        assertThat(gradient(x -> FUNCTIONS[second - 1].applyAsDouble(x), 0.5))
                .isCloseTo(0.8775825618903728, within(1e-15));
    }
}
