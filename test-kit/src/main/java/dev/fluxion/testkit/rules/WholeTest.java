package dev.fluxion.testkit.rules;

import dev.fluxion.testkit.differences.Estimate;
import dev.fluxion.testkit.rules.declared.RuleMethod;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/** Tests what the rules are for: the gradient that Fluxion makes with them, and what they leave out. */
final class WholeTest {

    private final Trial trial;
    private final Primal primal;

    WholeTest(Trial trial) {
        this.trial = trial;
        this.primal = new Primal(trial);
    }

    /**
     * Runs the test.
     *
     * @param partials all partials of the method
     */
    void run(List<RuleMethod> partials) {
        if (trial.wants(Check.DIFFERENCES)) {
            requireZeroElsewhere(partials);
        }
        if (trial.wants(Check.WHOLE_GRADIENT)) {
            compareGradient();
        }
    }

    /** An argument without a partial, beside one that has one, has the partial zero. */
    private void requireZeroElsewhere(List<RuleMethod> partials) {
        for (int argument = 0; argument < trial.rule.arity(); argument++) {
            int position = trial.arguments.positionOf(argument);
            int wrt = argument;
            if (position < 0 || partials.stream().anyMatch(rule -> rule.wrt() == wrt)) {
                continue;
            }
            Judgement judgement = new Judgement(trial, "no partial", primal.isSingle());
            judgement.add(trial.arguments.name(position), 0, slope(position));
            judgement.require(
                    "there is no partial wrt = " + argument + ", which says that it is zero, and it is not", "", "");
        }
    }

    private void compareGradient() {
        if (!(trial.target.executable() instanceof Method method) || !isOfNumbers(method)) {
            return;
        }
        double[] gradient = trial.differentiated(method, primal.point());
        if (gradient.length == 0) {
            return;
        }
        Judgement judgement = new Judgement(trial, "by Fluxion", false);
        for (int i = 0; i < gradient.length; i++) {
            judgement.add(trial.arguments.name(i), gradient[i], slope(i));
        }
        judgement.require("the gradient by Fluxion, with this rule, is not that of finite differences", "", "");
        trial.passed(Check.WHOLE_GRADIENT);
    }

    private Estimate slope(int position) {
        double[] weights = new double[primal.outputs()];
        weights[0] = 1;
        return primal.partial(position, weights);
    }

    /** Returns whether the method is one whose gradient Fluxion takes by reflection. */
    private static boolean isOfNumbers(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        boolean isArray = Arrays.equals(parameters, new Class<?>[] {double[].class});
        boolean isDoubles = parameters.length > 0 && Arrays.stream(parameters).allMatch(type -> type == double.class);
        return Modifier.isStatic(method.getModifiers())
                && method.getReturnType() == double.class
                && (isArray || isDoubles);
    }
}
