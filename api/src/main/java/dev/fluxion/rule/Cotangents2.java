package dev.fluxion.rule;

/**
 * The cotangents of two arguments, a receiver counted as the first; see {@link ValueAndPullback} for what may stand for
 * each.
 *
 * @param first that of the first argument
 * @param second that of the second argument
 * @param <A> the type of that of the first
 * @param <B> the type of that of the second
 */
public record Cotangents2<A, B>(A first, B second) {

    /** Returns the cotangents of two arguments. */
    public static <A, B> Cotangents2<A, B> of(A first, B second) {
        return new Cotangents2<>(first, second);
    }
}
