package dev.fluxion;

/**
 * The gradients of a function of three arguments of any kind, each of the type of its argument.
 *
 * @param <T> what the first argument is
 * @param <U> what the second argument is
 * @param <V> what the third argument is
 * @param first the gradient in the first argument
 * @param second the gradient in the second argument
 * @param third the gradient in the third argument
 */
public record ObjectGradients3<T, U, V>(T first, U second, V third) {}
