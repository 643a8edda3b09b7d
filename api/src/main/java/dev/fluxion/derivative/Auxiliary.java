package dev.fluxion.derivative;

/**
 * What a function gives that is differentiated in its value and gives something else besides, such as the predictions
 * that a loss is made of.
 *
 * @param value what is differentiated
 * @param auxiliary what else there is, which no derivative is taken of
 * @param <A> the type of that
 */
public record Auxiliary<A>(double value, A auxiliary) {}
