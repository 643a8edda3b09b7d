package dev.fluxion.derivative.sparse;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.runtime.sweep.VectorSweeps;
import dev.fluxion.runtime.sweep.VectorTangent;

/**
 * The compiled Jacobian of a function from an array to an array, of which most elements are zero. It finds out which
 * inputs each output depends on, along the path that the program takes at the point; colors the columns so that no two
 * of one color have a row in common; and computes all columns of one color in one direction. Thread safe.
 *
 * <pre>{@code
 * SparseJacobian j = sparseJacobian((double[] x) -> diffusion(x));
 * SparseMatrix a = j.at(x);              // a.sparsity(), a.values(): compressed rows
 * j.colors(x);                           // 3 for a tridiagonal one, whatever its size
 * }</pre>
 */
public final class SparseJacobian {

    private final VectorTangent indices;
    private final VectorSweeps sweeps;

    /**
     * Makes one.
     *
     * @param indices follows sets of inputs
     * @param sweeps gives derivatives in several directions at once
     */
    public SparseJacobian(VectorTangent indices, VectorSweeps sweeps) {
        this.indices = indices;
        this.sweeps = sweeps;
    }

    /**
     * Returns where the Jacobian at {@code x} may have elements other than zero. The function runs, on copies of {@code
     * x}, once for each 416 inputs.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code x} is null
     */
    public Sparsity sparsity(double[] x) {
        Refusals.requireArgument("x", x);
        return Pattern.of(indices, x);
    }

    /** Returns how many directions the Jacobian at {@code x} takes. */
    public int colors(double[] x) {
        return Coloring.ofColumns(sparsity(x)).count();
    }

    /**
     * Returns the Jacobian at {@code x}.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code x} is null
     */
    public SparseMatrix at(double[] x) {
        return at(x, sparsity(x));
    }

    /**
     * Returns the Jacobian at {@code x}, whose pattern is known.
     *
     * @param sparsity that of the Jacobian at {@code x}, or one that contains it: what lies outside is added to
     *     elements inside
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if {@code x} is null or of another length
     */
    public SparseMatrix at(double[] x, Sparsity sparsity) {
        Refusals.requireArgument("x", x);
        Refusals.requireOfLength("x", sparsity.columns(), x);
        Coloring coloring = Coloring.ofColumns(sparsity);
        double[] values = new double[sparsity.size()];
        sweeps.run(
                x,
                coloring.count(),
                coloring::seed,
                value ->
                        (tangents, from, lanes) -> {
                            for (int row = 0; row < sparsity.rows(); row++) {
                                for (int e = sparsity.start(row); e < sparsity.start(row + 1); e++) {
                                    int lane = coloring.colors()[sparsity.column(e)] - from;
                                    if (lane >= 0 && lane < lanes) {
                                        values[e] = tangents[row * lanes + lane];
                                    }
                                }
                            }
                        });
        return new SparseMatrix(sparsity, values);
    }
}
