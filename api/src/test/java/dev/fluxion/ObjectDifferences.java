package dev.fluxion;

import dev.fluxion.spi.GraphGradient;
import dev.fluxion.tangent.Tangent;

import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/** Finite differences of functions of matrices, records with one number, and boxed numbers: enough for a facade. */
@SuppressWarnings("unchecked") // what the test says
record ObjectDifferences(Object function, boolean isInCaptured) implements GraphGradient {

    private static final double H = 1e-6;

    /** A record to take gradients in. */
    record Weight(double value, String unit) {}

    @Override
    public At at(Object... arguments) {
        double value = isInCaptured ? 42 : call(arguments);
        return new At() {
            @Override
            public double value() {
                return value;
            }

            @Override
            public Object gradient(int argument) {
                return switch (arguments[argument]) {
                    case Double number -> slope(arguments, argument, number + H, number - H);
                    case Weight weight ->
                            new Weight(
                                    slope(
                                            arguments,
                                            argument,
                                            new Weight(weight.value() + H, weight.unit()),
                                            new Weight(weight.value() - H, weight.unit())),
                                    weight.unit());
                    case double[][] matrix -> {
                        double[][] gradient = new double[matrix.length][];
                        for (int i = 0; i < matrix.length; i++) {
                            gradient[i] = new double[matrix[i].length];
                            for (int j = 0; j < matrix[i].length; j++) {
                                double at = matrix[i][j];
                                matrix[i][j] = at + H;
                                double right = call(arguments);
                                matrix[i][j] = at - H;
                                gradient[i][j] = Math.rint((right - call(arguments)) / (2 * H) * 1e4) / 1e4;
                                matrix[i][j] = at;
                            }
                        }
                        yield gradient;
                    }
                    default -> throw new IllegalArgumentException(arguments[argument].getClass().getName());
                };
            }

            @Override
            public Tangent tangent(int argument) {
                Tangent.Builder tangent = Tangent.builder(arguments[argument].getClass());
                return tangent.field("asked", (double) argument).build();
            }

            @Override
            public Tangent tangents() {
                return Tangent.builder(Object[].class).element((double) arguments.length).build();
            }

            @Override
            public Tangent captured() {
                return Tangent.builder(function.getClass()).field("arguments", (double) arguments.length).build();
            }
        };
    }

    private double slope(Object[] arguments, int argument, Object right, Object left) {
        Object[] moved = arguments.clone();
        moved[argument] = right;
        double up = call(moved);
        moved[argument] = left;
        return Math.rint((up - call(moved)) / (2 * H) * 1e4) / 1e4;
    }

    private double call(Object[] a) {
        return switch (function) {
            case DoubleSupplier f -> f.getAsDouble();
            case ToDoubleFunction<?> f -> ((ToDoubleFunction<Object>) f).applyAsDouble(a[0]);
            case ObjectFn2<?, ?> f -> ((ObjectFn2<Object, Object>) f).applyAsDouble(a[0], a[1]);
            case ObjectFn3<?, ?, ?> f -> ((ObjectFn3<Object, Object, Object>) f).applyAsDouble(a[0], a[1], a[2]);
            case ObjectFn4<?, ?, ?, ?> f ->
                    ((ObjectFn4<Object, Object, Object, Object>) f).applyAsDouble(a[0], a[1], a[2], a[3]);
            default -> throw new IllegalArgumentException(function.getClass().getName());
        };
    }
}
