package com.example.ejml;

import static org.ejml.dense.row.CommonOps_DDRM.multAddTransA;
import static org.ejml.dense.row.CommonOps_DDRM.multAddTransB;

import dev.fluxion.rule.Adjoints;
import dev.fluxion.rule.PullbackInPlace;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.RuleProvider;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullbackInPlace;

import org.ejml.data.DMatrix1Row;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Rules for products, systems, inverses and determinants. The methods write into matrices that they are given, so the
 * rules work in place; what the pullbacks need of matrices that the program may overwrite is copied.
 *
 * <p>Formulas: M. Giles, <i>Collected matrix derivative results for forward and reverse mode algorithmic
 * differentiation</i>, 2008.
 */
@Rules(of = CommonOps_DDRM.class)
public final class EjmlRules implements RuleProvider {

    /** {@code c = a b}: {@code ā += c̄ bᵀ}, {@code b̄ += aᵀ c̄}. */
    @Reverse(of = "mult", writes = 2)
    static ValueAndPullbackInPlace<DMatrix1Row> mult(DMatrix1Row a, DMatrix1Row b, DMatrix1Row c) {
        DMatrixRMaj left = copy(a);
        DMatrixRMaj right = copy(b);
        double[] leftData = a.data;
        double[] rightData = b.data;
        double[] data = CommonOps_DDRM.mult(a, b, c).data;
        if (data == leftData || data == rightData) {
            throw new IllegalArgumentException("a product in the memory of one of its factors");
        }
        DMatrix1Row product = c == null ? DMatrixRMaj.wrap(left.numRows, right.numCols, data) : c;
        return ValueAndPullbackInPlace.of(
                product,
                (none, adjoints) -> {
                    DMatrixRMaj bar = taken(left.numRows, right.numCols, data, adjoints);
                    multAddTransB(bar, right, adjoint(left, adjoints.of(leftData)));
                    multAddTransA(left, bar, adjoint(right, adjoints.of(rightData)));
                });
    }

    /** {@code y = a⁻¹}: {@code ā -= yᵀ ȳ yᵀ}. */
    @Reverse(of = "invert", writes = 1)
    static ValueAndPullbackInPlace<Boolean> invert(DMatrixRMaj a, DMatrixRMaj inverse) {
        double[] data = a.data;
        boolean isRegular = CommonOps_DDRM.invert(a, inverse);
        return ValueAndPullbackInPlace.of(isRegular, ofInverse(isRegular, copy(inverse), inverse.data, data));
    }

    /** In place. */
    @Reverse(of = "invert", writes = 0)
    static ValueAndPullbackInPlace<Boolean> invert(DMatrixRMaj a) {
        boolean isRegular = CommonOps_DDRM.invert(a);
        return ValueAndPullbackInPlace.of(isRegular, ofInverse(isRegular, copy(a), a.data, a.data));
    }

    private static PullbackInPlace<Boolean> ofInverse(
            boolean isRegular, DMatrixRMaj inverse, double[] to, double[] from) {
        return (none, adjoints) -> {
            if (!isRegular) {
                return; // nothing was written
            }
            int n = inverse.numRows;
            DMatrixRMaj bar = taken(n, n, to, adjoints);
            DMatrixRMaj half = new DMatrixRMaj(n, n);
            CommonOps_DDRM.multTransA(-1, inverse, bar, half);
            // products along rows are faster than multAddTransB, which adds up along one element
            CommonOps_DDRM.multAdd(half, CommonOps_DDRM.transpose(inverse, null), adjoint(inverse, adjoints.of(from)));
        };
    }

    /**
     * {@code a x = b}: {@code b̄ += λ} and {@code ā -= λ xᵀ} with {@code aᵀ λ = x̄}. For more equations than unknowns,
     * where x is the least-squares solution and r what remains: {@code aᵀa λ = x̄}, {@code b̄ += a λ}, {@code ā += r λᵀ
     * - a λ xᵀ}.
     */
    @Reverse(of = "solve", writes = 2)
    static ValueAndPullbackInPlace<Boolean> solve(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj x) {
        DMatrixRMaj matrix = copy(a);
        DMatrixRMaj right = copy(b);
        double[] matrixData = a.data;
        double[] rightData = b.data;
        boolean isSolved = CommonOps_DDRM.solve(a, b, x);
        DMatrixRMaj solution = copy(x);
        double[] data = x.data;
        return ValueAndPullbackInPlace.of(
                isSolved,
                (none, adjoints) -> {
                    if (!isSolved) {
                        return; // nothing was written
                    }
                    DMatrixRMaj bar = taken(solution.numRows, solution.numCols, data, adjoints);
                    DMatrixRMaj rightBar = adjoint(right, adjoints.of(rightData));
                    DMatrixRMaj matrixBar = adjoint(matrix, adjoints.of(matrixData));
                    if (matrix.numRows == matrix.numCols) {
                        DMatrixRMaj lambda = new DMatrixRMaj(solution.numRows, solution.numCols);
                        CommonOps_DDRM.solve(CommonOps_DDRM.transpose(matrix, null), bar, lambda);
                        CommonOps_DDRM.addEquals(rightBar, lambda);
                        multAddTransB(-1, lambda, solution, matrixBar);
                    } else {
                        leastSquares(matrix, right, solution, bar, rightBar, matrixBar);
                    }
                });
    }

