package dev.fluxion.runtime;

/**
 * Steps of a loop that are differentiated together.
 *
 * @param step the object whose method is one step: a {@code double[] apply(double[] state, int index)}
 * @param type the interface of that method
 * @param from the number of the first step
 * @param to the number after that of the last one
 */
public record StepBlock(Object step, Class<?> type, int from, int to) {}
