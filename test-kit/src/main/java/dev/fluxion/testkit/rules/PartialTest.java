package dev.fluxion.testkit.rules;

import dev.fluxion.testkit.differences.CentralDifferences;
import dev.fluxion.testkit.differences.Comparison;
import dev.fluxion.testkit.differences.Estimate;
import dev.fluxion.testkit.rules.declared.RuleMethod;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tests a partial at a point. */
final class PartialTest {

    private static final double CLOSE = 1e-6;

    private final Trial trial;
    private final Primal primal;

    PartialTest(Trial trial) {
        this.trial = trial;
        requireSignature(trial);
        this.primal = new Primal(trial);
    }

    /** Fails where the rule cannot be a partial of the method, whatever the point. */
    private static void requireSignature(Trial trial) {
        RuleMethod rule = trial.rule;
        Class<?> result = trial.target.handle().type().returnType();
        Class<?>[] parameters = rule.method().getParameterTypes();
        String type = result.getSimpleName();
        if (rule.method().getReturnType() != result) {
            throw trial.failure(
                    "it returns a " + rule.method().getReturnType().getSimpleName() + ", the method a " + type);
        }
        if (parameters[parameters.length - 1] != result) {
            String last = parameters[parameters.length - 1].getSimpleName();
            throw trial.failure("its last parameter is a " + last, "the method's result belongs there, a " + type);
        }
        if (rule.wrt() < 0 || rule.wrt() >= rule.arity()) {
            throw trial.failure("wrt = " + rule.wrt() + ", but the method has arguments 0 to " + (rule.arity() - 1));
        }
        if (!isFloating(parameters[rule.wrt()])) {
            throw trial.failure(
                    "wrt = " + rule.wrt() + " is an argument of type " + parameters[rule.wrt()].getSimpleName(),
                    "what cannot be perturbed has no derivative");
        }
    }

    void run() {
        double partial = partial(primal.point());
        if (Double.isNaN(partial) && !trial.passedBefore(Check.SHAPE)) {
            return; // not implemented
        }
        if (trial.wants(Check.REPEATABLE)) {
            requireSameAgain(partial);
        }
        if (trial.wants(Check.DIFFERENCES)) {
            compareWithDifferences(partial);
        }
        if (trial.wants(Check.ALLOCATION)) {
            requireAllocation();
        }
        if (trial.wants(Check.SECOND_ORDER)) {
            differentiate();
        }
    }

    /** Returns the partial, or NaN with a note if the author says that it is not implemented. */
    private double partial(double[] point) {
        Primal.Outcome outcome = primal.call(point);
        List<@Nullable Object> arguments = new ArrayList<>(trial.arguments.with(point).roots());
        arguments.add(outcome.value());
        Object partial = trial.callUnlessMissing(arguments);
        if (partial instanceof Number number) {
            trial.passed(Check.SHAPE);
            return number.doubleValue();
        }
        return Double.NaN;
    }

    private void requireSameAgain(double partial) {
        double again = partial(primal.point());
        if (Double.doubleToLongBits(partial) != Double.doubleToLongBits(again)) {
            throw trial.failure(
                    "called again with the same arguments, it gives something else",
                    "first " + partial + ", then " + again);
        }
        trial.passed(Check.REPEATABLE);
    }

    private void compareWithDifferences(double partial) {
        int position = trial.arguments.positionOf(trial.rule.wrt());
        Estimate expected = slope(position);
        Judgement judgement = new Judgement(trial, "partial", primal.isSingle());
        judgement.add(trial.arguments.name(position), partial, expected);
        judgement.require("the partial is not that of finite differences", hint(partial, expected.value()), "");
        trial.passed(Check.DIFFERENCES);
    }

    private String hint(double partial, double expected) {
        if (isClose(partial, -expected)) {
            return "it has the opposite sign";
        }
        for (int other = 0; other < trial.arguments.size(); other++) {
            if (isClose(partial, slope(other).value())) {
                String name = trial.arguments.name(other);
                return "it is that of " + name + ": are the arguments in the wrong order, or is wrt?";
            }
        }
        double factor = partial / expected;
        boolean isWhole = factor == Math.rint(factor) || 1 / factor == Math.rint(1 / factor);
        return isWhole && expected != 0 ? "it is " + Comparison.number(factor) + " times what it should be" : "";
    }

    private Estimate slope(int position) {
        double[] weights = new double[primal.outputs()];
        weights[0] = 1;
        return primal.partial(position, weights);
    }

    private static boolean isClose(double x, double y) {
        return Math.abs(x - y) <= CLOSE * Math.max(1e-3, Math.max(Math.abs(x), Math.abs(y)));
    }

    private void requireAllocation() {
        MethodHandle bound = trial.handle();
        List<@Nullable Object> arguments = new ArrayList<>(trial.arguments.copy().roots());
        arguments.add(primal.here().value());
        MethodHandle call = MethodHandles.insertArguments(bound, 0, arguments.toArray());
        boolean isSingle = call.type().returnType() == float.class;
        MethodHandle typed = isSingle ? call.asType(MethodType.methodType(double.class)) : call;
        Allocation.require(trial, () -> Allocation.call(typed), Math.max(0, trial.settings.bytes()), "a partial");
    }

    /** Compares the rule's own derivative, by Fluxion, with differences of the rule. */
    private void differentiate() {
        for (Class<?> parameter : trial.rule.method().getParameterTypes()) {
            if (parameter != double.class) {
                trial.note("not differentiated by Fluxion: not all parameters of the rule are doubles");
                return;
            }
        }
        double[] point = primal.point();
        double[] all = Arrays.copyOf(point, point.length + 1);
        all[point.length] = primal.outputsHere()[0];
        double[] gradient = trial.differentiated(trial.rule.method(), all);
        if (gradient.length == 0) {
            return;
        }
        Judgement judgement = new Judgement(trial, "second derivative", false);
        for (int i = 0; i < point.length; i++) {
            double actual = gradient[i] + strong(gradient[point.length], slope(i).value());
            judgement.add(trial.arguments.name(i), actual, secondSlope(point, i));
        }
        judgement.require("its own derivative, by Fluxion, is not that of finite differences of it", "", "");
        trial.passed(Check.SECOND_ORDER);
    }

    /** What does not depend on the result has no share of its slope, be that infinite. */
    private static double strong(double inResult, double slope) {
        return inResult == 0 ? 0 : inResult * slope;
    }

    private Estimate secondSlope(double[] point, int position) {
        double scale = Math.max(1, Math.abs(point[position]));
        return CentralDifferences.STANDARD.at(
                t -> {
                    double[] moved = point.clone();
                    moved[position] += t;
                    return partial(moved);
                },
                scale);
    }

    private static boolean isFloating(Class<?> type) {
        return type == double.class || type == float.class;
    }
}
