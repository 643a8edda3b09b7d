package dev.fluxion.engine.jdk;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.Slopes;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random numbers that depend on what they are drawn with, digits that do not carry a derivative, running totals. */
class DrawsAndDecimalsTest {

    private static final double[] X = {3, 1, 2.5, -0.7};

    @Test
    void normallyDistributedNumbersDependOnMeanAndDeviation() {
        for (String algorithm : new String[] {"Random", "L64X128MixRandom"}) {
            Slopes.assertRight(x -> normal(algorithm, x), X);
        }
        Slopes.assertRight(x -> new Random(7).nextGaussian(x[3], x[0] * x[1]), X);
        Slopes.assertRight(x -> new SplittableRandom(7).nextGaussian(x[3], x[0] * x[1]), X);
        assertThatThrownBy(() -> gradient(x -> new Random(7).nextGaussian(x[0], x[3]), X.clone()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("standard deviation must be non-negative");
    }

    private static double normal(String algorithm, double[] x) {
        RandomGenerator generator = RandomGeneratorFactory.of(algorithm).create(42);
        return generator.nextGaussian(x[0], x[1]) * generator.nextGaussian(x[2], x[0]) + generator.nextDouble();
    }

    @Test
    void numbersBetweenBoundsDependOnThem() {
        Slopes.assertRight(x -> bounded(x), X);
    }

    private static double bounded(double[] x) {
        Random random = new Random(5);
        return random.nextDouble(x[1], x[0]) * random.nextDouble(x[2]) + random.nextGaussian() * x[3] * x[3];
    }

    @Test
    void anActiveNumberDoesNotBecomeADecimal() {
        assertThatThrownBy(() -> gradient(x -> decimal(x), 2.0))
                .isInstanceOf(NotDifferentiableException.class)
                .extracting(thrown -> thrown.getMessage().replaceAll(":\\d+", ""))
                .isEqualTo(
                        """
                        [FX-0107] cannot differentiate the call to java.math.BigDecimal.<init>
                            at dev.fluxion.engine.jdk.DrawsAndDecimalsTest.decimal(DrawsAndDecimalsTest.java)
                            because a BigDecimal holds decimal digits, through which no derivative is followed
                            reached from lambda at DrawsAndDecimalsTest.java
                            try: computing in double as far as the gradient goes, and rounding or adding exactly outside of it; or BigDecimal for numbers only that do not depend on the arguments        more: docs/errors/FX-0107.md\
                        """);
        assertThatThrownBy(() -> gradient(x -> BigDecimal.valueOf(x).doubleValue(), 2.0))
                .hasMessageStartingWith("[FX-0107] cannot differentiate the call to java.math.BigDecimal.valueOf");
    }

    private static double decimal(double x) {
        return new BigDecimal(x).doubleValue();
    }

    @Test
    void decimalsOfConstantsAreNoObstacle() {
        Slopes.assertRight(x -> scaled(x), X);
    }

    private static double scaled(double[] x) {
        BigDecimal factor = new BigDecimal("1.25").multiply(BigDecimal.valueOf(2.5)).add(BigDecimal.TEN);
        return factor.doubleValue() * x[0] * x[0] + BigInteger.TWO.pow(3).doubleValue() * x[1];
    }

    @Test
    void runningTotals() {
        Slopes.assertRight(x -> totals(x), X);
        Slopes.assertRight(x -> boxedTotals(x), X);
    }

    private static double totals(double[] x) {
        double[] products = x.clone();
        Arrays.parallelPrefix(products, (a, b) -> a * b);
        Arrays.parallelPrefix(products, 1, 3, Double::sum);
        return products[0] + 2 * products[1] + 3 * products[2] * products[3];
    }

    private static double boxedTotals(double[] x) {
        Double[] products = {x[0], x[1], x[2]};
        Arrays.parallelPrefix(products, (a, b) -> a * b);
        return products[1] * products[2];
    }

    @Test
    void longRunningTotalsAreRoundedAsInAPlainCall() {
        double[] numbers = new double[300];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 1 + Math.sin(i) / 100;
        }
        Slopes.assertRight(x -> last(x), numbers);
    }

    private static double last(double[] x) {
        double[] products = x.clone();
        Arrays.parallelPrefix(products, (a, b) -> a * b);
        double sum = 0;
        for (int i = 0; i < products.length; i += 37) {
            sum += products[i];
        }
        return sum;
    }

    @Test
    void rangesThatAreNoneFailAsInAPlainCall() {
        assertThatThrownBy(() -> gradient(x -> prefixed(x, 3, 2), X.clone()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fromIndex(3) > toIndex(2)");
        assertThatThrownBy(() -> gradient(x -> prefixed(x, 0, 5), X.clone()))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class)
                .hasMessage("Array index out of range: 5");
        assertThat(gradient(x -> prefixed(x, 2, 2), X.clone())).containsExactly(0, 0, 0, 1);
    }

    private static double prefixed(double[] x, int from, int to) {
        Arrays.parallelPrefix(x, from, to, (a, b) -> a * b);
        return x[3];
    }
}
