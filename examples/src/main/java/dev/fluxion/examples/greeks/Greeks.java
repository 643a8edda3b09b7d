package dev.fluxion.examples.greeks;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.hessian;
import static dev.fluxion.Fluxion.withGradient;

import dev.fluxion.DoubleFn;
import dev.fluxion.ValueAndGradient;

import java.util.Locale;

/**
 * Example 11: Greeks, which is what traders call the derivatives of what an option is worth. Those of the first order
 * are a record like the option itself; those of the second order a Hessian; and so on.
 */
public final class Greeks {

    /** The call that most textbooks have. */
    static final BlackScholes TEXTBOOK = new BlackScholes(100, 100, 0.05, 0.20, 1);

    /** The call of which Alan Lewis has published the price to many digits. */
    static final Heston LEWIS = new Heston(100, 100, 0.01, 0.02, 1, 0.04, 4, 0.25, 1, -0.5);

    /** What one might take the parameters of that model for. */
    static final Calibration.Parameters GUESS = new Calibration.Parameters(0.1, 3, 0.2, 0.8, 0);

    private Greeks() {}

    /** Returns the price, and its derivative in each number of the call. */
    static ValueAndGradient<BlackScholes> first(BlackScholes call) {
        return withGradient(BlackScholes::price, call);
    }

    /** Returns the price, and its derivative in each number of the call. */
    static ValueAndGradient<Heston> first(Heston call) {
        return withGradient(Heston::price, call);
    }

    /**
     * The second derivatives.
     *
     * @param gamma twice in the spot
     * @param vanna in the spot and the volatility, or variance
     * @param volga twice in the volatility, or variance
     */
    record Second(double gamma, double vanna, double volga) {

        private static Second of(double[][] hessian) {
            return new Second(hessian[0][0], hessian[0][1], hessian[1][1]);
        }
    }

    /** Returns the second derivatives in spot and volatility: the gradient, differentiated in forward mode. */
    static Second second(BlackScholes call) {
        double[] at = {call.spot(), call.volatility()};
        return Second.of(hessian(x -> call.at(x[0], x[1]).price(), at));
    }

    /** Returns the second derivatives in spot and variance. */
    static Second second(Heston call) {
        double[] at = {call.spot(), call.variance()};
        return Second.of(hessian(x -> call.at(x[0], x[1]).price(), at));
    }

    /** Returns the derivative of gamma in the spot, called speed. */
    static double speed(BlackScholes call) {
        DoubleFn price = spot -> call.at(spot, call.volatility()).price();
        return derivative(derivative(derivative(price))).applyAsDouble(call.spot());
    }

    /** Prints the Greeks of both calls, and what the second one's prices imply. */
    public static void main() {
        ValueAndGradient<BlackScholes> simple = first(TEXTBOOK);
        System.out.println("Black-Scholes " + TEXTBOOK);
        print("price", simple.value());
        print("delta", simple.gradient().spot());
        print("vega", simple.gradient().volatility());
        print("rho", simple.gradient().rate());
        print("theta", -simple.gradient().time());
        print(second(TEXTBOOK));
        print("speed", speed(TEXTBOOK));

        ValueAndGradient<Heston> heston = first(LEWIS);
        Heston greeks = heston.gradient();
        System.out.println();
        System.out.println("Heston " + LEWIS);
        print("price", heston.value());
        print("delta", greeks.spot());
        print("rho", greeks.rate());
        print("theta", -greeks.time());
        print("in the dividend", greeks.dividend());
        print("in the variance", greeks.variance());
        print("in its reversion", greeks.reversion());
        print("in its mean", greeks.mean());
        print("in its deviation", greeks.deviation());
        print("in the correlation", greeks.correlation());
        print(second(LEWIS));

        Calibration.Fit fit = Calibration.from(GUESS);
        System.out.println();
        System.out.println("Heston's parameters from five prices, in " + fit.jacobians() + " Jacobians");
        print("variance", fit.parameters().variance());
        print("reversion", fit.parameters().reversion());
        print("mean", fit.parameters().mean());
        print("deviation", fit.parameters().deviation());
        print("correlation", fit.parameters().correlation());
    }

    private static void print(Second greeks) {
        print("gamma", greeks.gamma);
        print("vanna", greeks.vanna);
        print("volga", greeks.volga);
    }

    private static void print(String name, double value) {
        System.out.printf(Locale.ROOT, "  %-20s %20.14f%n", name, value);
    }
}
