package dev.fluxion;

/**
 * The gradients of a function of two arrays, each of its argument's length. Equality is that of the arrays' identities.
 *
 * @param first the gradient in the first argument
 * @param second the gradient in the second argument
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of two fresh arrays, not a value
public record ArrayGradients2(double[] first, double[] second) {}
