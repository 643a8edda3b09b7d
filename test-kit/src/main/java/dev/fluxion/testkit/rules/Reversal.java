package dev.fluxion.testkit.rules;

import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Adjoints;
import dev.fluxion.rule.Cotangents2;
import dev.fluxion.rule.Cotangents3;
import dev.fluxion.rule.Cotangents4;
import dev.fluxion.rule.Cotangents5;
import dev.fluxion.rule.Pullback;
import dev.fluxion.rule.PullbackInPlace;
import dev.fluxion.rule.ValueAndPullback;
import dev.fluxion.rule.ValueAndPullbackInPlace;
import dev.fluxion.rule.VoidPullback;
import dev.fluxion.runtime.Shadows;
import dev.fluxion.tangent.NoTangent;
import dev.fluxion.tangent.NotImplemented;
import dev.fluxion.tangent.ZeroTangent;
import dev.fluxion.testkit.numbers.Mismatch;
import dev.fluxion.testkit.numbers.Numbers;
import dev.fluxion.testkit.rules.declared.Show;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A call of a reverse rule, whatever its form: its value, and its pullback from numbers to numbers. */
final class Reversal {

    private final Trial trial;
    private final Numbers arguments;
    private final @Nullable Object value;
    private final Numbers values;
    private final Object pullback;

    /**
     * What a pullback has given.
     *
     * @param adjoints of all numbers in the arguments
     * @param missing the arguments that it has no cotangent for
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Pulled(double[] adjoints, Set<Integer> missing) {}

    private Reversal(Trial trial, Numbers arguments, @Nullable Object value, Object pullback) {
        this.trial = trial;
        this.arguments = arguments;
        this.value = value;
        this.values = Numbers.of(List.of("value"), Collections.singletonList(value));
        this.pullback = pullback;
    }

    /** Calls the rule with a copy of the arguments. */
    static Reversal of(Trial trial) {
        return of(trial, trial.arguments.copy());
    }

    /** Calls the rule. */
    static Reversal of(Trial trial, Numbers arguments) {
        Object result = trial.call(arguments.roots());
        return switch (result) {
            case ValueAndPullback<?, ?> pair -> new Reversal(trial, arguments, pair.value(), pair.pullback());
            case ValueAndPullbackInPlace<?> pair -> new Reversal(trial, arguments, pair.value(), pair.pullback());
            case VoidPullback alone -> new Reversal(trial, arguments, null, alone);
            case null, default ->
                    throw trial.failure(
                            "it returns " + (result == null ? "null" : "a " + result.getClass().getTypeName()),
                            "a ValueAndPullback, a ValueAndPullbackInPlace or a VoidPullback belongs there");
        };
    }

    /** Returns whether the pullback works on adjoints in memory. */
    boolean isInPlace() {
        return !(pullback instanceof Pullback);
    }

    @Nullable Object value() {
        return value;
    }

    Numbers values() {
        return values;
    }

    /** Returns the arguments that the rule was called with. */
    Numbers arguments() {
        return arguments;
    }

    /**
     * Calls the pullback.
     *
     * @param valueBar cotangents of the numbers in the value
     * @param memoryBar adjoints of the numbers in the arguments' memory
     */
    Pulled pull(double[] valueBar, double[] memoryBar) {
        try {
            return switch (pullback) {
                case Pullback<?, ?> plain -> plain(plain, valueBar);
                case PullbackInPlace<?> inPlace -> inPlace(inPlace, valueBar, memoryBar);
                case VoidPullback alone -> inPlace((bar, adjoints) -> alone.apply(adjoints), valueBar, memoryBar);
                default -> throw new AssertionError(pullback);
            };
        } catch (NotDifferentiableException refused) {
            boolean isAlone = refused.diagnostics().getFirst().id() == ErrorId.NO_ENGINE;
            throw trial.failure(
                    "its pullback goes through a function, "
                            + (isAlone
                                    ? "and there is no Fluxion on the path to differentiate it: fluxion-engine"
                                    : "which Fluxion cannot differentiate"),
                    refused);
        } catch (RuntimeException thrown) {
            throw trial.failure("its pullback throws " + thrown, thrown);
        }
    }

