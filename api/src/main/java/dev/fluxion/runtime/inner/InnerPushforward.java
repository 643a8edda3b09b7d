package dev.fluxion.runtime.inner;

import dev.fluxion.Fn;
import dev.fluxion.derivative.ValueAndTangent;
import dev.fluxion.spi.GraphPushforward;
import dev.fluxion.tangent.ZeroTangent;

/** What is behind a pushforward. */
record InnerPushforward(Fn<Object, Object> f) implements GraphPushforward {

    @Override
    public At at(Object[] arguments, Object[] tangents) {
        Object x = arguments[0];
        Object direction = tangents[0];
        if (direction == ZeroTangent.ZERO_TANGENT) {
            // nothing is asked but the value, whose tangent is not looked at
            Object value = f.apply(x);
            return new At(value, value);
        }
        ValueAndTangent<Object> both = InnerTangents.jvp(f, x, direction);
        return new At(both.value(), both.tangent());
    }
}
