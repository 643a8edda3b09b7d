package dev.fluxion.derivative;

/**
 * The value of a function from an array to an array, and its Jacobian.
 *
 * @param value the value
 * @param jacobian a row for each element of the value, with a column for each of the argument
 */
@SuppressWarnings("ArrayRecordComponent") // handed over as they are
public record ValueAndJacobian(double[] value, double[][] jacobian) {}
