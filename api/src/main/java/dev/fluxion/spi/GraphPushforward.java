package dev.fluxion.spi;

import dev.fluxion.derivative.ValueAndTangent;

import org.jspecify.annotations.Nullable;

/** A compiled derivative of a function of arguments of any kind in a direction. Thread safe. */
public interface GraphPushforward {

    /**
     * Runs the function with tangents.
     *
     * @param arguments none of them null; numbers are boxed
     * @param tangents one for each argument: an object of its type and shape, or a {@link
     *     dev.fluxion.tangent.ZeroTangent}
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if a tangent does not fit its argument, or the result
     *     cannot carry its tangent
     */
    ValueAndTangent<@Nullable Object> at(Object[] arguments, Object[] tangents);
}
