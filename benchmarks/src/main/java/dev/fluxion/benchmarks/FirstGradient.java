package dev.fluxion.benchmarks;

import static dev.fluxion.Fluxion.gradient;

/** A program that wants one gradient. */
public final class FirstGradient {

    private FirstGradient() {}

    /** Prints 5.0. */
    public static void main(String... arguments) {
        System.out.println(gradient(x -> 5 * x + 3, 10));
    }
}
