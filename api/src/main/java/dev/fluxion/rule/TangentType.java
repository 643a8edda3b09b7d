package dev.fluxion.rule;

import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * What a tangent of a class is whose numbers lie where nobody can look: in native memory, in fixed point, in another
 * library's private storage. Its methods have {@linkplain Reverse reverse rules}; between these, each object has one
 * cotangent of this type, found by the object's identity, which sums up what the rules return for it.
 *
 * <pre>{@code
 * public final class FixedRules implements RuleProvider {
 *     static final TangentType<Fixed, Double> TANGENT = TangentType.of(Fixed.class, fixed -> 0.0, Double::sum);
 *
 *     @Override
 *     public List<TangentType<?, ?>> tangentTypes() {
 *         return List.of(TANGENT);
 *     }
 *
 *     @Reverse(of = "times")                                      // Fixed times(Fixed other)
 *     static ValueAndPullback<Fixed, Cotangents2<Double, Double>> times(Fixed a, Fixed b) { ... }
 * }
 * }</pre>
 *
 * <p>The cotangent of a value comes to the pullback as a tangent, so that the rule's type says so: {@code
 * ValueAndPullback<Fixed, ...>} has a pullback of {@code Fixed}s, and {@link ValueAndPullback#ofTangent} takes one of
 * tangents. A mutable object that keeps its own storage is one place as well: a rule that overwrites it works in place
 * and {@linkplain Adjoints#take(TangentType, Object) takes} its cotangent first.
 *
 * <p>The gradient in such an object is its tangent. Where the object is part of a record, list or array, that can only
 * be put there if it is of the object's own class; else the gradient is to be asked for as a {@link
 * dev.fluxion.tangent.Tangent}.
 *
 * @param <P> the class; its subclasses count, too
 * @param <T> its tangents
 */
public interface TangentType<P, T> {

    /** Returns the class. */
    Class<P> primal();

    /** Returns the zero of the tangents of an object, of its shape. */
    T zero(P primal);

    /** Returns a sum; {@code one} may be overwritten with it, {@code other} may not. */
    T sum(T one, T other);

    /** Returns a type put together of its parts. */
    static <P, T> TangentType<P, T> of(Class<P> primal, Function<? super P, ? extends T> zero, BinaryOperator<T> sum) {
        return new TangentType<>() {
            @Override
            public Class<P> primal() {
                return primal;
            }

            @Override
            public T zero(P object) {
                return zero.apply(object);
            }

            @Override
            public T sum(T one, T other) {
                return sum.apply(one, other);
            }
        };
    }
}
