package dev.fluxion.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;

/** Every line of the table: the gradient is that of central differences, or it is refused for the reason given. */
class LibrariesTest {

    private static final double TOLERANCE = 1e-6;

    static List<Subject> subjects() {
        List<Subject> all = new ArrayList<>();
        all.addAll(HipparchusFunctions.elementary());
        all.addAll(HipparchusFunctions.special());
        all.addAll(HipparchusFunctions.interpolation());
        all.addAll(HipparchusFunctions.calculus());
        all.addAll(HipparchusFunctions.complex());
        all.addAll(HipparchusLinear.all());
        all.addAll(HipparchusOde.all());
        all.addAll(CommonsFunctions.distributions());
        all.addAll(CommonsFunctions.numbers());
        all.addAll(StrataFormulas.all());
        all.addAll(Joml.all());
        return all;
    }

    @TestFactory
    List<DynamicTest> gradients() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Subject subject : subjects()) {
            tests.add(DynamicTest.dynamicTest(subject.toString(), () -> check(subject)));
        }
        return tests;
    }

    private static void check(Subject subject) {
        Subject.Refusal refusal = subject.refusal();
        if (refusal != null) {
            assertThatThrownBy(() -> Fluxion.gradient(subject.function(), subject.at().clone()))
                    .isInstanceOfSatisfying(
                            NotDifferentiableException.class,
                            error ->
                                    assertThat(error.diagnostics())
                                            .anySatisfy(one -> assertThat(one.id()).isEqualTo(refusal.id())));
            return;
        }
        double[] gradient = Fluxion.gradient(subject.function(), subject.at().clone());
        double[] differences = FiniteDifferences.of(subject.function(), subject.at());
        double scale = 0;
        for (double difference : differences) {
            scale = Math.max(scale, Math.abs(difference));
        }
        assertThat(scale).as("the function varies at the point").isPositive();
        for (int i = 0; i < differences.length; i++) {
            assertThat(Math.abs(gradient[i] - differences[i]))
                    .as("component %s: %s, by differences %s", i, gradient[i], differences[i])
                    .isLessThanOrEqualTo(TOLERANCE * scale);
        }
    }
}
