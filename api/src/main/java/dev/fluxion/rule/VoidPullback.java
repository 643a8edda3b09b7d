package dev.fluxion.rule;

/**
 * What the {@linkplain Reverse reverse rule} of a method without a value gives back: it takes the cotangents of what
 * the method left in memory back to what it was computed from.
 *
 * <pre>{@code
 * @Reverse(of = "scale", writes = 1)                                  // void scale(double factor, double[] x)
 * static VoidPullback scale(double factor, double[] x) {
 *     double[] before = x.clone();
 *     Vectors.scale(factor, x);
 *     return adjoints -> {
 *         double[] bar = adjoints.take(x);                            // of what x is after the call
 *         adjoints.addToArgument(0, Vectors.dot(bar, before));
 *         adjoints.add(x, Vectors.scaled(factor, bar));               // of what it was before
 *     };
 * }
 * }</pre>
 */
@FunctionalInterface
public interface VoidPullback {

    /**
     * Adds to the adjoints of the arguments, after taking those of what the method has overwritten.
     *
     * @param adjoints those of everything in memory
     */
    void apply(Adjoints adjoints);
}
