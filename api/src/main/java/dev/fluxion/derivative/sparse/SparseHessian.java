package dev.fluxion.derivative.sparse;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.runtime.sweep.CurvatureSweeps;
import dev.fluxion.runtime.sweep.VectorTangent;

import java.util.Arrays;

/**
 * The compiled Hessian of a function from an array to a number, of which most elements are zero: as {@link
 * SparseJacobian}, of the gradient, whose symmetry saves directions. Thread safe.
 *
 * <pre>{@code
 * SparseHessian h = sparseHessian((double[] x) -> chain(x));
 * SparseMatrix a = h.at(x);
 * }</pre>
 */
public final class SparseHessian {

    private final VectorTangent indices;
    private final CurvatureSweeps sweeps;

    /**
     * Makes one.
     *
     * @param indices follows sets of inputs to the gradient
     * @param sweeps gives products with several directions at once
     */
    public SparseHessian(VectorTangent indices, CurvatureSweeps sweeps) {
        this.indices = indices;
        this.sweeps = sweeps;
    }

    /**
     * Returns where the Hessian at {@code x} may have elements other than zero; the diagonal is always among them.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code x} is null
     */
    public Sparsity sparsity(double[] x) {
        Refusals.requireArgument("x", x);
        return Pattern.of(indices, x).symmetric();
    }

    /** Returns how many directions the Hessian at {@code x} takes. */
    public int colors(double[] x) {
        return Coloring.ofStars(sparsity(x)).count();
    }

    /**
     * Returns the Hessian at {@code x}, both halves of it.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code x} is null
     */
    public SparseMatrix at(double[] x) {
        Sparsity sparsity = sparsity(x);
        Coloring coloring = Coloring.ofStars(sparsity);
        int[] colors = coloring.colors();
        double[] values = new double[sparsity.size()];
        boolean[] isKnown = new boolean[sparsity.size()];
        sweeps.run(
                x,
                coloring.count(),
                (xDot, from, lanes) -> {
                    for (int j = 0; j < x.length; j++) {
                        if (colors[j] >= from && colors[j] < from + lanes) {
                            xDot[j * lanes + colors[j] - from] = 1;
                        }
                    }
                },
                (products, from, lanes) -> {
                    int[] alone = new int[lanes];
                    for (int row = 0; row < sparsity.rows(); row++) {
                        Arrays.fill(alone, 0);
                        for (int e = sparsity.start(row); e < sparsity.start(row + 1); e++) {
                            int lane = colors[sparsity.column(e)] - from;
                            if (lane >= 0 && lane < lanes) {
                                alone[lane]++;
                            }
                        }
                        for (int e = sparsity.start(row); e < sparsity.start(row + 1); e++) {
                            int lane = colors[sparsity.column(e)] - from;
                            if (lane >= 0 && lane < lanes && alone[lane] == 1) {
                                values[e] = products[row * lanes + lane];
                                isKnown[e] = true;
                            }
                        }
                    }
                });
        mirror(sparsity, values, isKnown);
        return new SparseMatrix(sparsity, values);
    }

    /** What is not alone in its row and color has a mirror image that is. */
    private static void mirror(Sparsity sparsity, double[] values, boolean[] isKnown) {
        for (int row = 0; row < sparsity.rows(); row++) {
            for (int e = sparsity.start(row); e < sparsity.start(row + 1); e++) {
                if (!isKnown[e]) {
                    values[e] = values[sparsity.find(sparsity.column(e), row)];
                }
            }
        }
    }
}
