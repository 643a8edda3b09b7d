package dev.fluxion.testkit.rules;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.testkit.gradcheck.GradCheck;
import dev.fluxion.testkit.numbers.Numbers;
import dev.fluxion.testkit.numbers.RandomTangent;
import dev.fluxion.testkit.program.Invocation;
import dev.fluxion.testkit.program.Program;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/**
 * Tests what Fluxion makes of a method with its rule: the gradient, and the gradient of the gradient, which
 * differentiates the rule itself, pullback included.
 */
final class ProgramTest {

    private final Trial trial;

    ProgramTest(Trial trial) {
        this.trial = trial;
    }

    void run() {
        if (trial.hasMissing()) {
            return;
        }
        boolean isFirst = trial.wants(Check.WHOLE_GRADIENT);
        boolean isSecond = trial.wants(Check.SECOND_ORDER);
        DoubleArrayFn function = isFirst || isSecond ? function() : null;
        if (function == null) {
            return;
        }
        if (isFirst) {
            first(function);
        }
        if (isSecond) {
            second(function);
        }
    }

    private void first(DoubleArrayFn function) {
        double[] gradient;
        try {
            gradient = trial.settings.gradients().get().gradient(function).at(trial.arguments.values());
        } catch (NotDifferentiableException refused) {
            if (isBeyondTheRule(refused)) {
                trial.note("not differentiated by Fluxion: " + reason(refused));
                return;
            }
            throw trial.failure("Fluxion cannot differentiate " + trial.target, refused);
        }
        Primal primal = new Primal(trial);
        double[] weights = weights(primal);
        Judgement judgement = new Judgement(trial, "by Fluxion", false);
        for (int i = 0; i < gradient.length; i++) {
            judgement.add(trial.arguments.name(i), gradient[i], primal.partial(i, weights));
        }
        judgement.require("the gradient by Fluxion, with this rule, is not that of finite differences", "", "");
        trial.passed(Check.WHOLE_GRADIENT);
    }

    private void second(DoubleArrayFn function) {
        Settings settings = trial.settings;
        GradCheck check = GradCheck.within(settings.relative(), settings.absolute()).using(settings.gradients().get());
        try {
            check.checkSecond(function, trial.arguments.values());
        } catch (NotDifferentiableException refused) {
            trial.note("no second derivatives: " + reason(refused));
            return;
        } catch (AssertionError wrong) {
            throw trial.failure(
                    "its own derivative, by Fluxion, is not that of finite differences",
                    String.valueOf(wrong.getMessage()));
        }
        trial.passed(Check.SECOND_ORDER);
    }

    /** No engine, or no access to the test's own classes: both say nothing about the rule. */
    private static boolean isBeyondTheRule(NotDifferentiableException refused) {
        ErrorId id = refused.diagnostics().getFirst().id();
        return id == ErrorId.NO_ENGINE || id.code().startsWith("FX-02");
    }

    private static String reason(NotDifferentiableException refused) {
        Diagnostic first = refused.diagnostics().getFirst();
        return "["
                + first.id().code()
                + "] "
                + first.what()
                + (first.why().isEmpty() ? "" : ", because " + first.why());
    }

    /** Random weights of the numbers in the value and of those in the arguments' arrays; the same ones at each call. */
    private double[] weights(Primal primal) {
        double[] weights = new RandomTangent(trial.settings.seed()).numbers(primal.outputs());
        int values = primal.here().values().size();
        for (int i = 0; i < trial.arguments.size(); i++) {
            weights[values + i] *= trial.arguments.isMutable(i) ? 1 : 0;
        }
        return weights;
    }

    /** Returns a function of the numbers in the arguments; null, with a note, where there can be none. */
    private @Nullable DoubleArrayFn function() {
        Numbers arguments = trial.arguments;
        if (arguments.size() == 0) {
            return null;
        }
        if (!(trial.target.executable() instanceof Method method)
                || arguments.roots().size() > Invocation.MOST
                || !Program.isWeighed(method.getReturnType())) {
            trial.note("not differentiated by Fluxion: the method does not return numbers, or takes many arguments");
            return null;
        }
        for (int i = 0; i < arguments.roots().size(); i++) {
            Object argument = arguments.roots().get(i);
            boolean isVarying = argument instanceof Double || argument instanceof double[];
            if (!isVarying && arguments.isPerturbable(i)) {
                trial.note("not differentiated by Fluxion: " + arguments.rootName(i) + " is no number or double[]");
                return null;
            }
        }
        Invocation invocation;
        try {
            invocation = Invocation.of(method, lookup(method.getDeclaringClass()));
        } catch (IllegalAccessException e) {
            trial.note("not differentiated by Fluxion: no access to " + trial.target + ": " + e.getMessage());
            return null;
        }
        Primal primal = new Primal(trial);
        double[] weights = weights(primal);
        int values = primal.here().values().size();
        List<? extends @Nullable Object> constants = arguments.roots();
        double[] ofValue = Arrays.copyOf(weights, values);
        double[] ofMemory = Arrays.copyOfRange(weights, values, weights.length);
        return new Program(invocation, constants, arguments.starts(), ofValue, ofMemory).function();
    }

    private MethodHandles.Lookup lookup(Class<?> declaring) throws IllegalAccessException {
        MethodHandles.Lookup given = trial.settings.lookup();
        return MethodHandles.privateLookupIn(declaring, given == null ? MethodHandles.lookup() : given);
    }
}
