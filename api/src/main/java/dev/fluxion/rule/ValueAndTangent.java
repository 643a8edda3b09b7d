package dev.fluxion.rule;

/**
 * What a {@linkplain Forward forward rule} gives back: the method's value and its tangent, the derivative of the value
 * in the direction of the arguments' tangents.
 *
 * @param value the method's value
 * @param tangent of the value's type and shape
 * @param <Y> the value's type, a primitive one by its box
 */
public record ValueAndTangent<Y>(Y value, Y tangent) {

    /** Returns a value with its tangent. */
    public static <Y> ValueAndTangent<Y> of(Y value, Y tangent) {
        return new ValueAndTangent<>(value, tangent);
    }
}
