package dev.fluxion.rule;

/**
 * The cotangents of three arguments, a receiver counted as the first; see {@link ValueAndPullback} for what may stand
 * for each.
 *
 * @param first that of the first argument
 * @param second that of the second argument
 * @param third that of the third argument
 * @param <A> the type of that of the first
 * @param <B> the type of that of the second
 * @param <C> the type of that of the third
 */
public record Cotangents3<A, B, C>(A first, B second, C third) {

    /** Returns the cotangents of three arguments. */
    public static <A, B, C> Cotangents3<A, B, C> of(A first, B second, C third) {
        return new Cotangents3<>(first, second, third);
    }
}
