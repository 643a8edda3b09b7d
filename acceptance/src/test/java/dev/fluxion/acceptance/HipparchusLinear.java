package dev.fluxion.acceptance;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.BlockRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DiagonalMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RRQRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;

import java.util.List;

/** Hipparchus: matrices and their decompositions. */
final class HipparchusLinear {

    private static final Subjects CORE = new Subjects("hipparchus-core");
    private static final double[] POINT = {4, 1, 0.5, 1, 5, -0.7, 0.4, -0.6, 6};

    private HipparchusLinear() {}

    static List<Subject> all() {
        return List.of(
                CORE.of("RealMatrix.multiply", p -> m(p).multiply(m(p)).getEntry(1, 2), POINT),
                CORE.of("RealMatrix.operate", p -> m(p).operate(new double[] {p[0], 1, 2})[1], POINT),
                CORE.of("RealMatrix.power", p -> m(p).power(3).getTrace(), POINT),
                CORE.of("RealMatrix.getFrobeniusNorm", p -> m(p).getFrobeniusNorm(), POINT),
                CORE.of("BlockRealMatrix.multiply", p -> block(p).multiply(block(p)).getEntry(2, 1), POINT),
                CORE.of("RealVector.dotProduct", p -> v(p).dotProduct(v(p).mapMultiply(2)), 1, 2, 3),
                CORE.of("RealVector.getNorm", p -> v(p).getNorm(), 1, 2, 3),
                CORE.of("RealVector.cosine", p -> v(p).cosine(new ArrayRealVector(new double[] {1, 0, 1})), 1, 2, 3),
                CORE.of(
                        "DiagonalMatrix.preMultiply",
                        p -> new DiagonalMatrix(p).multiply(m(POINT)).getTrace(),
                        1,
                        2,
                        3),
                CORE.of("LUDecomposition.getDeterminant", p -> new LUDecomposition(m(p)).getDeterminant(), POINT),
                CORE.of(
                        "LUDecomposition solve",
                        p -> new LUDecomposition(m(p)).getSolver().solve(b()).getEntry(0),
                        POINT),
                CORE.of(
                        "LUDecomposition inverse",
                        p -> new LUDecomposition(m(p)).getSolver().getInverse().getEntry(1, 1),
                        POINT),
                CORE.of("MatrixUtils.inverse", p -> MatrixUtils.inverse(m(p)).getEntry(0, 2), POINT),
                CORE.of(
                        "QRDecomposition solve",
                        p -> new QRDecomposition(m(p)).getSolver().solve(b()).getEntry(1),
                        POINT),
                CORE.of("QRDecomposition.getR", p -> new QRDecomposition(m(p)).getR().getEntry(0, 1), POINT),
                CORE.of(
                        "RRQRDecomposition solve",
                        p -> new RRQRDecomposition(m(p)).getSolver().solve(b()).getEntry(1),
                        POINT),
                CORE.of("CholeskyDecomposition.getL", p -> cholesky(p).getL().getEntry(2, 1), POINT),
                CORE.of("CholeskyDecomposition.getDeterminant", p -> cholesky(p).getDeterminant(), POINT),
                CORE.of(
                        "EigenDecompositionSymmetric",
                        p -> new EigenDecompositionSymmetric(symmetric(p)).getEigenvalue(0),
                        POINT),
                CORE.of(
                        "SingularValueDecomposition",
                        p -> new SingularValueDecomposition(m(p)).getSingularValues()[0],
                        POINT),
                CORE.of(
                        "SingularValueDecomposition.getNorm",
                        p -> new SingularValueDecomposition(m(p)).getNorm(),
                        POINT));
    }

    private static RealMatrix m(double[] p) {
        double[][] rows = {{p[0], p[1], p[2]}, {p[3], p[4], p[5]}, {p[6], p[7], p[8]}};
        return new Array2DRowRealMatrix(rows);
    }

    private static RealMatrix block(double[] p) {
        BlockRealMatrix matrix = new BlockRealMatrix(3, 3);
        for (int i = 0; i < 9; i++) {
            matrix.setEntry(i / 3, i % 3, p[i]);
        }
        return matrix;
    }

    private static RealMatrix symmetric(double[] p) {
        return m(p).add(m(p).transpose());
    }

    private static CholeskyDecomposition cholesky(double[] p) {
        return new CholeskyDecomposition(m(p).multiply(m(p).transpose()));
    }

    private static RealVector v(double[] p) {
        return new ArrayRealVector(p);
    }

    private static RealVector b() {
        return new ArrayRealVector(new double[] {1, 2, 3});
    }
}
