package dev.fluxion.rule;

import java.util.Objects;

/**
 * What a {@linkplain Reverse reverse rule} gives back that works on adjoints in memory: for methods with a value that
 * also store what they compute, or whose arguments are objects.
 *
 * <pre>{@code
 * @Reverse(of = "normalize", writes = 0)                              // double normalize(double[] x), the norm
 * static ValueAndPullbackInPlace<Double> normalize(double[] x) {
 *     double norm = Vectors.normalize(x);
 *     double[] unit = x.clone();
 *     return ValueAndPullbackInPlace.of(norm, (bar, adjoints) -> {
 *         double[] unitBar = adjoints.take(x);
 *         double along = bar - Vectors.dot(unitBar, unit) / norm;
 *         for (int i = 0; i < unit.length; i++) {
 *             unitBar[i] = unitBar[i] / norm + along * unit[i];
 *         }
 *         adjoints.add(x, unitBar);
 *     });
 * }
 * }</pre>
 *
 * @param value the method's value
 * @param pullback adds to the adjoints
 * @param <Y> the value's type, a primitive one by its box
 */
public record ValueAndPullbackInPlace<Y>(Y value, PullbackInPlace<Y> pullback) {

    /** The pullback is not null. */
    public ValueAndPullbackInPlace {
        Objects.requireNonNull(pullback, "pullback");
    }

    /** Returns a value with its pullback. */
    public static <Y> ValueAndPullbackInPlace<Y> of(Y value, PullbackInPlace<Y> pullback) {
        return new ValueAndPullbackInPlace<>(value, pullback);
    }
}
