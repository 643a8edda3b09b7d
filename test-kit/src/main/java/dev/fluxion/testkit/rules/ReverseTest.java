package dev.fluxion.testkit.rules;

import dev.fluxion.testkit.differences.Comparison;
import dev.fluxion.testkit.differences.Estimate;
import dev.fluxion.testkit.numbers.Numbers;
import dev.fluxion.testkit.numbers.Sameness;
import dev.fluxion.testkit.rules.Reversal.Pulled;
import dev.fluxion.testkit.rules.declared.Show;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Tests a reverse rule at a point. */
@SuppressWarnings("ReferenceEquality") // which object it is, is the question
final class ReverseTest {

    /** Up to this many numbers in an argument are moved one by one, more along random directions. */
    private static final int SINGLY = 100;

    private static final int DIRECTIONS = 12;

    private static final String COPY =
            "copy what the pullback needs, or without(Check.OVERWRITTEN_ARRAYS) if nobody may do that";

    private final Trial trial;
    private final Primal primal;
    private final Reversal reversal;
    private final double[] valueBar;
    private final double[] memoryBar;

    ReverseTest(Trial trial) {
        this.trial = trial;
        this.primal = new Primal(trial);
        this.reversal = Reversal.of(trial);
        this.valueBar = trial.random.numbers(primal.here().values().size());
        this.memoryBar = trial.random.numbers(trial.arguments.size());
        for (int i = 0; i < memoryBar.length; i++) {
            memoryBar[i] = reversal.isInPlace() && trial.arguments.isMutable(i) ? memoryBar[i] : 0;
        }
        if (isAnArgument(primal.here())) {
            Arrays.fill(valueBar, 0); // its adjoints are those in memory
        }
    }

    private static boolean isAnArgument(Primal.Outcome outcome) {
        return outcome.value() != null
                && !(outcome.value() instanceof Number)
                && outcome.arguments().roots().stream().anyMatch(root -> root == outcome.value());
    }

    void run() {
        requirePrimal();
        Pulled pulled = reversal.pull(valueBar, memoryBar);
        trial.passed(Check.SHAPE);
        if (trial.wants(Check.DIFFERENCES)) {
            compareWithDifferences(pulled);
        }
        if (trial.wants(Check.REPEATABLE)) {
            requireSameAgain(pulled);
        }
        if (trial.wants(Check.OVERWRITTEN_ARRAYS)) {
            overwrite(pulled);
        }
        if (trial.wants(Check.LINEARITY)) {
            requireLinear(pulled);
        }
        if (trial.settings.bytes() >= 0 && trial.wants(Check.ALLOCATION)) {
            Allocation.require(
                    trial,
                    () -> Reversal.of(trial).pull(valueBar, memoryBar),
                    trial.settings.bytes(),
                    "a call with its pullback");
        }
    }

    private void requirePrimal() {
        if (!trial.wants(Check.PRIMAL)) {
            return;
        }
        Primal.Outcome expected = primal.here();
        String difference = Sameness.difference("value", expected.value(), reversal.value(), trial.settings.ulps());
        if (difference != null) {
            throw trial.failure("its value is not the method's", difference);
        }
        requireSameMemory(expected.arguments(), reversal.arguments());
        if (!reversal.isInPlace()) {
            requireMethodLeavesArgumentsAlone(expected.arguments());
            requireFreshValue();
        } else {
            requireWrites(expected.arguments());
        }
        trial.passed(Check.PRIMAL);
    }

    private void requireSameMemory(Numbers expected, Numbers actual) {
        for (int i = 0; i < expected.roots().size(); i++) {
            String difference =
                    Sameness.difference(
                            expected.rootName(i),
                            expected.roots().get(i),
                            actual.roots().get(i),
                            trial.settings.ulps());
            if (difference != null) {
                throw trial.failure("after it the arguments are not as the method leaves them", difference);
            }
        }
    }

    private void requireMethodLeavesArgumentsAlone(Numbers after) {
        int changed = changed(after, 0, after.size());
        if (changed >= 0) {
            throw trial.failure(
                    "it gives a ValueAndPullback, but the method writes to its arguments",
                    after.name(changed) + " is " + Comparison.number(after.values()[changed]) + " after the call",
                    "a ValueAndPullbackInPlace belongs there: what is in that place has an adjoint, too");
        }
    }

