package dev.fluxion;

/**
 * The partial derivatives of a function of two doubles: {@code if (g instanceof Gradients2(double dx, double dy))}.
 *
 * @param first the partial in the first argument
 * @param second the partial in the second argument
 */
public record Gradients2(double first, double second) {}
