package dev.fluxion.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** Plain Java in a method's place is compared with the method, and differentiated. */
class ReplacementsTest {

    private static final double[] X = {1.5, -2, 0.25};

    static final class Library {

        private Library() {}

        /** Squares some elements, and returns the sum of all. */
        static double squared(double[] x, int count) {
            for (int i = 0; i < count; i++) {
                x[i] = x[i] * x[i];
            }
            return Arrays.stream(x).sum();
        }

        static double[] doubled(double[] x) {
            return Arrays.stream(x).map(v -> 2 * v).toArray();
        }
    }

    @Rules(of = Library.class)
    static final class Good {

        private Good() {}

        @Replacement(of = "squared")
        static double squared(double[] x, int count) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                x[i] *= x[i];
            }
            for (double v : x) {
                sum += v;
            }
            return sum;
        }
    }

    /** The value is that of other elements. */
    @Rules(of = Library.class)
    static final class OtherValue {

        private OtherValue() {}

        @Replacement(of = "doubled")
        static double[] doubled(double[] x) {
            return x.clone();
        }
    }

    /** Does not fail where the method does, and squares a copy. */
    @Rules(of = Library.class)
    static final class OtherEffects {

        private OtherEffects() {}

        @Replacement(of = "squared")
        static double squared(double[] x, int count) {
            return Good.squared(x.clone(), Math.min(count, x.length));
        }
    }

    @Test
    void whatDoesTheSamePasses() {
        RuleTester rules = RuleTester.of(Good.class);
        assertThat(rules.test("squared", X, 2))
                .singleElement()
                .satisfies(report ->
                        assertThat(report.passed())
                                .containsExactly(Check.PRIMAL, Check.SHAPE, Check.WHOLE_GRADIENT, Check.SECOND_ORDER));
    }

    @Test
    void theSameExceptionPasses() {
        RuleReport report = RuleTester.of(Good.class).testReplacement("squared", X, 4).getFirst();
        assertThat(report.passed()).containsExactly(Check.PRIMAL, Check.SHAPE);
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void anotherValueIsCaught() {
        fails(() -> RuleTester.of(OtherValue.class).testReplacement("doubled", X), "its value is not the method's");
    }

    @Test
    void anotherEffectIsCaught() {
        fails(
                () -> RuleTester.of(OtherEffects.class).testReplacement("squared", X, 2),
                "after it the arguments are not as the method leaves them");
    }

    @Test
    void aMissingExceptionIsCaught() {
        fails(
                () -> RuleTester.of(OtherEffects.class).testReplacement("squared", X, 4),
                "it returns, the method throws java.lang.ArrayIndexOutOfBoundsException: Index 3 out of bounds");
    }

    private static void fails(ThrowingCallable test, String message) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(test).withMessageContaining(message);
    }
}
