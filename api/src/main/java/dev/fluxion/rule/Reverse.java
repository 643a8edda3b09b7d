package dev.fluxion.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method that is the reverse rule of a method (an {@code rrule}, in the words of ChainRules): it
 * computes what the method does, and gives back its value together with its {@linkplain ValueAndPullback pullback}. Its
 * parameters are those of the method, of the same types (the receiver first, if that is not static); so they also say
 * which of several overloads is meant. It returns a {@link ValueAndPullback} or, where numbers in memory are involved
 * that are not the value's own, a {@link ValueAndPullbackInPlace}; for a method without a value a {@link VoidPullback}.
 *
 * <pre>{@code
 * @Reverse(of = "dot")
 * static ValueAndPullback<Double, Cotangents2<double[], double[]>> dot(double[] a, double[] b) {
 *     double[] left = a.clone();                                  // the program may overwrite its arrays
 *     double[] right = b.clone();
 *     return ValueAndPullback.of(Vectors.dot(a, b), bar -> Cotangents2.of(scaled(bar, right), scaled(bar, left)));
 * }
 * }</pre>
 *
 * <p>The rule stands for the method where a derivative flows through the call: its value is used, and the method itself
 * is not called, unless the rule does so. The pullback is called once for each call of the rule, after all that came
 * later has been reversed. What the lambda has captured is remembered in between. An array, list, map or object that it
 * has captured must not be one that the program may overwrite: copy what the pullback needs of it.
 *
 * <p>Higher derivatives differentiate the rule's own code, that of the pullback included.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Reverse {

    /** The name of the method; {@code "<init>"} for a constructor. */
    String of();

    /**
     * The arguments in whose memory the method leaves numbers that may vary, as indices into the parameters of the
     * marked method: 2 for {@code c} of {@code multiply(a, b, c)}, if the product is stored in {@code c}. Only rules
     * that work in place can have such.
     */
    int[] writes() default {};
}
