package dev.fluxion.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method that returns one partial derivative of a method. Its parameters are those of the method, of the
 * same types (the receiver first, if it is not static), then the method's result; what it does not read costs nothing.
 * So the parameters also say which of several overloads is meant. It returns the partial, in the type of the method's
 * result.
 *
 * <pre>{@code
 * @Partial(of = "atan2", wrt = 0)
 * static double atan2WrtY(double y, double x, double result) {
 *     return x / (x * x + y * y);
 * }
 * }</pre>
 *
 * <p>An argument of floating-point type for which there is no partial, beside one for which there is, has the partial
 * zero. Of the numbers in an object that the method is given a partial says nothing: where these are active, the call
 * is refused, and a {@link Reverse} rule is needed. A rule should be short and without branches where it can: it is
 * inlined where the method is called. It may call anything that can itself be differentiated, for the sake of higher
 * derivatives.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Partial {

    /** The name of the method. */
    String of();

    /** The argument in which to differentiate, as an index into the parameters of the marked method. */
    int wrt();

    /**
     * Whether zero times infinity is zero: where a partial of exactly zero meets an infinite cotangent, as that of
     * {@code pow(x, 2)} at 0 below a square root, and where an infinite partial meets a cotangent of zero, as that of
     * {@code sqrt} at 0 whose result the branch taken does not use. Anywhere else nothing changes.
     */
    boolean strongZero() default false;
}
