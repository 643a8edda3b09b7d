package dev.fluxion.testkit.assertion;

import dev.fluxion.Differentiator;
import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.testkit.differences.Comparison;
import dev.fluxion.testkit.differences.Estimate;
import dev.fluxion.testkit.gradcheck.GradCheck;
import dev.fluxion.testkit.gradcheck.Question;
import dev.fluxion.testkit.numbers.Mismatch;
import dev.fluxion.testkit.numbers.Numbers;

import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Assertions about the gradient of a function at a point; made by {@link FluxionAssertions#assertThatGradient}. */
public final class GradientAssert extends AbstractAssert<GradientAssert, Question> {

    private static final double TOLERANCE = 1e-7;

    private @Nullable Double tolerance;
    private @Nullable Differentiator differentiator;

    /** Starts with a function at a point. */
    GradientAssert(Question actual) {
        super(actual, GradientAssert.class);
    }

    /** Sets the tolerance, relative and absolute, of what follows: 1e-7 for differences, else 0. */
    public GradientAssert within(double newTolerance) {
        tolerance = newTolerance;
        return this;
    }

    /** Sets whose gradients they are, such as those of a Fluxion with further rules. */
    public GradientAssert using(Differentiator newDifferentiator) {
        differentiator = newDifferentiator;
        return this;
    }

    /** Verifies that the gradient is that of extrapolated central differences. */
    public GradientAssert matchesFiniteDifferences() {
        Double own = tolerance;
        GradCheck check = GradCheck.within(own == null ? TOLERANCE : own);
        try {
            check.using(differentiator).check(actual);
        } catch (NotDifferentiableException refused) {
            throw unexpected(refused);
        } catch (AssertionError wrong) {
            throw failure("%s", wrong.getMessage());
        }
        return this;
    }

    /**
     * Verifies that the gradient is this: one for each argument, a number, an array, a record, a list and so on.
     *
     * @param expected the gradients
     */
    public GradientAssert isGradient(@Nullable Object... expected) {
        Numbers point = actual.point();
        List<? extends @Nullable Object> gradients;
        try {
            gradients = actual.gradients(differentiator);
        } catch (NotDifferentiableException refused) {
            throw unexpected(refused);
        }
        double own = tolerance == null ? 0 : tolerance;
        Comparison comparison = new Comparison("gradient", own, own, false);
        double[] is = read(point, gradients, "the gradient");
        double[] should = read(point, Arrays.asList(expected), "what is expected");
        for (int i = 0; i < is.length; i++) {
            boolean isNaN = Double.isNaN(is[i]) && Double.isNaN(should[i]);
            boolean isEqual = isNaN || is[i] == should[i];
            comparison.add(point.name(i), is[i], new Estimate(isEqual ? is[i] : should[i], 0));
        }
        List<Comparison.Row> wrong = new ArrayList<>(comparison.wrong());
        wrong.removeIf(row -> Double.isNaN(row.actual()) && Double.isNaN(row.expected().value()));
        wrong.removeIf(row -> row.actual() == row.expected().value());
        if (!wrong.isEmpty()) {
            throw failure("%s", "the gradient is not the expected one\n" + text(wrong));
        }
        return this;
    }

    /** Verifies that the gradient is this. */
    @Override
    public GradientAssert isEqualTo(@Nullable Object expected) {
        return isGradient(expected);
    }

    /** Verifies that the function's value is this, to the bit. */
    public GradientAssert hasValue(double expected) {
        double value = actual.value(actual.point().values());
        if (Double.doubleToLongBits(value) != Double.doubleToLongBits(expected)) {
            throw failureWithActualExpected(value, expected, "the value is %s, where %s belongs", value, expected);
        }
        return this;
    }

    /** Verifies that Fluxion refuses to differentiate the function, with this error among others. */
    public GradientAssert isRefusedWith(ErrorId id) {
        List<? extends @Nullable Object> gradients;
        try {
            gradients = actual.gradients(differentiator);
        } catch (NotDifferentiableException refused) {
            List<ErrorId> ids = refused.diagnostics().stream().map(Diagnostic::id).toList();
            if (!ids.contains(id)) {
                throw failure("it is refused with %s, where %s belongs:%n%s", ids, id, refused.getMessage());
            }
            return this;
        }
        throw failure("it is differentiated: %s, where a refusal with %s belongs", gradients, id);
    }

    private static String text(List<Comparison.Row> wrong) {
        StringBuilder text = new StringBuilder();
        for (Comparison.Row row : wrong) {
            text.append(row.name()).append(" is ").append(row.actual());
            text.append(", where ").append(row.expected().value()).append(" belongs\n");
        }
        return text.toString().stripTrailing();
    }

    private double[] read(Numbers point, List<? extends @Nullable Object> gradients, String what) {
        if (gradients.size() != point.roots().size()) {
            throw failure("%s has %s parts for %s arguments", what, gradients.size(), point.roots().size());
        }
        try {
            return point.readGradients(gradients);
        } catch (Mismatch mismatch) {
            throw failure("%s has the wrong type or shape: %s", what, mismatch.getMessage());
        }
    }

    private AssertionError unexpected(NotDifferentiableException refused) {
        AssertionError failure = failure("there is no gradient:%n%s", refused.getMessage());
        failure.initCause(refused);
        return failure;
    }
}
