package dev.fluxion.derivative;

/**
 * The value of a function, and its derivative in a direction.
 *
 * @param value the value
 * @param tangent the derivative, of the value's type and shape; parts that are not differentiable are the value's own
 * @param <R> the type of the value
 */
public record ValueAndTangent<R>(R value, R tangent) {}
