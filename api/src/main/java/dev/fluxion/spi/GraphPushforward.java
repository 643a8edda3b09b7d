package dev.fluxion.spi;

/** A compiled derivative of a function of arguments of any kind in a direction. Thread safe. */
public interface GraphPushforward {

    /**
     * Runs the function with tangents.
     *
     * @param arguments none of them null; numbers are boxed
     * @param tangents one for each argument: an object of its type and shape, or a {@link
     *     dev.fluxion.tangent.ZeroTangent}
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if a tangent does not fit its argument, the result is
     *     null, or it cannot carry its tangent
     */
    At at(Object[] arguments, Object[] tangents);

    /**
     * The function's value, boxed if it is a number, and its tangent.
     *
     * @param value the value
     * @param tangent of the value's class
     */
    record At(Object value, Object tangent) {}
}
