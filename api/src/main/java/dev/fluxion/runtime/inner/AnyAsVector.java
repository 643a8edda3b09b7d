package dev.fluxion.runtime.inner;

import dev.fluxion.Fn;
import dev.fluxion.VectorFn;

/**
 * A function between numbers and arrays of them as one between arrays.
 *
 * @param given takes what the function has given last, which may be an array that it gives each time
 */
@SuppressWarnings("ArrayRecordComponent") // written to
record AnyAsVector(Fn<Object, Object> f, boolean takesNumber, Object[] given) implements VectorFn {

    @Override
    public double[] apply(double[] x) {
        Object value;
        if (takesNumber) {
            value = f.apply(x[0]);
        } else {
            value = f.apply(x);
        }
        given[0] = value;
        return InnerShapes.numbers(value);
    }
}
