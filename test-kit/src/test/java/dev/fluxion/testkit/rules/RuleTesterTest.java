package dev.fluxion.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.testkit.rules.Vectors.Account;
import dev.fluxion.testkit.rules.Vectors.Point;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Rules that are right pass, and the report says what was looked at. */
class RuleTesterTest {

    private static final double[] A = {1.5, -2, 0.25};
    private static final double[] B = {0.5, 3, -1};

    private final RuleTester rules = RuleTester.of(GoodRules.class);

    @Test
    void pullbacksOfArrays() {
        assertThat(rules.testRrule("dot", A, B))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.passed())
                            .containsExactly(
                                    Check.PRIMAL,
                                    Check.SHAPE,
                                    Check.DIFFERENCES,
                                    Check.REPEATABLE,
                                    Check.OVERWRITTEN_ARRAYS,
                                    Check.LINEARITY,
                                    Check.WHOLE_GRADIENT,
                                    Check.SECOND_ORDER);
                    assertThat(report.notes()).isEmpty();
                    assertThat(report.rule()).isEqualTo("dev.fluxion.testkit.rules.GoodRules.dot(double[], double[])");
                });
        rules.testRrule("softmax", A);
        rules.testRrule("trace", (Object) new double[][] {{1, 2}, {3, 4}});
    }

    @Test
    void pullbacksOfRecordsListsAndWholeNumbers() {
        rules.testRrule("pick", A, 1);
        rules.testRrule("area", new Point(2, 3, "p"), 0.5);
        rules.testRrule("mean", List.of(1.0, 2.5, -4.0));
    }

    @Test
    void oneArrayUnderTwoNames() {
        rules.testRrule("dot", A, A);
        rules.testFrule("dot", A, A);
    }

    @Test
    void emptyArrays() {
        rules.testRrule("dot", new double[0], new double[0]);
        rules.testRrule("softmax", new double[0]);
    }

    @Test
    void pullbacksInPlace() {
        rules.testRrule("normalize", A);
        rules.testRrule("scale", 3.0, A);
        rules.testRrule("addTo", A, B);
        rules.testRrule("interest", new Account(100, "me"), 0.05);
        rules.testRrule("<init>", 100.0, "me");
    }

    @Test
    void tangents() {
        assertThat(rules.testFrule("dot", A, B))
                .singleElement()
                .satisfies(report -> assertThat(report.passed()).contains(Check.FORWARD_AGAINST_REVERSE));
        rules.testFrule("softmax", A);
        rules.testFrule("pick", A, 2);
    }

    @Test
    void partials() {
        assertThat(rules.testScalar("skew", 1.5, -0.5))
                .hasSize(2)
                .allSatisfy(report ->
                        assertThat(report.passed())
                                .containsExactly(
                                        Check.SHAPE,
                                        Check.DIFFERENCES,
                                        Check.REPEATABLE,
                                        Check.WHOLE_GRADIENT,
                                        Check.SECOND_ORDER,
                                        Check.ALLOCATION));
        rules.testScalar("half", 1.5f);
    }

    @Test
    void allFormsOfOneMethod() {
        assertThat(rules.test("dot", A, B)).hasSize(2);
    }

    @Test
    void longArgumentsAlongRandomDirections() {
        double[] a = new double[500];
        double[] b = new double[500];
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.sin(i);
            b[i] = Math.cos(3 * i);
        }
        rules.testRrule("dot", a, b);
    }

    @Test
    void whatIsNotImplementedIsNoted() {
        RuleTester kinds = RuleTester.of(GoodRules.Kinds.class).without(Check.WHOLE_GRADIENT);
        assertThat(kinds.testRrule("dot", A, B).getFirst().notes())
                .containsExactly("the cotangent of a is not implemented: nobody needs it");
        assertThat(kinds.testScalar("skew", 1.0, 2.0).getFirst().notes())
                .containsExactly("this derivative is not implemented: no formula");
    }

    @Test
    void zeroTangentIsZero() {
        RuleTester.of(GoodRules.Kinds.class).without(Check.WHOLE_GRADIENT).testRrule("pick", new double[] {0, 1}, 0);
    }

    @Test
    void theGradientByFluxionUsesTheRules() {
        RuleTester.of(GoodRules.class).testScalar("skew", 1.5, -0.5);
        RuleTester.of(GoodRules.class).testGradient(x -> Vectors.skew(x, 2 * x), 1.5);
        RuleTester.of(GoodRules.class).testGradient(x -> Vectors.skew(x[0], x[1]) * x[0], new double[] {1.5, -0.5});
    }
}
