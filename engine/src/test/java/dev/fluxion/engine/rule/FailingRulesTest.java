package dev.fluxion.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.Differentiator;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Cotangents2;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;
import dev.fluxion.rule.ValueAndPullbackInPlace;
import dev.fluxion.rule.VoidPullback;
import dev.fluxion.tangent.NoTangent;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.function.DoubleUnaryOperator;

/** What rules throw, and what pullbacks return that does not fit, is told with the rule and where it comes from. */
class FailingRulesTest {

    static double square(double x) {
        return x * x;
    }

    static double cube(double x) {
        return x * x * x;
    }

    static double other(double x, int kind) {
        return x * kind;
    }

    static double half(double x) {
        return x / 2;
    }

    static void scale(double[] x) {
        x[0] *= 2;
    }

    static double sum(double[] x) {
        return x[0] + x[1];
    }

    static double dot(double[] x, double[] y) {
        return x[0] * y[0] + x[1] * y[1];
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> void raise(Exception exception) throws E {
        throw (E) exception;
    }

    private static final Differentiator AD = Fluxion.builder().rules(Failing.class).build();

    @Rules(of = FailingRulesTest.class)
    static final class Failing {
        private Failing() {}

        @Partial(of = "square", wrt = 0)
        static double square(double x, double y) {
            if (y > 4) {
                throw new IllegalStateException("the partial fails above 4");
            }
            return 2 * x;
        }

        @Reverse(of = "cube")
        static ValueAndPullback<Double, Double> cube(double x) {
            if (x < 0) {
                throw new IllegalArgumentException("negative");
            }
            return ValueAndPullback.of(
                    x * x * x,
                    bar -> {
                        if (x > 2) {
                            throw new IllegalStateException("the pullback fails above 2");
                        }
                        return 3 * x * x * bar;
                    });
        }

        @Reverse(of = "other")
        static ValueAndPullback<Double, Cotangents2<Double, NoTangent>> other(double x, int kind) {
            return ValueAndPullback.of(
                    x * kind,
                    bar -> {
                        if (kind == 0) {
                            throw new NotDifferentiableException(
                                    Diagnostic.of(ErrorId.NO_RULE, "this is not known", "so it is", "nothing"));
                        }
                        throw new StackOverflowError("too deep");
                    });
        }

        @Reverse(of = "sum")
        static ValueAndPullbackInPlace<Double> sum(double[] x) {
            return ValueAndPullbackInPlace.of(
                    x[0] + x[1],
                    (bar, adjoints) -> FailingRulesTest.<RuntimeException>raise(new IOException("from afar")));
        }

        @Reverse(of = "half")
        @SuppressWarnings("NullAway") // on purpose
        static ValueAndPullback<Double, Double> half(double x) {
            return x < 0 ? null : ValueAndPullback.of(x / 2, bar -> bar / 2);
        }

        @Reverse(of = "scale")
        @SuppressWarnings("NullAway") // on purpose
        static VoidPullback scale(double[] x) {
            return null;
        }

        @Reverse(of = "dot")
        static ValueAndPullback<Double, Cotangents2<double[], double[]>> dot(double[] x, double[] y) {
            return ValueAndPullback.of(
                    x[0] * y[0] + x[1] * y[1],
                    bar -> Cotangents2.of(new double[] {bar * y[0], bar * y[1]}, new double[3]));
        }
    }

    @Test
    void partialsThrowAsTheyAre() {
        assertThatThrownBy(() -> AD.gradient(x -> square(x) * x, 3.0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the partial fails above 4")
                .hasStackTraceContaining("FailingRulesTest$Failing.square(FailingRulesTest.java:")
                .hasStackTraceContaining("FailingRulesTest.lambda$partialsThrowAsTheyAre");
    }

    @Test
    void pullbacksThatThrowAreNamed() {
        assertThatThrownBy(() -> AD.gradient(x -> cube(x) * x, 3.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessage(
                        """
                        [FX-0409] the pullback of the rule dev.fluxion.engine.rule.FailingRulesTest$Failing.cube (module dev.fluxion.engine) failed
                            because it threw java.lang.IllegalStateException: the pullback fails above 2
                            try: correcting the rule, or leaving it out: @OptOut in a provider with overrides = true        more: docs/errors/FX-0409.md\
                        """)
                .hasStackTraceContaining("FailingRulesTest$Failing.cube(FailingRulesTest.java:")
                .hasStackTraceContaining("FailingRulesTest.lambda$pullbacksThatThrowAreNamed")
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the pullback fails above 2");
    }

    /** The rule's code is differentiated there, and its exceptions with it. */
    @Test
    void pullbacksThatThrowInSecondDerivatives() {
        DoubleUnaryOperator second = AD.derivative(AD.derivative(x -> cube(x) * x));
        assertThat(second.applyAsDouble(2.0)).isEqualTo(12 * 2 * 2);
        assertThatThrownBy(() -> second.applyAsDouble(3.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("[FX-0409]")
                .hasMessageContaining("the pullback fails above 2");
    }

    @Test
    void refusalsAndErrorsPassAsTheyAre() {
        assertThatThrownBy(() -> AD.gradient(x -> other(x, 0), 1.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("[FX-0107] this is not known");
        assertThatThrownBy(() -> AD.gradient(x -> other(x, 1), 1.0))
                .isInstanceOf(StackOverflowError.class)
                .hasMessage("too deep");
    }

    @Test
    void checkedExceptionsAndPullbacksInPlaceAreNamed() {
        assertThatThrownBy(() -> AD.gradient(x -> sum(x), new double[] {1, 2}))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("[FX-0409] the pullback of the rule")
                .hasRootCauseMessage("from afar");
    }

    /** What a method throws itself is its own affair. */
    @Test
    void exceptionsOfTheForwardHalfAreTheProgramsOwn() {
        assertThatThrownBy(() -> AD.gradient(x -> cube(x), -1.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("negative");
    }

    @Test
    void rulesThatReturnNothingAreNamed() {
        assertThat(AD.gradient(x -> half(x) * x, 3.0)).isEqualTo(3);
        assertThat(AD.derivative(AD.derivative(x -> half(x) * x)).applyAsDouble(3.0)).isEqualTo(1);
        assertThatThrownBy(() -> AD.gradient(x -> half(x) * x, -3.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessage(
                        """
                        [FX-0407] the rule dev.fluxion.engine.rule.FailingRulesTest$Failing.half (module dev.fluxion.engine) returned null
                            because what it returns holds the method's value, if there is one, and the pullback
                            try: a value with its pullback, or an exception, if that is what the method would throw        more: docs/errors/FX-0407.md\
                        """);
        assertThatThrownBy(() ->
                        AD.gradient(
                                x -> {
                                    scale(x);
                                    return x[0];
                                },
                                new double[] {1, 2}))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("Failing.scale (module dev.fluxion.engine) returned null");
    }

    @Test
    void cotangentsThatDoNotFitAreNamed() {
        assertThatThrownBy(() -> AD.gradient(x -> dot(x, x), new double[] {1, 2}))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessage(
                        """
                        [FX-0407] the rule dev.fluxion.engine.rule.FailingRulesTest$Failing.dot (module dev.fluxion.engine) returned a wrong cotangent for argument 1
                            because it is to be a double[] of length 2, not a double[] of length 3
                            try: a cotangent of the argument's type and shape, or ZeroTangent where it is zero        more: docs/errors/FX-0407.md\
                        """);
    }
}
