package dev.fluxion.runtime.inner;

import dev.fluxion.spi.GraphPullback;

/**
 * What is behind a pullback: the Jacobian, so that it does not matter what has changed when it is applied.
 *
 * @param value of the function, a number or an array
 * @param jacobian a row for each number of the value
 * @param length that of the argument; -1 if it is a number
 */
@SuppressWarnings("ArrayRecordComponent") // not compared
record InnerPullback(Object value, double[][] jacobian, int length) implements GraphPullback.At {

    @Override
    public Object[] gradients(Object cotangent) {
        InnerShapes.requireFits("cotangent", cotangent, value);
        double[] bar = InnerShapes.numbers(cotangent);
        double[] sum = new double[Math.abs(length)];
        for (int row = 0; row < bar.length; row++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += bar[row] * jacobian[row][i];
            }
        }
        if (length < 0) {
            return new Object[] {sum[0]};
        }
        return new Object[] {sum};
    }
}
