package dev.fluxion;

/**
 * The gradients of a function of four arguments of any kind, each of the type of its argument.
 *
 * @param <T> what the first argument is
 * @param <U> what the second argument is
 * @param <V> what the third argument is
 * @param <W> what the fourth argument is
 * @param first the gradient in the first argument
 * @param second the gradient in the second argument
 * @param third the gradient in the third argument
 * @param fourth the gradient in the fourth argument
 */
public record ObjectGradients4<T, U, V, W>(T first, U second, V third, W fourth) {}
