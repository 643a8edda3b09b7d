package dev.fluxion.runtime;

import org.jspecify.annotations.Nullable;

/**
 * How the adjoints of everything that an object leads to go into one cotangent and back: an array of arrays, a record,
 * a list or a map into one of the same kind, any other object into a {@link dev.fluxion.tangent.Tangent}. Thread safe.
 */
public interface ObjectCotangents {

    /** Gives everything that an object leads to its shadow. */
    void register(Object object, Shadows shadows);

    /**
     * Returns what an object leads to at the time of the call: the program may put something else into an array of
     * references, a list or a map, before its cotangent is taken or added.
     */
    Object snapshot(Object object);

    /**
     * Returns the cotangent of an object, and sets the adjoints of everything that it leads to to zero.
     *
     * @param snapshot what it leads to
     */
    Object take(Object snapshot, Shadows shadows);

    /**
     * Adds a cotangent to the adjoints of everything that an object leads to.
     *
     * @param snapshot what it leads to
     * @return null, or why the cotangent does not fit the object
     */
    @Nullable String add(Object snapshot, Object cotangent, Shadows shadows);

    /**
     * Returns the tangent of an object in one direction.
     *
     * @param object the object itself
     * @param shadows tangents of everything that has some, those of several directions side by side
     * @param lane which direction
     * @param lanes of how many
     * @param byName whether a {@link dev.fluxion.tangent.Tangent} is wanted, and not one of the object's own type
     * @return of its shape; {@link dev.fluxion.tangent.NoTangent} if it leads to no number
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if something in it cannot carry its tangent
     */
    Object tangent(Object object, Shadows shadows, int lane, int lanes, boolean byName);

    /**
     * Sets the tangents, in one direction, of everything that an object leads to.
     *
     * @param object the object itself
     * @param tangent of its type and shape
     * @return null, or why the tangent does not fit the object
     */
    @Nullable String putTangent(Object object, Object tangent, Shadows shadows, int lane, int lanes);

    /**
     * Returns whether an object leads to numbers that something active was stored in.
     *
     * @param snapshot what it leads to
     */
    boolean carriesNumbers(Object snapshot, Shadows shadows);

    /**
     * Returns all numbers that an object leads to now and that can be read, each place once, in an order that does not
     * change as long as references do not.
     *
     * @param object the object itself
     */
    double[] numbers(Object object);

    /**
     * Returns the adjoints of those numbers, as far as there are any.
     *
     * @param object the object itself
     */
    double[] adjoints(Object object, Shadows shadows);
}