    private void requireFreshValue() {
        Object value = reversal.value();
        boolean isArgument =
                value != null
                        && value.getClass().isArray()
                        && reversal.arguments().roots().stream().anyMatch(root -> root == value);
        if (isArgument) {
            throw trial.failure(
                    "its value is one of the arguments itself",
                    "the numbers of a value with a ValueAndPullback are its own: copy, or ValueAndPullbackInPlace");
        }
    }

    private void requireWrites(Numbers after) {
        int[] starts = after.starts();
        for (int argument = 0; argument < after.roots().size(); argument++) {
            int changed = changed(after, starts[argument], starts[argument + 1]);
            if (changed >= 0 && !trial.rule.writes().contains(argument)) {
                throw trial.failure(
                        "the method leaves numbers in " + after.rootName(argument) + ", and writes does not say so",
                        after.name(changed) + " is " + Comparison.number(after.values()[changed]) + " after the call",
                        "@Reverse(of = \"" + trial.rule.of() + "\", writes = " + argument + ")");
            }
        }
    }

    /** Returns a position at which the method has written another number, or -1. */
    private int changed(Numbers after, int from, int to) {
        double[] before = primal.point();
        double[] values = after.values();
        for (int i = from; i < to; i++) {
            if (Double.doubleToLongBits(before[i]) != Double.doubleToLongBits(values[i])) {
                return i;
            }
        }
        return -1;
    }

    private void compareWithDifferences(Pulled pulled) {
        double[] weights = Arrays.copyOf(valueBar, primal.outputs());
        System.arraycopy(memoryBar, 0, weights, valueBar.length, memoryBar.length);
        int[] starts = trial.arguments.starts();
        double[] expected = new double[trial.arguments.size()];
        Estimate[] estimates = new Estimate[expected.length];
        for (int argument = 0; argument < starts.length - 1; argument++) {
            for (int i = starts[argument]; i < starts[argument + 1] && isSmall(starts, argument); i++) {
                estimates[i] = primal.partial(i, weights);
                expected[i] = estimates[i].value();
            }
        }
        Hints hints = new Hints(trial.arguments, pulled.adjoints(), expected, memoryBar);
        for (int argument = 0; argument < starts.length - 1; argument++) {
            if (pulled.missing().contains(argument) || starts[argument] == starts[argument + 1]) {
                continue;
            }
            String name = trial.arguments.rootName(argument);
            Judgement judgement = new Judgement(trial, "cotangent", primal.isSingle());
            if (isSmall(starts, argument)) {
                for (int i = starts[argument]; i < starts[argument + 1]; i++) {
                    judgement.add(trial.arguments.name(i), pulled.adjoints()[i], estimates[i]);
                }
            } else {
                alongDirections(judgement, pulled, weights, starts[argument], starts[argument + 1], name);
            }
            String hint = isSmall(starts, argument) ? hints.about(argument) : "";
            judgement.require("the cotangent of " + name + " is not that of finite differences", hint, cotangentsIn());
        }
        trial.passed(Check.DIFFERENCES);
    }

    private static boolean isSmall(int[] starts, int argument) {
        return starts[argument + 1] - starts[argument] <= SINGLY;
    }

    private void alongDirections(Judgement judgement, Pulled pulled, double[] weights, int from, int to, String name) {
        for (int k = 0; k < DIRECTIONS; k++) {
            double[] direction = new double[pulled.adjoints().length];
            double along = 0;
            for (int i = from; i < to; i++) {
                direction[i] = trial.random.number();
                along += direction[i] * pulled.adjoints()[i];
            }
            judgement.add(name + " along random tangent " + k, along, primal.slope(direction, weights));
        }
    }

    /** Says what was pulled back. */
    private String cotangentsIn() {
        StringBuilder text = new StringBuilder();
        if (valueBar.length > 0) {
            text.append("with  the cotangent ").append(Show.value(reversal.values().tangent(0, valueBar)));
            text.append(" of the value ").append(Show.value(reversal.value()));
        }
        boolean hasMemory = Arrays.stream(memoryBar).anyMatch(bar -> bar != 0);
        if (hasMemory) {
            text.append(text.isEmpty() ? "with  " : ", and ");
            text.append("the adjoints ").append(Show.value(memoryBar)).append(" in memory");
        }
        return text.toString();
    }

