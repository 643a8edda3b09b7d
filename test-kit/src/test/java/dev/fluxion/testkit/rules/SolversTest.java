package dev.fluxion.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.rule.Adjoints;
import dev.fluxion.runtime.Shadows;
import dev.fluxion.testkit.rules.Solvers.Polynomial;

import org.junit.jupiter.api.Test;

import java.io.Serializable;
import java.util.function.DoubleUnaryOperator;

/** Rules that pull back through functions that they are given: Fluxion differentiates these in a test, too. */
class SolversTest {

    private static final double[] POINTS = {0.5, 1.5, -2.5};

    private final RuleTester rules = RuleTester.of(Solvers.Good.class);

    @Test
    void theNumbersInAFunctionHaveCotangents() {
        Polynomial cubic = new Polynomial(new double[] {-5, -1, 0, 1});
        assertThat(rules.testRrule("root", cubic, 1.0, 4.0))
                .singleElement()
                .satisfies(report -> assertThat(report.passed()).contains(Check.DIFFERENCES, Check.LINEARITY));
        rules.testRrule("mean", cubic, POINTS);
    }

    @Test
    void whatALambdaHasCapturedIsTestedInAProgram() {
        DoubleUnaryOperator square = (DoubleUnaryOperator & Serializable) v -> v * v;
        RuleReport report = rules.testRrule("mean", square, POINTS).getFirst();
        assertThat(report.passed())
                .contains(Check.DIFFERENCES, Check.WHOLE_GRADIENT)
                .doesNotContain(Check.SECOND_ORDER);
        assertThat(report.notes()).singleElement().asString().startsWith("no second derivatives: [FX-");
        RuleTester first = rules.without(Check.SECOND_ORDER);
        first.testGradient(
                (double[] x) -> Solvers.root(v -> v * v * v - x[0] - v * x[1], 1, 4) * x[2], new double[] {5, 1, 0.7});
    }

    @Test
    void wrongSharesOfTheFunctionAreCaught() {
        RuleTester wrong = RuleTester.of(Solvers.NotApart.class);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> wrong.testRrule("root", new Polynomial(new double[] {-5, -1, 0, 1}), 1.0, 4.0))
                .withMessageContaining("the cotangent of f is not that of finite differences");
    }

    @Test
    void wrongSharesOfTheArgumentAreCaught() {
        RuleTester wrong = RuleTester.of(Solvers.FixedPoints.class);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> wrong.testRrule("mean", new Polynomial(new double[] {1, 2, 3}), POINTS))
                .withMessageContaining("the cotangent of points is not that of finite differences");
    }

    @Test
    void adjointsWithoutALinkerSayWhatToDo() {
        Adjoints adjoints = Adjoints.of(Shadows.create(), 1);
        assertThatThrownBy(() -> adjoints.pullback(new Polynomial(new double[] {1}), 1, 1))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContainingAll("Solvers$Polynomial", "linker()", "RuleTester");
    }
}
