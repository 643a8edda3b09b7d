package dev.fluxion.params;

import java.util.ArrayList;
import java.util.List;

/**
 * The Jacobians of a function in some {@link Params}: for each parameter, an array of numbers or of such arrays, a
 * matrix with a row for each of the function's results and a column for each number of the parameter, rows of arrays of
 * arrays one after the other.
 *
 * <pre>{@code
 * Jacobians js = jacobian(() -> model(w, b), Params.of(w, b));
 * double[][] jw = js.of(w);
 * }</pre>
 */
public final class Jacobians {

    private final Params params;
    private final List<double[][]> matrices;

    private Jacobians(Params params, List<double[][]> matrices) {
        this.params = params;
        this.matrices = matrices;
    }

    /**
     * Puts Jacobians together of gradients.
     *
     * @param params the parameters, which are copied
     * @param rows for each of the function's results the gradients
     * @throws UnsupportedOperationException if a parameter is something else than an array of numbers, or of such
     *     arrays
     */
    public static Jacobians of(Params params, List<Gradients> rows) {
        List<double[][]> matrices = new ArrayList<>();
        for (Object parameter : params) {
            double[][] matrix = new double[rows.size()][Numbers.count(parameter)];
            for (int i = 0; i < matrix.length; i++) {
                Numbers.flatten(rows.get(i).of(parameter), matrix[i], 0);
            }
            matrices.add(matrix);
        }
        return new Jacobians(params.copy(), matrices);
    }

    /**
     * Returns the Jacobian in a parameter.
     *
     * @throws IllegalArgumentException if it is none of the parameters
     */
    public double[][] of(Object parameter) {
        int place = params.place(parameter);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "no Jacobian in this " + parameter.getClass().getTypeName() + ": it is none of " + params);
        }
        return matrices.get(place);
    }
}