    private <Y> Pulled inPlace(PullbackInPlace<Y> inPlace, double[] valueBar, double[] memoryBar) {
        Shadows shadows = Shadows.create();
        arguments.addTo(shadows, memoryBar);
        Adjoints adjoints = Adjoints.of(shadows, trial.rule.arity(), new LateLinker(trial.settings.gradients()));
        boolean isGiven = trial.target.returnsNumbers() && value != null;
        if (!isGiven) {
            values.addTo(shadows, valueBar);
        }
        Object bar = isGiven ? values.tangent(0, valueBar) : value;
        inPlace.apply(Reversal.<Y>cotangent(bar), adjoints);
        double[] all = arguments.adjoints(shadows);
        for (int i = 0; i < arguments.roots().size(); i++) {
            int position = arguments.positionOf(i);
            if (position >= 0) {
                all[position] += adjoints.ofArgument(i);
            } else if (adjoints.ofArgument(i) != 0) {
                throw trial.failure(
                        "its pullback adds to the adjoint of " + arguments.rootName(i) + ", which is no number",
                        "addToArgument is for arguments of type double and float");
            }
        }
        return new Pulled(all, Set.of());
    }

    @SuppressWarnings({
        "unchecked",
        "TypeParameterUnusedInFormals",
        "NullAway"
    }) // of the type of the value, which the rule says itself
    private static <Y> Y cotangent(@Nullable Object bar) {
        return (Y) bar;
    }

    private <Y, C> Pulled plain(Pullback<Y, C> plain, double[] valueBar) {
        List<@Nullable Object> cotangents = parts(plain.apply(Reversal.<Y>cotangent(values.tangent(0, valueBar))));
        int arity = trial.rule.arity();
        if (cotangents.size() != arity) {
            throw trial.failure(
                    "its pullback gives "
                            + counted(cotangents.size(), "cotangent")
                            + " for "
                            + counted(arity, "argument"),
                    "one for each belongs there, in their order, the receiver counted");
        }
        double[] all = new double[arguments.size()];
        Set<Integer> missing = new LinkedHashSet<>();
        for (int i = 0; i < arity; i++) {
            add(i, cotangents.get(i), all, missing);
        }
        return new Pulled(all, missing);
    }

    private void add(int argument, @Nullable Object cotangent, double[] all, Set<Integer> missing) {
        String name = arguments.rootName(argument);
        if (cotangent instanceof NotImplemented(String reason)) {
            missing.add(argument);
            trial.missing("the cotangent of " + name + " is not implemented: " + reason);
            return;
        }
        if (!arguments.isPerturbable(argument)) {
            requireNone(argument, cotangent);
            return;
        }
        if (cotangent instanceof NoTangent) {
            throw trial.failure(
                    "the cotangent of " + name + " is NoTangent, but " + name + " can be perturbed",
                    "ZeroTangent says that a derivative is zero, NotImplemented that it is not known");
        }
        try {
            arguments.addTangent(argument, cotangent, all);
        } catch (Mismatch mismatch) {
            throw trial.failure("the cotangent of " + name + " has the wrong type or shape", mismatch.getMessage());
        }
    }

    /** What cannot be perturbed has no derivative, not a zero one. Of empty lists and functions one cannot know. */
    private void requireNone(int argument, @Nullable Object cotangent) {
        Object value = arguments.roots().get(argument);
        boolean isDiscrete =
                value instanceof Number
                        || value instanceof CharSequence
                        || value instanceof Boolean
                        || value instanceof Character
                        || value instanceof Enum
                        || value != null && value.getClass().isArray();
        if (cotangent instanceof NoTangent || cotangent instanceof ZeroTangent && !isDiscrete) {
            return;
        }
        String name = arguments.rootName(argument);
        String given = cotangent instanceof ZeroTangent ? "ZeroTangent" : Show.value(cotangent);
        String type = trial.rule.arguments()[argument].getSimpleName();
        throw trial.failure(
                "the cotangent of " + name + ", of type " + type + ", is " + given,
                "NoTangent belongs there: what cannot be perturbed has no derivative, which is more than a zero one");
    }

    private List<@Nullable Object> parts(@Nullable Object cotangents) {
        return switch (cotangents) {
            case Cotangents2<?, ?>(Object a, Object b) -> Arrays.asList(a, b);
            case Cotangents3<?, ?, ?>(Object a, Object b, Object c) -> Arrays.asList(a, b, c);
            case Cotangents4<?, ?, ?, ?>(Object a, Object b, Object c, Object d) -> Arrays.asList(a, b, c, d);
            case Cotangents5<?, ?, ?, ?, ?>(Object a, Object b, Object c, Object d, Object e) ->
                    Arrays.asList(a, b, c, d, e);
            case null, default -> new ArrayList<>(Collections.singletonList(cotangents));
        };
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
