package dev.fluxion.runtime;

import org.jspecify.annotations.Nullable;

/**
 * How the adjoints of everything that an object leads to go into one cotangent and back: an array of arrays, a record,
 * a list or a map into one of the same kind, any other object into a {@link dev.fluxion.tangent.Tangent}. Thread safe.
 */
public interface ObjectCotangents {

    /** Gives everything that an object leads to its shadow. */
    void register(Object object, Shadows shadows);

    /** Returns the cotangent of an object, and sets the adjoints of everything that it leads to to zero. */
    Object take(Object object, Shadows shadows);

    /**
     * Adds a cotangent to the adjoints of everything that an object leads to.
     *
     * @return null, or why the cotangent does not fit the object
     */
    @Nullable String add(Object object, Object cotangent, Shadows shadows);

    /** Returns whether an object leads to numbers that something active was stored in. */
    boolean carriesNumbers(Object object, Shadows shadows);
}
