package dev.fluxion.testkit.rules;

import dev.fluxion.rule.ValueAndTangent;
import dev.fluxion.testkit.differences.Estimate;
import dev.fluxion.testkit.numbers.Mismatch;
import dev.fluxion.testkit.numbers.Numbers;
import dev.fluxion.testkit.numbers.Sameness;
import dev.fluxion.testkit.rules.declared.Show;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Tests a forward rule at a point. */
final class ForwardTest {

    private static final double TRANSPOSED = 1e-10;

    private final Trial trial;
    private final Primal primal;
    private final double[] direction;

    ForwardTest(Trial trial) {
        this.trial = trial;
        this.primal = new Primal(trial);
        this.direction = trial.random.numbers(trial.arguments.size());
    }

    void run() {
        Numbers arguments = trial.arguments.copy();
        ValueAndTangent<?> result = call(arguments, direction);
        requirePrimal(arguments, result);
        double[] tangent = tangent(result);
        trial.passed(Check.SHAPE);
        if (trial.wants(Check.DIFFERENCES)) {
            compareWithDifferences(tangent);
        }
        if (trial.wants(Check.REPEATABLE)) {
            requireSameAgain(tangent);
        }
        if (trial.wants(Check.LINEARITY)) {
            requireLinear(tangent);
        }
    }

    /** Compares with the reverse rule of the same method. */
    void against(Trial reverse) {
        Primal.Outcome here = primal.here();
        double[] valueBar = trial.random.numbers(here.values().size());
        Reversal reversal = Reversal.of(reverse);
        Reversal.Pulled pulled = reversal.pull(valueBar, new double[trial.arguments.size()]);
        if (reversal.isInPlace() || !pulled.missing().isEmpty()) {
            trial.note("not compared with " + reverse.rule + ", which does not give all cotangents");
            return;
        }
        double[] tangent = tangent(call(trial.arguments.copy(), direction));
        double size = 0;
        double forwards = 0;
        for (int i = 0; i < valueBar.length; i++) {
            forwards += valueBar[i] * tangent[i];
            size += Math.abs(valueBar[i] * tangent[i]);
        }
        double backwards = 0;
        for (int i = 0; i < direction.length; i++) {
            backwards += pulled.adjoints()[i] * direction[i];
            size += Math.abs(pulled.adjoints()[i] * direction[i]);
        }
        if (!(Math.abs(forwards - backwards) <= size * (primal.isSingle() ? 1e-4 : TRANSPOSED))) {
            throw trial.failure(
                    "it and " + reverse.rule + " are not transposes of each other",
                    "<w, J v> is " + forwards + " by this rule, <J' w, v> is " + backwards + " by the other");
        }
        trial.passed(Check.FORWARD_AGAINST_REVERSE);
    }

    private ValueAndTangent<?> call(Numbers arguments, double[] tangents) {
        List<@Nullable Object> all = new ArrayList<>(arguments.roots());
        for (int i = 0; i < arguments.roots().size(); i++) {
            all.add(arguments.tangent(i, tangents));
        }
        Object result = trial.call(all);
        if (!(result instanceof ValueAndTangent<?> pair)) {
            throw trial.failure(
                    "it returns " + (result == null ? "null" : "a " + result.getClass().getTypeName()),
                    "a ValueAndTangent belongs there");
        }
        return pair;
    }

    private void requirePrimal(Numbers arguments, ValueAndTangent<?> result) {
        if (!trial.wants(Check.PRIMAL)) {
            return;
        }
        String difference = Sameness.difference("value", primal.here().value(), result.value(), trial.settings.ulps());
        if (difference != null) {
            throw trial.failure("its value is not the method's", difference);
        }
        Numbers after = primal.here().arguments();
        for (int i = 0; i < after.roots().size(); i++) {
            difference =
                    Sameness.difference(
                            after.rootName(i), after.roots().get(i), arguments.roots().get(i), trial.settings.ulps());
            if (difference != null) {
                throw trial.failure("after it the arguments are not as the method leaves them", difference);
            }
        }
        trial.passed(Check.PRIMAL);
    }

    private double[] tangent(ValueAndTangent<?> result) {
        Numbers values = Numbers.of(List.of("value"), Collections.singletonList(result.value()));
        double[] tangent = new double[values.size()];
        try {
            values.addTangent(0, result.tangent(), tangent);
        } catch (Mismatch mismatch) {
            throw trial.failure("the tangent of its value has the wrong type or shape", mismatch.getMessage());
        }
        return tangent;
    }

    private void compareWithDifferences(double[] tangent) {
        Judgement judgement = new Judgement(trial, "tangent", primal.isSingle());
        for (int i = 0; i < tangent.length; i++) {
            double[] weights = new double[primal.outputs()];
            weights[i] = 1;
            Estimate estimate = primal.slope(direction, weights);
            judgement.add(primal.outputName(i), tangent[i], estimate);
        }
        judgement.require(
                "the tangent of its value is not that of finite differences",
                "",
                "with  the tangents " + Show.value(direction));
        trial.passed(Check.DIFFERENCES);
    }

    private void requireSameAgain(double[] tangent) {
        double[] again = tangent(call(trial.arguments.copy(), direction));
        for (int i = 0; i < tangent.length; i++) {
            if (Double.doubleToLongBits(tangent[i]) != Double.doubleToLongBits(again[i])) {
                throw trial.failure(
                        "called again with the same arguments, it gives another tangent",
                        primal.outputName(i) + " had " + tangent[i] + ", and has " + again[i]);
            }
        }
        trial.passed(Check.REPEATABLE);
    }

    private void requireLinear(double[] tangent) {
        double factor = 0.75;
        double[] other = trial.random.numbers(direction.length);
        double[] ofOther = tangent(call(trial.arguments.copy(), other));
        double[] ofSum = tangent(call(trial.arguments.copy(), Linear.combined(direction, factor, other)));
        int position = Linear.violated(tangent, factor, ofOther, ofSum, primal.isSingle());
        if (position >= 0) {
            throw trial.failure(
                    "it is not linear in the tangents",
                    "that of "
                            + primal.outputName(position)
                            + " is "
                            + tangent[position]
                            + " for u, "
                            + ofOther[position]
                            + " for v, and "
                            + ofSum[position]
                            + " for u + "
                            + factor
                            + " v",
                    "u is  " + Arrays.toString(direction));
        }
        trial.passed(Check.LINEARITY);
    }
}
