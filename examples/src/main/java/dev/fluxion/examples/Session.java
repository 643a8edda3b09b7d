package dev.fluxion.examples;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.explain;
import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.DoubleFn;
import dev.fluxion.Explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Example 2: the session that the README of Zygote.jl opens with, in Java. A derivative that folds to a constant, a
 * function chosen by a string that is read while it runs, derivatives of derivatives.
 */
public final class Session {

    private static final Map<String, DoubleFn> FUNCTIONS = Map.of("sin", Math::sin, "cos", Math::cos, "tan", Math::tan);

    private Session() {}

    /** Prints what the session does, with {@code sin} for what is read. */
    static void main() {
        System.out.println("gradient(x -> 5 * x + 3, 10)      " + ofALine());
        System.out.println();
        System.out.println(explainLine().adjointIr());
        System.out.println("functions.get(\"sin\") at 1         " + ofFunction("sin"));
        System.out.println("sin, differentiated 1 to 5 times  " + sine(5, 1));
    }

    /** Returns 5. */
    static double ofALine() {
        return gradient(x -> 5 * x + 3, 10);
    }

    /** Shows that nothing but the constant is left. */
    static Explanation explainLine() {
        return explain((double x) -> 5 * x + 3);
    }

    /** Returns the derivative at 1 of a function that is looked up while it is differentiated. */
    @SuppressWarnings("NullAway") // a name that is not there fails, as it does in a plain call
    static double ofFunction(String name) {
        return gradient(x -> FUNCTIONS.get(name).applyAsDouble(x), 1.0);
    }

    /** Returns the first derivatives of the sine. */
    static List<Double> sine(int order, double x) {
        List<Double> values = new ArrayList<>();
        DoubleFn f = y -> Math.sin(y);
        for (int i = 0; i < order; i++) {
            f = derivative(f);
            values.add(f.applyAsDouble(x));
        }
        return values;
    }
}
