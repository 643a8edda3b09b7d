package dev.fluxion.rule;

/**
 * The cotangents of five arguments, a receiver counted as the first; see {@link ValueAndPullback} for what may stand
 * for each.
 *
 * @param first that of the first argument
 * @param second that of the second argument
 * @param third that of the third argument
 * @param fourth that of the fourth argument
 * @param fifth that of the fifth argument
 * @param <A> the type of that of the first
 * @param <B> the type of that of the second
 * @param <C> the type of that of the third
 * @param <D> the type of that of the fourth
 * @param <E> the type of that of the fifth
 */
public record Cotangents5<A, B, C, D, E>(A first, B second, C third, D fourth, E fifth) {

    /** Returns the cotangents of five arguments. */
    public static <A, B, C, D, E> Cotangents5<A, B, C, D, E> of(A first, B second, C third, D fourth, E fifth) {
        return new Cotangents5<>(first, second, third, fourth, fifth);
    }
}
