package dev.fluxion.engine.jdk;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.DoubleArrayFn;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** The conventions of ChainRules at special points, end to end; SpecialPointsTest has the rules by themselves. */
class PointConventionsTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    private static void check(DoubleArrayFn f, double[] at, double... expected) {
        double[] slopes = gradient(f, at);
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] += 0.0; // zeros of either sign are one
        }
        assertThat(slopes).containsExactly(expected);
    }

    private static double[] at(double... x) {
        return x;
    }

    @Test
    void absoluteValueAndSign() {
        check(x -> Math.abs(x[0]), at(0), 0);
        check(x -> Math.abs(x[0]), at(-2), -1);
        check(x -> Math.signum(x[0]) * x[0], at(0), 0);
        check(x -> Math.signum(x[0]) * x[0], at(-3), -1);
    }

    @Test
    void tiesOfMaxMinAndClamp() {
        check(x -> Math.max(x[0], x[1]), at(2, 2), 0, 1);
        check(x -> Math.min(x[0], x[1]), at(2, 2), 1, 0);
        check(x -> Math.max(x[0], x[1]), at(NAN, 2), 0, 1);
        check(x -> Math.min(x[0], x[1]), at(2, NAN), 1, 0);
        check(x -> Math.clamp(x[0], x[1], x[2]), at(1, 0, 1), 1, 0, 0);
        check(x -> Math.clamp(x[0], x[1], x[2]), at(-1, 0, 1), 0, 1, 0);
        check(x -> Math.clamp(x[0], x[1], x[2]), at(2, 0, 1), 0, 0, 1);
    }

    @Test
    void rootsAndDistances() {
        check(x -> Math.sqrt(x[0]), at(0), INFINITY);
        check(x -> Math.cbrt(x[0]), at(0), INFINITY);
        check(x -> Math.hypot(x[0], x[1]), at(0, 0), 0, 0);
        check(x -> Math.hypot(x[0], x[1]), at(3, 4), 0.6, 0.8);
        check(x -> Math.atan2(x[0], x[1]), at(0, 0), NAN, NAN);
        check(x -> Math.atan2(x[0], x[1]), at(1, 2), 0.4, -0.2);
    }

    @Test
    void powers() {
        check(x -> Math.pow(x[0], x[1]), at(0, 2), 0, 0);
        check(x -> Math.pow(x[0], x[1]), at(0, 1), 1, 0);
        check(x -> Math.pow(x[0], x[1]), at(0, -1), -INFINITY, NAN);
        check(x -> Math.pow(x[0], x[1]), at(-0.0, -2), INFINITY, NAN);
        check(x -> Math.pow(x[0], x[1]), at(0, 0.5), INFINITY, 0);
        check(x -> Math.sqrt(Math.pow(x[0], 2)), at(0), 0);
        check(x -> Math.pow(x[0], 0) * 5, at(INFINITY), 0);
    }

    @Test
    void remainders() {
        check(x -> x[0] % x[1], at(5.5, 2), 1, -2);
        check(x -> x[0] % x[1], at(-5.5, 2), 1, 2);
        check(x -> x[0] % x[1], at(4, 2), NAN, NAN);
        check(x -> Math.IEEEremainder(x[0], x[1]), at(5.5, 2), 1, -3);
    }

    @Test
    void stepsAndSigns() {
        check(x -> Math.floor(x[0]) + Math.ceil(x[0]) + Math.rint(x[0]) + Math.round(x[0]), at(1.5), 0);
        check(x -> ((int) x[0]) * x[1], at(2.5, 3), 0, 2);
        check(x -> Math.copySign(x[0], x[1]), at(2, -3), -1, 0);
        check(x -> Math.copySign(x[0], x[1]), at(0, 3), 1, 0);
        check(x -> Math.scalb(x[0], 5), at(3), 32);
        check(x -> Math.nextUp(x[0]) + Math.nextDown(x[0]) + Math.nextAfter(x[0], x[1]), at(3, 9), 3, 0);
        check(x -> Math.ulp(x[0]) * x[0], at(3), Math.ulp(3.0));
        check(x -> Math.toDegrees(Math.toRadians(x[0])), at(3), 1);
        check(x -> Math.fma(x[0], x[1], x[2]), at(2, 3, 5), 3, 2, 1);
    }

    @Test
    void sortedTiesKeepTheirPlaces() {
        check(x -> sorted(x), at(2, 1, 2, 1), 30, 1, 40, 2);
        check(x -> firstLargest(x), at(1, 2, 1, 2), 0, 1, 0, 0);
        check(x -> distinct(x), at(3, 1, 3, 1), 1, 10, 0, 0);
    }

    private static double sorted(double[] x) {
        double[] a = x.clone();
        Arrays.sort(a);
        return a[0] + 2 * a[1] + 30 * a[2] + 40 * a[3];
    }

    private static double firstLargest(double[] x) {
        double largest = x[0];
        for (double element : x) {
            if (element > largest) {
                largest = element;
            }
        }
        return largest;
    }

    /** The sum of the different elements, each where it is first, with weights 1, 10, 100. */
    private static double distinct(double[] x) {
        double sum = 0;
        double weight = 1;
        for (int i = 0; i < x.length; i++) {
            boolean isNew = true;
            for (int j = 0; j < i; j++) {
                isNew &= x[j] != x[i];
            }
            if (isNew) {
                sum += weight * x[i];
                weight *= 10;
            }
        }
        return sum;
    }
}
