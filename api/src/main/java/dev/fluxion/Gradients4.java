package dev.fluxion;

/**
 * The partial derivatives of a function of four doubles.
 *
 * @param first the partial in the first argument
 * @param second the partial in the second argument
 * @param third the partial in the third argument
 * @param fourth the partial in the fourth argument
 */
public record Gradients4(double first, double second, double third, double fourth) {}