    private static void leastSquares(
            DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj x, DMatrixRMaj xBar, DMatrixRMaj bBar, DMatrixRMaj aBar) {
        DMatrixRMaj normal = new DMatrixRMaj(a.numCols, a.numCols);
        CommonOps_DDRM.multTransA(a, a, normal);
        DMatrixRMaj lambda = new DMatrixRMaj(x.numRows, x.numCols);
        CommonOps_DDRM.solve(normal, xBar, lambda);
        DMatrixRMaj alongA = new DMatrixRMaj(b.numRows, b.numCols);
        CommonOps_DDRM.mult(a, lambda, alongA);
        CommonOps_DDRM.addEquals(bBar, alongA);
        DMatrixRMaj rest = b.copy();
        CommonOps_DDRM.multAdd(-1, a, x, rest);
        multAddTransB(rest, lambda, aBar);
        multAddTransB(-1, alongA, x, aBar);
    }

    /** {@code y = det a}: {@code ā += ȳ C}, C the cofactors; {@code det(a) a⁻ᵀ} where a is regular. */
    @Reverse(of = "det")
    static ValueAndPullbackInPlace<Double> det(DMatrixRMaj a) {
        DMatrixRMaj matrix = copy(a);
        double[] data = a.data;
        double value = CommonOps_DDRM.det(a);
        return ValueAndPullbackInPlace.of(
                value,
                (bar, adjoints) -> {
                    int n = matrix.numRows;
                    DMatrixRMaj cofactors = new DMatrixRMaj(n, n);
                    if (Math.abs(value) > 0 && CommonOps_DDRM.invert(matrix, cofactors)) {
                        CommonOps_DDRM.transpose(cofactors);
                        CommonOps_DDRM.scale(value, cofactors);
                    } else {
                        minors(matrix, cofactors);
                    }
                    CommonOps_DDRM.addEquals(adjoint(matrix, adjoints.of(data)), bar, cofactors);
                });
    }

    /** The cofactors of a singular matrix, one determinant each. */
    private static void minors(DMatrixRMaj a, DMatrixRMaj cofactors) {
        int n = a.numRows;
        DMatrixRMaj minor = new DMatrixRMaj(n - 1, n - 1);
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                for (int i = 0; i < n - 1; i++) {
                    for (int j = 0; j < n - 1; j++) {
                        minor.set(i, j, a.get(i < row ? i : i + 1, j < column ? j : j + 1));
                    }
                }
                double value = n == 1 ? 1 : CommonOps_DDRM.det(minor);
                cofactors.set(row, column, (row + column) % 2 == 0 ? value : -value);
            }
        }
    }

    private static DMatrixRMaj copy(DMatrix1Row matrix) {
        DMatrixRMaj copy = new DMatrixRMaj(matrix.numRows, matrix.numCols);
        System.arraycopy(matrix.data, 0, copy.data, 0, copy.data.length);
        return copy;
    }

    /**
     * Takes the adjoints of a matrix that was written, and leaves those behind it: an array may be longer than its
     * matrix, and what is there was not overwritten.
     */
    private static DMatrixRMaj taken(int rows, int columns, double[] data, Adjoints adjoints) {
        double[] taken = adjoints.take(data);
        for (int i = rows * columns; i < taken.length; i++) {
            adjoints.add(data, i, taken[i]);
        }
        return DMatrixRMaj.wrap(rows, columns, taken);
    }

    /** The adjoints of a matrix, as a matrix that can be added to. */
    private static DMatrixRMaj adjoint(DMatrixRMaj like, double[] adjoints) {
        return DMatrixRMaj.wrap(like.numRows, like.numCols, adjoints);
    }
}
