package dev.fluxion.engine.objects;

import static dev.fluxion.engine.objects.Derivatives.assertDerivative;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Objects of a known class under the type of an interface, as libraries with a generic number type use them. */
class GenericNumbersTest {

    @SuppressWarnings("UnusedVariable") // kept, and that is all
    private static @Nullable Object kept;

    private interface Num<T extends Num<T>> {
        T times(T other);

        double value();
    }

    private static final class Dual implements Num<Dual> {
        private final double real;
        private final double slope;

        Dual(double real, double slope) {
            this.real = real;
            this.slope = slope;
        }

        @Override
        public Dual times(Dual other) {
            return new Dual(real * other.real, real * other.slope + slope * other.real);
        }

        @Override
        public double value() {
            return real + 3 * slope;
        }
    }

    private static double keptOnSomeTrips(double t) {
        Num<Dual> product = new Dual(t, 1);
        for (int i = 0; i < 3; i++) {
            if (t > i) {
                kept = product;
            }
            product = product.times(new Dual(t * t, i));
        }
        return product.value();
    }

    @Test
    void keptBySomebodyOnSomeTripsOfALoop() {
        assertDerivative(t -> keptOnSomeTrips(t), 0.7, 1.5, -0.3);
    }

    private static <T extends Num<T>> T power(T base, int count) {
        return count == 0 ? base : power(base, count - 1).times(base);
    }

    @Test
    void recursion() {
        assertDerivative(t -> power(new Dual(t, Math.sin(t)), 4).value(), 0.7, -1.5);
    }
}
