package dev.fluxion.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fluxion.tangent.NoTangent;
import dev.fluxion.testkit.numbers.RandomTangent;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.List;

/**
 * What ChainRulesTestUtils checks, check by check; {@code test_rrule} with the numbers (1) to (9) of the inventory.
 * There are no thunks in Java, (8) and the second half of (9), and types are the compiler's business, (2) and the first
 * half of (9).
 */
class ChainRulesTestUtilsTest {

    private static final double[] A = {1.5, -2, 0.25};
    private static final double[] B = {0.5, 3, -1};

    @Test
    void testScalarComparesThePartialAndWhatFluxionMakesOfIt() {
        assertThat(RuleTester.of(GoodRules.class).testScalar("skew", 1.5, -0.5))
                .allSatisfy(report ->
                        assertThat(report.passed())
                                .contains(Check.DIFFERENCES, Check.WHOLE_GRADIENT, Check.SECOND_ORDER));
        fails(
                () -> RuleTester.of(WrongRules.PartialOfTheOther.class).testScalar("skew", 1.5, -0.5),
                "the partial is not that of finite differences");
    }

    @Test
    void testFruleComparesValueAndTangent() {
        rules().testFrule("dot", A, B);
        fails(
                () -> RuleTester.of(WrongRules.WrongTangent.class).testFrule("dot", A, B),
                "the tangent of its value is not that of finite differences");
    }

    @Test
    void testFruleTakesNoTangentForWholeNumbers() {
        rules().testFrule("pick", A, 1);
    }

    @Test
    void testRrule1PrimalIsEqual() {
        fails(() -> RuleTester.of(WrongRules.OtherValue.class).testRrule("dot", A, B), "its value is not the method's");
    }

    @Test
    void testRrule3OneCotangentForEachArgument() {
        fails(
                () -> RuleTester.of(WrongRules.WrongArity.class).testRrule("dot", A, B),
                "its pullback gives 3 cotangents for 2 arguments");
    }

    @Test
    void testRrule4EachCotangentIsThatOfDifferences() {
        rules().testRrule("dot", A, B);
        fails(
                () -> RuleTester.of(WrongRules.WrongSign.class).testRrule("dot", A, B),
                "the cotangent of b is not that of finite differences");
    }

    @Test
    void testRrule5ZeroTangentForWhatCannotBePerturbedIsAnError() {
        fails(
                () -> RuleTester.of(WrongRules.ZeroForAWholeNumber.class).testRrule("pick", A, 1),
                "the cotangent of index, of type int, is ZeroTangent");
    }

    @Test
    void testRrule6NotImplementedIsNoted() {
        RuleTester kinds = RuleTester.of(GoodRules.Kinds.class).without(Check.WHOLE_GRADIENT);
        assertThat(kinds.testRrule("dot", A, B).getFirst().notes()).hasSize(1);
    }

    @Test
    void testRrule7AccumulationInPlaceKeepsWhatWasThere() {
        rules().testRrule("addTo", A, B);
        fails(
                () -> RuleTester.of(WrongRules.MissingAccumulation.class).testRrule("addTo", A, B),
                "the adjoints that were there before are gone");
    }

    @Test
    void randTangentHasTwoDigitsAndNoneForWholeNumbers() {
        RandomTangent random = new RandomTangent(1);
        for (int i = 0; i < 100; i++) {
            assertThat((double) random.of(0.0)).isBetween(-9.0, 9.0);
        }
        for (Object none : List.of(1, "text", 'c', true)) {
            assertThat(random.of(none)).isEqualTo(NoTangent.NO_TANGENT);
        }
    }

    @Test
    void testMethodTablesNoRuleIsForNoMethod() {
        fails(() -> RuleTester.of(WrongRules.ForNoMethod.class).cases(), "it is for no method");
        assertThat(rules().cases()).hasSize(17);
    }

    private static RuleTester rules() {
        return RuleTester.of(GoodRules.class).without(Check.WHOLE_GRADIENT);
    }

    private static void fails(ThrowingCallable test, String message) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(test).withMessageContaining(message);
    }
}
