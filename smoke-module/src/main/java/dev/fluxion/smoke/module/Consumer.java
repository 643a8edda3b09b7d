package dev.fluxion.smoke.module;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.gradient;

import dev.fluxion.Fluxion;
import dev.fluxion.smoke.module.audit.Audit;

import java.io.PrintStream;
import java.lang.invoke.MethodHandles;

/** A program in a module that opens nothing: what works by itself, and what a lookup makes work. */
public final class Consumer {

    private Consumer() {}

    private static double loss(double[] x) {
        double sum = 0;
        for (double each : x) {
            sum += square(each) * Math.sin(each);
        }
        return sum;
    }

    private static double square(double x) {
        return x * x;
    }

    /** Prints the module it is in, three derivatives, and three that need the module's own rules. */
    public static void main(String[] args) {
        PrintStream out = System.out;
        out.println(Consumer.class.getModule().getName());
        out.println(gradient((x, y) -> x * y, 2.0, 3.0));
        out.println(derivative(derivative(x -> Math.sin(x))).applyAsDouble(0.5));
        var withLookup = Fluxion.builder().lookup(MethodHandles.lookup()).build();
        out.println(withLookup.gradient(Consumer::loss, new double[] {0.0, 1.0})[1]);
        out.println(gradient(x -> Exact.square(x), 3.0));
        out.println(derivative(derivative(x -> Exact.square(x) * x)).applyAsDouble(3.0));
        out.println(gradient(x -> Audit.rounded(x) * x, 3.0));
    }
}
