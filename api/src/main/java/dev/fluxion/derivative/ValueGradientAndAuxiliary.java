package dev.fluxion.derivative;

/**
 * A function's value and gradient at one point, and what else the function gives there.
 *
 * @param value the value
 * @param gradient the gradient, of the argument's type
 * @param auxiliary what the function gives besides, as the one run of the function made it
 * @param <T> the type of the argument
 * @param <A> the type of what is given besides
 */
public record ValueGradientAndAuxiliary<T, A>(double value, T gradient, A auxiliary) {}
