package dev.fluxion.examples;

import com.opengamma.strata.basics.value.ValueDerivatives;
import com.opengamma.strata.pricer.impl.volatility.smile.SabrHaganVolatilityFunctionProvider;

import dev.fluxion.Fluxion;
import dev.fluxion.MethodGradient;
import dev.fluxion.ValueAndGradient;

import java.util.Arrays;
import java.util.List;

/**
 * Example 4: a library that knows nothing of Fluxion. OpenGamma Strata's formula for the implied volatility in the SABR
 * model of Hagan and others is differentiated as it comes compiled from Maven Central, and compared with the derivative
 * that Strata's authors wrote by hand.
 *
 * <p>Off the money they agree. At the money the code branches on the equality of forward and strike; the branch taken
 * has the right value, but it does not depend on the strike, so a derivative of the code cannot have the right slope.
 * Fluxion differentiates the branch taken, and {@code explain} warns of it.
 */
public final class Sabr {

    /** Forward 0.05, 4.5 years, alpha 0.05, beta 0.5, rho -0.25, nu 0.4: everything but the strike. */
    private static final double[] BASE = {0.05, 0, 4.5, 0.05, 0.5, -0.25, 0.4};

    private static final List<String> NAMES = List.of("forward", "strike", "time", "alpha", "beta", "rho", "nu");

    /** Where Strata's order of derivatives finds its argument: it leaves the time out. */
    private static final int[] ARGUMENTS = {0, 1, 3, 4, 5, 6};

    private final SabrHaganVolatilityFunctionProvider formula = SabrHaganVolatilityFunctionProvider.DEFAULT;
    private final MethodGradient gradient;

    /** Compiles the gradient of the formula. */
    Sabr() throws NoSuchMethodException {
        Class<?>[] doubles = new Class<?>[BASE.length];
        Arrays.fill(doubles, double.class);
        gradient =
                Fluxion.gradient(SabrHaganVolatilityFunctionProvider.class.getMethod("volatility", doubles), formula);
    }

    /** Prints both gradients for two strikes off the money and one at the money. */
    static void main() throws NoSuchMethodException {
        Sabr sabr = new Sabr();
        for (double strike : new double[] {0.055, 0.045, 0.05}) {
            ValueAndGradient<double[]> ours = sabr.ours(strike);
            ValueDerivatives theirs = sabr.theirs(strike);
            System.out.println("strike " + strike + ": volatility " + ours.value());
            if (strike == BASE[0]) {
                System.out.println("  at the money: ours is the slope of the branch taken, see docs/limitations.md");
            }
            System.out.printf("  %-8s %24s %24s%n", "", "Fluxion", "Strata, by hand");
            for (int i = 0; i < ARGUMENTS.length; i++) {
                System.out.printf(
                        "  %-8s %24s %24s%n",
                        NAMES.get(ARGUMENTS[i]), ours.gradient()[ARGUMENTS[i]], theirs.getDerivative(i));
            }
        }
    }

    /** Returns the volatility and its derivatives in all seven arguments. */
    ValueAndGradient<double[]> ours(double strike) {
        return gradient.withGradient(at(strike));
    }

    /** Returns the volatility alone. */
    double volatility(double strike) {
        double[] x = at(strike);
        return formula.volatility(x[0], x[1], x[2], x[3], x[4], x[5], x[6]);
    }

    /** Returns the volatility and its derivatives in all arguments but the time, as Strata computes them. */
    ValueDerivatives theirs(double strike) {
        double[] x = at(strike);
        return formula.volatilityAdjoint(x[0], x[1], x[2], x[3], x[4], x[5], x[6]);
    }

    /** Returns our derivatives in Strata's order. */
    double[] oursInTheirOrder(double strike) {
        double[] all = ours(strike).gradient();
        double[] six = new double[ARGUMENTS.length];
        for (int i = 0; i < six.length; i++) {
            six[i] = all[ARGUMENTS[i]];
        }
        return six;
    }

    /** Returns what there is to know about the gradient. */
    static List<String> warnings() throws NoSuchMethodException {
        return Fluxion.explain(new Sabr().gradient.method(), SabrHaganVolatilityFunctionProvider.DEFAULT).warnings();
    }

    private static double[] at(double strike) {
        double[] x = BASE.clone();
        x[1] = strike;
        return x;
    }
}
