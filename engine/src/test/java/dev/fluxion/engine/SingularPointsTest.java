package dev.fluxion.engine;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where an adjoint of zero meets an infinite partial, and where an argument is overwritten under another name. */
final class SingularPointsTest {

    private static double[] shared = {};

    private static double unusedRoot(double x) {
        double root = Math.sqrt(x);
        return x > 0 ? root : x;
    }

    private static double overwritesShared(double[] x) {
        shared[0] = 5;
        return x[0] * x[1];
    }

    @Test
    void aResultThatTheBranchTakenDoesNotUseGivesNoNan() {
        assertThat(gradient(x -> unusedRoot(x), 0.0)).isEqualTo(1.0);
    }

    @Test
    void anInfiniteCotangentOfAPartialOfZeroIsZero() {
        assertThat(gradient(x -> Math.sqrt(Math.pow(x, 2)), 0.0)).isZero();
    }

    @Test
    void anInfiniteCotangentOfAnArgumentThatIsNotTakenIsZero() {
        assertThat(gradient(x -> Math.sqrt(Math.max(x, 0)), -1.0)).isZero();
        assertThat(gradient(x -> Math.cbrt(Math.min(0, x)), 2.0)).isZero();
        assertThat(gradient(x -> Math.sqrt(Math.clamp(x, 0.0, 1.0)), -3.0)).isZero();
        assertThat(gradient(x -> Math.sqrt(Math.max(x, 0)), 0.25)).isEqualTo(1.0);
        assertThat(derivative(derivative(x -> Math.max(x * x * x, 0) * x)).applyAsDouble(2.0)).isEqualTo(48.0);
        assertThat(derivative(derivative(x -> Math.sqrt(Math.max(x, 0)) + x * x)).applyAsDouble(-2.0)).isEqualTo(2.0);
    }

    @Test
    void anInfinitePartialStaysInfiniteWhereItCounts() {
        assertThat(gradient(x -> Math.sqrt(x), 0.0)).isInfinite();
    }

    @Test
    void secondDerivativesAreRightWhereAFirstOneIsZero() {
        assertThat(derivative(derivative(x -> Math.pow(x, 2))).applyAsDouble(0.0)).isEqualTo(2.0);
        assertThat(derivative(derivative(x -> x * Math.sqrt(1 + x))).applyAsDouble(0.0)).isEqualTo(1.0);
        assertThat(derivative(derivative(x -> x * Math.log(1 + x))).applyAsDouble(0.0)).isEqualTo(2.0);
    }

    @Test
    void aStoreInAnArrayThatIsTheArgumentEndsTheDerivativeThere() {
        double[] x = {2, 3};
        shared = x;
        assertThat(gradient(SingularPointsTest::overwritesShared, x)).containsExactly(0, 5);
        shared = new double[] {1};
        assertThat(gradient(SingularPointsTest::overwritesShared, new double[] {2, 3})).containsExactly(3, 2);
    }

    /** Recursive, so that it is not inlined. */
    private static int overwritesDeepInside(int depth) {
        if (depth == 0) {
            shared[0] = 5;
            return 0;
        }
        return overwritesDeepInside(depth - 1);
    }

    private static double callsWhatOverwrites(double[] x) {
        return x[0] * x[1] + overwritesDeepInside(2);
    }

    @Test
    void aStoreInACalledMethodThatHitsTheArgumentEndsTheDerivativeThere() {
        double[] x = {2, 3};
        shared = x;
        assertThat(gradient(SingularPointsTest::callsWhatOverwrites, x)).containsExactly(3, 2);
        shared = new double[] {1};
        assertThat(gradient(SingularPointsTest::callsWhatOverwrites, new double[] {2, 3})).containsExactly(3, 2);
    }

    private static int overwritesItsArgument(double[] array, int depth) {
        if (depth == 0) {
            array[0] = 5;
            return 0;
        }
        return overwritesItsArgument(array, depth - 1);
    }

    private static double passesWhatIsOverwritten(double[] x) {
        return x[0] * x[1] + overwritesItsArgument(shared, 2);
    }

    @Test
    void aStoreInAnArrayPassedOnThatIsTheArgumentEndsTheDerivativeThere() {
        double[] x = {2, 3};
        shared = x;
        assertThat(gradient(SingularPointsTest::passesWhatIsOverwritten, x)).containsExactly(3, 2);
        shared = new double[] {1};
        assertThat(gradient(SingularPointsTest::passesWhatIsOverwritten, new double[] {2, 3})).containsExactly(3, 2);
    }

    @Test
    void aStoreInAScratchArrayIsNoneOfTheArgumentsWhereThatIsANumber() {
        double[] scratch = {1};
        assertThat(
                        gradient(
                                x -> {
                                    scratch[0] = 3;
                                    return x * scratch[0];
                                },
                                2.0))
                .isEqualTo(3.0);
    }
}
