package dev.fluxion;

/**
 * A function's value and its gradient at one point, from one forward sweep.
 *
 * <pre>{@code
 * var vg = withGradient(w -> loss(w), w);
 * System.out.println(vg.value() + " " + vg.gradient()[0]);
 * }</pre>
 *
 * @param <G> what the gradient is: {@code Double}, {@link Gradients2}, {@code double[]}, {@code float[]} and so on
 * @param value the function's value; that of a float function, widened
 * @param gradient the gradient
 */
public record ValueAndGradient<G>(double value, G gradient) {}
