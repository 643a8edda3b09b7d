package dev.fluxion.rule;

import java.util.Objects;

/**
 * What a {@linkplain Reverse reverse rule} gives back: the method's value and its pullback.
 *
 * <p>The pullback returns the cotangents of the arguments. For a method of one argument, the receiver counted, that is
 * one cotangent; for one of two it is a {@link Cotangents2}, and so on. A cotangent has the type and shape of its
 * argument, a number's by its box: {@code Cotangents2<Double, double[]>} for {@code f(double, double[])}. An argument
 * that cannot be perturbed, such as an {@code int}, has {@link dev.fluxion.tangent.NoTangent}; where a cotangent is
 * zero, {@link dev.fluxion.tangent.ZeroTangent} says so without an array of zeros; what the rule cannot do is a {@link
 * dev.fluxion.tangent.NotImplemented}, which fails only if somebody needs it.
 *
 * <p>Value and arguments that this serves are numbers, arrays of numbers and of such arrays, records, lists and maps.
 * The value's numbers must be its own: a new array, not one of the arguments. For all else there is {@link
 * ValueAndPullbackInPlace}.
 *
 * @param value the method's value
 * @param pullback takes its cotangent back to those of the arguments
 * @param <Y> the value's type, a primitive one by its box
 * @param <C> the cotangents
 */
public record ValueAndPullback<Y, C>(Y value, Pullback<Y, C> pullback) {

    /** Neither is null, except that a value may be. */
    public ValueAndPullback {
        Objects.requireNonNull(pullback, "pullback");
    }

    /**
     * Returns a value whose cotangent is of another class, see {@link TangentType}, with its pullback.
     *
     * @param <T> the class of the cotangent
     */
    @SuppressWarnings("unchecked") // the type parameter says what the value is; what comes in is its tangent
    public static <Y, T, C> ValueAndPullback<Y, C> ofTangent(Y value, Pullback<T, C> pullback) {
        return new ValueAndPullback<>(value, (Pullback<Y, C>) pullback);
    }

    /** Returns a value with its pullback. */
    public static <Y, C> ValueAndPullback<Y, C> of(Y value, Pullback<Y, C> pullback) {
        return new ValueAndPullback<>(value, pullback);
    }
}