    private void requireSameAgain(Pulled pulled) {
        requireSame(
                "its pullback gives something else when it is called again",
                pulled,
                reversal.pull(valueBar, memoryBar));
        Reversal other = Reversal.of(trial);
        String difference = Sameness.difference("value", reversal.value(), other.value(), 0);
        if (difference != null) {
            throw trial.failure("called again with the same arguments, it gives another value", difference);
        }
        requireSame(
                "called again with the same arguments, it gives another pullback",
                pulled,
                other.pull(valueBar, memoryBar));
        Reversal third = Reversal.of(trial);
        double[] before = third.arguments().values();
        third.pull(valueBar, memoryBar);
        for (int i = 0; i < before.length; i++) {
            if (Double.doubleToLongBits(before[i]) != Double.doubleToLongBits(third.arguments().values()[i])) {
                throw trial.failure(
                        "its pullback writes to the arguments",
                        third.arguments().name(i) + " was " + before[i] + ", and is " + third.arguments().values()[i]);
            }
        }
        trial.passed(Check.REPEATABLE);
    }

    /** After a call the program owns what it has handed over again, the value too. */
    private void overwrite(Pulled pulled) {
        Reversal fresh = Reversal.of(trial, trial.arguments.modifiable());
        fresh.arguments().overwrite(garbage(fresh.arguments()));
        requireSame(
                "its pullback reads what the program may have overwritten since: an argument",
                pulled,
                fresh.pull(valueBar, memoryBar),
                COPY);
        Reversal again = Reversal.of(trial);
        double[] other = new double[again.values().size()];
        Arrays.fill(other, Double.NaN);
        again.values().overwrite(other);
        requireSame(
                "its pullback reads what the program may have overwritten since: the value",
                pulled,
                again.pull(valueBar, memoryBar),
                COPY);
        trial.passed(Check.OVERWRITTEN_ARRAYS);
    }

    /** What the program writes; but what a function reads is to stay, as its pullback runs it once more. */
    private static double[] garbage(Numbers arguments) {
        double[] garbage = arguments.values();
        int[] starts = arguments.starts();
        for (int i = 0; i < starts.length - 1; i++) {
            if (!isFunction(arguments.roots().get(i))) {
                Arrays.fill(garbage, starts[i], starts[i + 1], Double.NaN);
            }
        }
        return garbage;
    }

    private static boolean isFunction(@Nullable Object argument) {
        return argument instanceof DoubleUnaryOperator
                || argument instanceof DoubleBinaryOperator
                || argument instanceof ToDoubleFunction
                || argument instanceof Function;
    }

    private void requireSame(String headline, Pulled expected, Pulled actual, String... details) {
        for (int i = 0; i < expected.adjoints().length; i++) {
            double was = expected.adjoints()[i];
            double is = actual.adjoints()[i];
            if (Double.doubleToLongBits(was) != Double.doubleToLongBits(is)) {
                String[] all = Arrays.copyOf(details, details.length + 1);
                all[details.length] =
                        "the cotangent of "
                                + trial.arguments.name(i)
                                + " was "
                                + Comparison.number(was)
                                + ", and is "
                                + Comparison.number(is);
                throw trial.failure(headline, all);
            }
        }
    }

    private void requireLinear(Pulled pulled) {
        double[] otherValue = trial.random.numbers(valueBar.length);
        double[] otherMemory = trial.random.numbers(memoryBar.length);
        for (int i = 0; i < otherMemory.length; i++) {
            otherMemory[i] = memoryBar[i] == 0 ? 0 : otherMemory[i];
        }
        Pulled other = reversal.pull(otherValue, otherMemory);
        double factor = 0.75;
        Pulled sum =
                reversal.pull(
                        Linear.combined(valueBar, factor, otherValue), Linear.combined(memoryBar, factor, otherMemory));
        int position = Linear.violated(pulled.adjoints(), factor, other.adjoints(), sum.adjoints(), primal.isSingle());
        if (position >= 0) {
            throw trial.failure(
                    "its pullback is not linear",
                    "the cotangent of "
                            + trial.arguments.name(position)
                            + " is "
                            + pulled.adjoints()[position]
                            + " for u, "
                            + other.adjoints()[position]
                            + " for v, and "
                            + sum.adjoints()[position]
                            + " for u + "
                            + factor
                            + " v",
                    cotangentsIn().replace("with", "u is"));
        }
        trial.passed(Check.LINEARITY);
    }
}
