package dev.fluxion.examples.lsq;

import java.io.Serializable;

/** A function of parameters and predictors whose parameters are sought; {@link Models} has those of NIST. */
@FunctionalInterface
interface Model extends Serializable {

    /**
     * Returns what the model expects to be observed.
     *
     * @param b the parameters
     * @param x the predictors of one observation
     */
    double at(double[] b, double[] x);
}
