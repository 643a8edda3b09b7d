package dev.fluxion.rule;

/**
 * Takes the cotangent of a method's value back to those of its arguments.
 *
 * @param <Y> the value's type, a primitive one by its box: the cotangent has the same type and shape
 * @param <C> the cotangents of the arguments, see {@link ValueAndPullback}
 */
@FunctionalInterface
public interface Pullback<Y, C> {

    /**
     * Returns the cotangents of the arguments. Writes neither to the method's arguments nor to what it has captured.
     *
     * @param cotangent that of the value, of its type and shape; it belongs to the pullback, which may overwrite it
     */
    C apply(Y cotangent);
}
