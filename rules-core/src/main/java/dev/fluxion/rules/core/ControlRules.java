package dev.fluxion.rules.core;

import dev.fluxion.Conditions;
import dev.fluxion.Fluxion;
import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullbackInPlace;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * The methods by which a function controls its own derivative. Forwards they are what their own code says: identities.
 */
@Rules(of = Fluxion.class)
@NonDifferentiable(of = {"stopGradient", "ignoreDerivatives"})
final class ControlRules {

    private ControlRules() {}

    @Reverse(of = "hook")
    static ValueAndPullbackInPlace<Double> hook(DoubleUnaryOperator change, double x) {
        return ValueAndPullbackInPlace.of(x, (bar, adjoints) -> adjoints.addToArgument(1, change.applyAsDouble(bar)));
    }

    @Reverse(of = "hook")
    static ValueAndPullbackInPlace<double[]> hook(UnaryOperator<double[]> change, double[] x) {
        return ValueAndPullbackInPlace.of(x.clone(), (bar, adjoints) -> adjoints.add(x, change.apply(bar.clone())));
    }

    @Reverse(of = "showGradient")
    static ValueAndPullbackInPlace<Double> showGradient(String name, double x) {
        return ValueAndPullbackInPlace.of(
                x,
                (bar, adjoints) -> {
                    System.out.println("gradient of " + name + ": " + bar);
                    adjoints.addToArgument(1, bar);
                });
    }

    @Reverse(of = "showGradient")
    static ValueAndPullbackInPlace<double[]> showGradient(String name, double[] x) {
        return ValueAndPullbackInPlace.of(
                x.clone(),
                (bar, adjoints) -> {
                    System.out.println("gradient of " + name + ": " + Arrays.toString(bar));
                    adjoints.add(x, bar);
                });
    }

    /** Solvers run as they are, and the derivatives that are solved with are constants. */
    @Rules(of = Conditions.class)
    @NonDifferentiable
    static final class Solvers {

        private Solvers() {}
    }
}
