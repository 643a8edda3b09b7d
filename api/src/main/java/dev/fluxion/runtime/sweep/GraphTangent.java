package dev.fluxion.runtime.sweep;

import dev.fluxion.runtime.Shadows;

import org.jspecify.annotations.Nullable;

/** The derivatives of a function of objects in one or several directions, its lanes. */
public interface GraphTangent {

    /**
     * Returns the function's value, boxed if it is a number.
     *
     * @param arguments the arguments, boxed if they are numbers
     * @param tangents first the tangents of arguments that are plain numbers, lane by lane for each argument; when this
     *     returns, those of a result that is one
     * @param shadows has the tangents of everything else
     */
    @Nullable Object run(Object[] arguments, double[] tangents, Shadows shadows);
}
