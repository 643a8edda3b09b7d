package dev.fluxion.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.Fluxion;
import dev.fluxion.control.Condition;
import dev.fluxion.control.Step;
import dev.fluxion.rules.core.CoreRules;
import dev.fluxion.testkit.rules.Check;
import dev.fluxion.testkit.rules.RuleCase;
import dev.fluxion.testkit.rules.RuleReport;
import dev.fluxion.testkit.rules.RuleTester;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The rules of rules-core for what a function says about its own derivative. They are given functions, which are not
 * drawn at random, and have the derivative that the plain call has where a hook changes nothing. What else hooks and
 * checkpoints do is tested in the engine.
 */
class ControlRulesTest {

    private static final double[] STATE = {0.5, -1.25, 2};

    @TestFactory
    Stream<DynamicTest> everyRuleOfAControlIsRight() {
        List<RuleCase> controls =
                RuleTester.of(new CoreRules()).cases().stream()
                        .filter(rule -> rule.method().getDeclaringClass() == Fluxion.class)
                        .toList();
        assertThat(controls).isNotEmpty();
        return controls.stream().map(rule -> DynamicTest.dynamicTest(rule.toString(), () -> check(rule)));
    }

    private static void check(RuleCase rule) {
        PrintStream before = System.out;
        System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        RuleReport report;
        try {
            report = tested(rule).test(arguments(rule));
        } finally {
            System.setOut(before);
        }
        assertThat(report.passed()).contains(Check.DIFFERENCES, Check.LINEARITY);
        if (!isOfObjects(rule)) {
            assertThat(report.passed()).contains(Check.WHOLE_GRADIENT);
        }
    }

    /**
     * What a checkpointed function of objects finds is remembered by the program around the rule, not by the rule: the
     * engine's CheckpointsTest overwrites it.
     */
    private static RuleCase tested(RuleCase rule) {
        return isOfObjects(rule) ? rule.without(Check.OVERWRITTEN_ARRAYS) : rule;
    }

    private static boolean isOfObjects(RuleCase rule) {
        return rule.argumentTypes().getFirst() == Function.class;
    }

    /** Functions with the rest of the point: one for each way in which a control can be called. */
    private static Object[] arguments(RuleCase rule) {
        Class<?> first = rule.argumentTypes().getFirst();
        boolean isArray = rule.argumentTypes().getLast() == double[].class;
        DoubleUnaryOperator same = (DoubleUnaryOperator & Serializable) bar -> bar;
        UnaryOperator<double[]> sameArray = (UnaryOperator<double[]> & Serializable) bar -> bar;
        DoubleUnaryOperator sine = (DoubleUnaryOperator & Serializable) x -> x * Math.sin(x);
        Function<double[], double[]> products =
                (Function<double[], double[]> & Serializable) x -> new double[] {x[0] * x[1], x[2] * x[2]};
        Condition hasFive = (state, index) -> index < 5;
        Step turn = (state, index) -> new double[] {state[1] + index, Math.sin(state[2]), state[0] * state[1]};
        return switch (rule.method().getName()) {
            case "hook" -> new Object[] {isArray ? sameArray : same, isArray ? STATE : 0.75};
            case "showGradient" -> new Object[] {"x", isArray ? STATE : 0.75};
            case "checkpointed" -> {
                if (rule.argumentTypes().size() == 2) {
                    yield isOfObjects(rule) ? new Object[] {products, STATE} : new Object[] {sine, 0.75};
                }
                yield new Object[] {first == Condition.class ? hasFive : 5, 3, turn, STATE};
            }
            default -> throw new AssertionError("no arguments for " + rule);
        };
    }
}
