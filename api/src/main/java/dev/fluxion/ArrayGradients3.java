package dev.fluxion;

/**
 * The gradients of a function of three arrays, each of its argument's length. Equality is that of the arrays'
 * identities.
 *
 * @param first the gradient in the first argument
 * @param second the gradient in the second argument
 * @param third the gradient in the third argument
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of three fresh arrays, not a value
public record ArrayGradients3(double[] first, double[] second, double[] third) {}
