package dev.fluxion;

/**
 * The gradients of a function of two arguments of any kind, each of the type of its argument.
 *
 * @param <T> what the first argument is
 * @param <U> what the second argument is
 * @param first the gradient in the first argument
 * @param second the gradient in the second argument
 */
public record ObjectGradients2<T, U>(T first, U second) {}
