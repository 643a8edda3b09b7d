package dev.fluxion.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleArrayFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.rules.VectorOps.Point;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules are used, once for each call, in whatever code the call is; what they say is checked by differences. */
class ReverseRulesTest {

    private static final double STEP = 1e-5;
    private static final Differentiator AD = Fluxion.builder().rules(VectorRules.class).build();

    private static double[] kept = new double[0];

    @BeforeEach
    void reset() {
        VectorRules.reset();
    }

    /** Compares with central differences of the plain function, which knows no rules. */
    private static void check(DoubleArrayFn f, int hits, double... x) {
        double[] gradient = AD.gradient(f, x.clone());
        assertThat(VectorRules.rules).as("calls of rules").isEqualTo(hits);
        assertThat(VectorRules.pullbacks).as("calls of pullbacks").isEqualTo(hits);
        for (int i = 0; i < x.length; i++) {
            double[] up = x.clone();
            double[] down = x.clone();
            up[i] += STEP;
            down[i] -= STEP;
            double slope = (f.applyAsDouble(up) - f.applyAsDouble(down)) / (2 * STEP);
            assertThat(gradient[i]).as("partial %d", i).isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
        }
    }

    @Test
    void numbersOfArrays() {
        check(x -> VectorOps.dot(x, new double[] {1, 2, 3}), 1, 1, 2, 3);
    }

    @Test
    void oneArrayTwice() {
        check(x -> VectorOps.dot(x, x), 1, 1, 2, 3);
    }

    @Test
    void arraysOfArrays() {
        check(x -> VectorOps.doubled(x)[0] * VectorOps.doubled(x)[1], 2, 1, 2, 3);
    }

    @Test
    void localArrayThatIsOverwrittenLater() {
        check(
                x -> {
                    double[] squares = new double[3];
                    for (int i = 0; i < 3; i++) {
                        squares[i] = x[i] * x[i];
                    }
                    double[] y = VectorOps.doubled(squares);
                    squares[0] = 7;
                    return y[0] * y[1] + y[2] + squares[0] * squares[1];
                },
                1,
                1,
                2,
                3);
    }

    @Test
    void writtenArgument() {
        check(
                x -> {
                    double[] copy = x.clone();
                    VectorOps.scale(x[0], copy);
                    return copy[0] * copy[1] + copy[2];
                },
                1,
                1,
                2,
                3);
    }

    @Test
    void argumentOfTheGradientWritten() {
        check(
                x -> {
                    VectorOps.scale(x[0], x);
                    return x[1] * x[2];
                },
                1,
                1,
                2,
                3);
    }

    @Test
    void valueAndWrittenArgument() {
        check(
                x -> {
                    double[] unit = x.clone();
                    double norm = VectorOps.normalize(unit);
                    return norm * unit[0] + unit[1];
                },
                1,
                1,
                2,
                3);
    }

    @Test
    void numbersInLoops() {
        check(
                x -> {
                    double product = 1;
                    for (int i = 0; i < 4; i++) {
                        for (double v : x) {
                            product = VectorOps.times(product, v) + Math.sin(product);
                        }
                    }
                    return product;
                },
                12,
                1,
                0.2,
                0.3);
    }

    @Test
    void arraysInLoops() {
        check(
                x -> {
                    double[] at = x.clone();
                    for (int i = 0; i < 4; i++) {
                        at = VectorOps.doubled(at);
                        at[0] += at[1] * at[2];
                    }
                    return at[0];
                },
                4,
                1,
                0.2,
                0.3);
    }

    @Test
    void records() {
        check(
                x -> {
                    Point sum = VectorOps.plus(new Point(x[0], x[1]), new Point(x[1] * x[2], 3));
                    return sum.x() * sum.y();
                },
                1,
                1,
                2,
                3);
    }

    @Test
    void otherArguments() {
        check(x -> VectorOps.weighted((int) x[1], "four", x[0] * x[0]), 1, 3, 2.5);
    }

    @Test
    void narrowNumbers() {
        assertThat(AD.gradient((float[] x) -> VectorOps.squared(x[0] * x[1]), new float[] {2, 3}))
                .containsExactly(36, 24);
        assertThat(VectorRules.pullbacks).isEqualTo(1);
    }

    @Test
    void arrayUnderAnotherName() {
        check(
                x -> {
                    kept = x;
                    double[] y = VectorOps.doubled(kept);
                    kept[1] = 5;
                    return y[1] * kept[0] * y[2];
                },
                1,
                1,
                2,
                3);
    }

    /** The rule captures its arguments as they are. */
    @Test
    void argumentThatIsOverwrittenLater() {
        check(
                x -> {
                    double[] first = x.clone();
                    double[] ramp = VectorOps.scaled(first, 3);
                    first[0] = 9;
                    ramp[1] *= first[0] * x[1];
                    return ramp[0] * ramp[1];
                },
                1,
                1,
                2,
                3);
    }

    @Test
    void exceptionOfRule() {
        DoubleArrayFn f =
                x -> {
                    double sum = 0;
                    for (int i = 0; i < 3; i++) {
                        double[] pair = {x[i], x[0] * x[1]};
                        try {
                            double[] y = VectorOps.checked(pair);
                            sum += y[0] * y[1];
                        } catch (IllegalStateException tooLarge) {
                            sum += pair[1] * x[2];
                        }
                    }
                    return sum;
                };
        // x0·x0·x1 + x0·x1·x2 + x2·x0·x1
        assertThat(AD.gradient(f, new double[] {0.9, 2, 0.3}))
                .containsExactly(new double[] {3.6 + 1.2, 0.81 + 0.54, 3.6}, within(1e-12));
        assertThat(VectorRules.rules).isEqualTo(3);
        assertThat(VectorRules.pullbacks).isEqualTo(2);
    }

    @Test
    void exceptionThatLeaves() {
        assertThatThrownBy(() -> AD.gradient(x -> VectorOps.checked(x)[1], new double[] {2, 3}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("more than one");
    }

    @Test
    void constantArgumentsAreNotPulledBack() {
        assertThat(AD.gradient(x -> VectorOps.times(2, 3) * x[0], new double[] {1})).containsExactly(6);
        assertThat(VectorRules.pullbacks).isZero();
    }

    @Test
    void secondDerivatives() {
        assertThat(AD.derivative(AD.derivative(x -> VectorOps.times(x, VectorOps.times(x, x)))).applyAsDouble(2.0))
                .isEqualTo(12);
        assertThat(second(x -> VectorOps.dot(x, x), 2)).isEqualTo(2 + 12 * 4);
        assertThat(
                        second(
                                x -> {
                                    VectorOps.scale(x[0], x);
                                    return x[0] * x[1];
                                },
                                2))
                .isEqualTo(20 * 8);
    }

    /** The second derivative of {@code f({x, x²})}. */
    private static double second(DoubleArrayFn f, double at) {
        return AD.derivative(AD.derivative(x -> f.applyAsDouble(new double[] {x, x * x}))).applyAsDouble(at);
    }

    @Test
    void secondDerivativesThroughRecordsAreRefused() {
        assertThatThrownBy(() ->
                        AD.derivative(AD.derivative(x -> VectorOps.plus(new Point(x, x * x), new Point(x, 1)).y()))
                                .applyAsDouble(2))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("cannot take a second derivative through a rule");
    }

    @Test
    void otherInstancesDoNotKnowTheRules() {
        assertThat(Fluxion.gradient(x -> VectorOps.dot(x, x), new double[] {1, 2})).containsExactly(2, 4);
        assertThat(VectorRules.rules).isZero();
    }
}
