package dev.fluxion.engine;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.runtime.Shadows;
import dev.fluxion.runtime.sweep.Curvature;
import dev.fluxion.runtime.sweep.ScalarTangent;
import dev.fluxion.runtime.sweep.VectorTangent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Sweeps of forward mode over functions that have captured arrays: these are constants to the compiled code, so that
 * none of them may be the point.
 */
@SuppressWarnings("ReferenceEquality") // which array it is, is the question
final class ArraySweeps {

    private ArraySweeps() {}

    /** Returns the compiled sweep, or one that looks at its argument first. */
    static Object of(Object compiled, @Nullable Object[] captured) {
        List<double[]> found = new ArrayList<>();
        for (Object value : captured) {
            if (value instanceof double[] array) {
                found.add(array);
            }
        }
        if (found.isEmpty()) {
            return compiled;
        }
        double[][] arrays = found.toArray(new double[0][]);
        return switch (compiled) {
            case ScalarTangent sweep -> (ScalarTangent) (x, xDot, out) -> sweep.run(checked(x, arrays), xDot, out);
            case VectorTangent sweep -> new Checked(sweep, arrays);
            case Curvature sweep ->
                    (Curvature)
                            (x, gradient, xDot, gradientDot) ->
                                    sweep.run(checked(x, arrays), gradient, xDot, gradientDot);
            default -> throw new IllegalArgumentException("no sweep of forward mode: " + compiled.getClass());
        };
    }

    @SuppressWarnings("ArrayRecordComponent") // what was captured, for this only
    private record Checked(VectorTangent sweep, double[][] arrays) implements VectorTangent {
        @Override
        public double[] run(double[] x, double[] xDot, Shadows shadows) {
            return sweep.run(checked(x, arrays), xDot, shadows);
        }
    }

    private static double[] checked(double[] x, double[][] arrays) {
        for (double[] array : arrays) {
            if (array == x) {
                throw new NotDifferentiableException(
                        Diagnostic.of(
                                ErrorId.WRONG_ARGUMENTS,
                                "cannot take this derivative at an array that the function has captured as well",
                                "the array under its other name would be taken for a constant",
                                "a function that reads it as its argument only, or the derivative at a copy"));
            }
        }
        return x;
    }
}
