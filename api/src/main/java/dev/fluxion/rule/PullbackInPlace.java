package dev.fluxion.rule;

/**
 * Takes the cotangent of a method's value, and those of what the method left in memory, back to its arguments: it adds
 * to their adjoints. See {@link VoidPullback} for a method without a value.
 *
 * @param <Y> the value's type, a primitive one by its box
 */
@FunctionalInterface
public interface PullbackInPlace<Y> {

    /**
     * Adds to the adjoints of the arguments, after taking those of what the method has overwritten.
     *
     * @param cotangent that of a value that is a number or an array of numbers, of its type and shape; any other value
     *     itself: the adjoints of what an object holds are in memory
     * @param adjoints those of everything in memory
     */
    void apply(Y cotangent, Adjoints adjoints);
}
