package dev.fluxion.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/** Each wrong rule is caught, and the text, a golden file of its name, says what is wrong. */
class WrongRulesTest {

    private static final double[] A = {1.5, -2, 0.25};
    private static final double[] B = {0.5, 3, -1};

    /** A wrong rule, and where to test it. */
    record Case(Class<?> rules, String method, List<Object> arguments) {
        @Override
        public String toString() {
            return rules.getSimpleName();
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(WrongRules.WrongSign.class, "dot", List.of(A, B)),
                new Case(WrongRules.WrongOrder.class, "dot", List.of(A, B)),
                new Case(WrongRules.WrongFactor.class, "dot", List.of(A, B)),
                new Case(WrongRules.OneElementWrong.class, "softmax", List.of(A)),
                new Case(WrongRules.MissingAccumulation.class, "addTo", List.of(A, B)),
                new Case(WrongRules.NotTaken.class, "scale", List.of(3.0, A)),
                new Case(WrongRules.WrongShape.class, "softmax", List.of(A)),
                new Case(WrongRules.WrongType.class, "pick", List.of(A, 1)),
                new Case(WrongRules.WrongArity.class, "dot", List.of(A, B)),
                new Case(WrongRules.ZeroForAWholeNumber.class, "pick", List.of(A, 1)),
                new Case(WrongRules.NoTangentForNumbers.class, "pick", List.of(A, 1)),
                new Case(WrongRules.CapturedArgument.class, "dot", List.of(A, B)),
                new Case(WrongRules.CapturedValue.class, "softmax", List.of(A)),
                new Case(WrongRules.CapturedOverwritten.class, "pick", List.of(A, 1)),
                new Case(WrongRules.Impure.class, "pick", List.of(A, 1)),
                new Case(WrongRules.OtherValue.class, "dot", List.of(A, B)),
                new Case(WrongRules.OtherMemory.class, "normalize", List.of(A)),
                new Case(WrongRules.NotInPlace.class, "normalize", List.of(A)),
                new Case(WrongRules.DoesNotSayThatItWrites.class, "normalize", List.of(A)),
                new Case(WrongRules.Throwing.class, "softmax", List.of(A)),
                new Case(WrongRules.ForNoMethod.class, "dot", List.of(A)),
                new Case(WrongRules.WrongTangent.class, "dot", List.of(A, B)),
                new Case(WrongRules.TangentOfWrongShape.class, "softmax", List.of(A)),
                new Case(WrongRules.PartialOfTheOther.class, "skew", List.of(1.5, -0.5)),
                new Case(WrongRules.MissingPartial.class, "skew", List.of(1.5, -0.5)),
                new Case(WrongRules.WrongWrt.class, "skew", List.of(1.5, -0.5)),
                new Case(WrongRules.PartialOfAnotherType.class, "half", List.of(1.5f)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isCaught(Case wrong) {
        RuleTester rules = RuleTester.of(wrong.rules());
        Golden.check("rules/" + wrong, failure(() -> rules.test(wrong.method(), wrong.arguments().toArray())));
    }

    @Test
    void aPullbackThatIsNotLinearIsCaughtWhereDifferencesDoNotSeeIt() {
        RuleTester rules = RuleTester.of(WrongRules.NotLinear.class).without(Check.DIFFERENCES);
        Golden.check("rules/NotLinear", failure(() -> rules.testRrule("pick", A, 1)));
    }

    @Test
    void rulesThatAreNotTransposesAreCaught() {
        RuleTester rules = RuleTester.of(WrongRules.NotTransposed.class);
        Golden.check("rules/NotTransposed", failure(() -> rules.testFrule("dot", A, B)));
    }

    @Test
    void aPullbackWhoseOwnDerivativeIsLostIsCaught() {
        RuleTester rules = RuleTester.of(WrongRules.LostAtSecondOrder.class);
        assertThat(rules.without(Check.SECOND_ORDER).testRrule("pick", A, 1).getFirst().passed())
                .contains(Check.DIFFERENCES, Check.WHOLE_GRADIENT);
        assertThat(failure(() -> rules.testRrule("pick", A, 1)))
                .contains(
                        "the rule dev.fluxion.testkit.rules.WrongRules$LostAtSecondOrder.pick(double[], int): its own"
                                + " derivative, by Fluxion, is not that of"
                                + " finite differences");
    }

    @Test
    void aPartialThatAllocatesIsCaught() {
        RuleTester rules = RuleTester.of(WrongRules.AllocatingPartial.class);
        assertThat(failure(() -> rules.testScalar("skew", 1.5, -0.5)))
                .containsPattern("AllocatingPartial.inX\\(double, double, double\\): a call allocates \\d+ bytes");
    }

    @Test
    void differencesThatDoNotKnowEnoughAreSaid() {
        RuleTester rules = RuleTester.of(GoodRules.class).within(1e-14);
        assertThat(failure(() -> rules.testRrule("softmax", A)))
                .contains(
                        "the rule dev.fluxion.testkit.rules.GoodRules.softmax(double[]): finite differences do not know"
                                + " enough digits here",
                        "try: a point further from poles and kinks, or within(");
    }

    @Test
    void aMethodWithoutARuleIsNamedWithWhatThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleTester.of(GoodRules.class).testRrule("pick", A, 1.0))
                .withMessage(
                        "no @Reverse(of = \"pick\") takes ([1.5, -2.0, 0.25], 1.0); there are"
                                + " dev.fluxion.testkit.rules.GoodRules.pick(double[], int),"
                                + " dev.fluxion.testkit.rules.GoodRules.pick(double[], int, double[], NoTangent)");
    }

    private static String failure(ThrowingCallable test) {
        AssertionError failure = catchThrowableOfType(AssertionError.class, test);
        assertThat(failure).as("nothing was found").isNotNull();
        return failure.getMessage();
    }
}
