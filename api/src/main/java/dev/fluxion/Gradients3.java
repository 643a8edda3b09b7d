package dev.fluxion;

/**
 * The partial derivatives of a function of three doubles.
 *
 * @param first the partial in the first argument
 * @param second the partial in the second argument
 * @param third the partial in the third argument
 */
public record Gradients3(double first, double second, double third) {}
