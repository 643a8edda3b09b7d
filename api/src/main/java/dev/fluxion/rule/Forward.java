package dev.fluxion.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method that is the forward rule of a method (an {@code frule}, in the words of ChainRules): it
 * computes the method's value together with its tangent. Its parameters are those of the method, of the same types (the
 * receiver first, if that is not static), and then the tangents of all of them in the same order: a number's is a
 * number, an array's an array of the same shape; for an argument that has none, such as an {@code int}, it is {@link
 * dev.fluxion.tangent.NoTangent}.
 *
 * <pre>{@code
 * @Forward(of = "dot")
 * static ValueAndTangent<Double> dot(double[] a, double[] b, double[] da, double[] db) {
 *     return ValueAndTangent.of(Vectors.dot(a, b), Vectors.dot(da, b) + Vectors.dot(a, db));
 * }
 * }</pre>
 *
 * <p>Records, lists and maps have tangents of their own type, objects of other classes a {@link
 * dev.fluxion.tangent.Tangent}. An array that is constant has a tangent of zeros. The arrays are the rule's own. It is
 * called once for each direction, and not in reverse mode. A method that changes numbers in its arguments is refused
 * when it does.
 *
 * <p>Work that value and tangent share is done once: that is what such a rule is for.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Forward {

    /** The name of the method; {@code "<init>"} for a constructor. */
    String of();
}
