package dev.fluxion.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;

/**
 * Every line of the table: the gradient is that of central differences, or it is refused for the reason given; forward
 * mode, pullbacks and Hessians agree with it. Directions come from a seed, which the tests' names have.
 */
class LibrariesTest {

    private static final double TOLERANCE = 1e-6;
    private static final long SEED = Long.getLong("fluxion.acceptance.seed", System.currentTimeMillis());

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

    /** Forward mode and pullbacks, of every line whose gradient is not refused. */
    @TestFactory
    List<DynamicTest> bothModesAgree() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Subject subject : subjects()) {
            if (subject.refusal() == null) {
                tests.add(
                        DynamicTest.dynamicTest(
                                subject + named(SEED),
                                () -> {
                                    BothModes modes = new BothModes(subject, SEED);
                                    modes.forwardEqualsReverse();
                                    modes.pullbacksAgree();
                                }));
            }
        }
        return tests;
    }

    /** Hessians, which are right or refused as {@link RefusedHessians} says, of every line with a gradient. */
    @TestFactory
    List<DynamicTest> hessiansAreRight() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Subject subject : subjects()) {
            if (subject.refusal() == null) {
                tests.add(DynamicTest.dynamicTest(subject + named(SEED), () -> checkHessian(subject)));
            }
        }
        return tests;
    }

    @Test
    void refusedHessiansAreOfLinesWithAGradient() {
        assertThat(subjects())
                .filteredOn(subject -> subject.refusal() == null)
                .extracting(Subject::toString)
                .doesNotHaveDuplicates()
                .containsAll(RefusedHessians.names());
    }

    private static String named(long seed) {
        return " -Dfluxion.acceptance.seed=" + seed;
    }

    private static void checkHessian(Subject subject) {
        BothModes modes = new BothModes(subject, SEED);
        ErrorId refusal = RefusedHessians.of(subject);
        if (refusal == null) {
            modes.hessianIsRight();
            return;
        }
        assertThatThrownBy(modes::hessianIsRight)
                .isInstanceOfSatisfying(
                        NotDifferentiableException.class,
                        error ->
                                assertThat(error.diagnostics())
                                        .anySatisfy(one -> assertThat(one.id()).isEqualTo(refusal)));
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
