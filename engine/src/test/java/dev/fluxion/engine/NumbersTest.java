package dev.fluxion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.Fluxion;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/** Numbers of which the code knows nothing but that they are of class {@code Number}. */
class NumbersTest {

    private static final double[] POINT = {0.7, -1.1, 0.4};

    /** A number of somebody else, that is computed when it is asked for. */
    private static final class Product extends Number {
        private static final long serialVersionUID = 1;

        private final double[] factors;

        Product(double[] factors) {
            this.factors = factors;
        }

        @Override
        public double doubleValue() {
            return factors[0] * factors[1];
        }

        @Override
        public float floatValue() {
            return (float) doubleValue();
        }

        @Override
        public int intValue() {
            return (int) doubleValue();
        }

        @Override
        public long longValue() {
            return (long) doubleValue();
        }
    }

    private static double product(List<? extends Number> numbers) {
        double product = 1;
        for (Number number : numbers) {
            product *= number.doubleValue();
        }
        return product;
    }

    @Test
    void boxesInALoop() {
        Slopes.assertRight(x -> product(List.of(x[0], 3, x[1] * x[2], 2.0)), POINT);
    }

    @Test
    void boxesAndOtherNumbers() {
        Slopes.assertRight(x -> product(List.<Number>of(x[1], new Product(x), 3L, x[2])), POINT);
        Slopes.assertRight(x -> product(List.<Number>of(new Product(x), x[1])), POINT);
    }

    @Test
    void boxesInAStream() {
        Slopes.assertRight(
                x ->
                        Stream.<Number>of(x[1], new Product(x), 2, x[0] * x[2])
                                .mapToDouble(Number::doubleValue)
                                .map(v -> v * v)
                                .sum(),
                POINT);
    }

    @Test
    void oneOfTwo() {
        Slopes.assertRight(
                x -> {
                    Number product = new Product(x);
                    Number box = x[1];
                    return (x[0] > 100 ? product : box).doubleValue() * (x[0] > 0 ? product : box).doubleValue();
                },
                POINT);
    }

    @Test
    void boxesOfFloats() {
        assertThat(
                        Fluxion.gradient(
                                (double[] x) -> product(List.<Number>of((float) x[0], x[1], 2f)),
                                new double[] {0.5, -1.25}))
                .containsExactly(-2.5, 1);
        assertThat(Fluxion.gradient((double[] x) -> one(List.of(x[0], 3)).floatValue() * x[1], new double[] {0.5, 2}))
                .containsExactly(2, 0.5);
    }

    private static Number one(List<? extends Number> numbers) {
        return numbers.get(0);
    }

    @Test
    void secondDerivativesAndForward() {
        double[][] hessian = Fluxion.hessian(x -> product(List.of(x[0], 3, x[0] * x[1])), new double[] {2, 5});
        assertThat(hessian[0]).containsExactly(30, 12);
        assertThat(hessian[1]).containsExactly(12, 0);
        assertThat(
                        Fluxion.jvp(
                                        (double[] x) -> product(List.of(x[0], 3, x[1])),
                                        new double[] {2, 5},
                                        new double[] {1, 1})
                                .tangent())
                .isEqualTo(21.0);
    }
}
