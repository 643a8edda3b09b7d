package dev.fluxion.rule;

/**
 * The cotangents of four arguments, a receiver counted as the first; see {@link ValueAndPullback} for what may stand
 * for each.
 *
 * @param first that of the first argument
 * @param second that of the second argument
 * @param third that of the third argument
 * @param fourth that of the fourth argument
 * @param <A> the type of that of the first
 * @param <B> the type of that of the second
 * @param <C> the type of that of the third
 * @param <D> the type of that of the fourth
 */
public record Cotangents4<A, B, C, D>(A first, B second, C third, D fourth) {

    /** Returns the cotangents of four arguments. */
    public static <A, B, C, D> Cotangents4<A, B, C, D> of(A first, B second, C third, D fourth) {
        return new Cotangents4<>(first, second, third, fourth);
    }
}
