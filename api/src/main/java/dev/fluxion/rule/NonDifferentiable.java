package dev.fluxion.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says, beside {@link Rules}, through which methods no derivative flows: their result is constant as far as derivatives
 * go, and they change nothing that a derivative depends on. They are called as they are, once.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NonDifferentiable {

    /**
     * The methods, by name ({@code "getExponent"}: all overloads that have no {@link Partial}) or by name and
     * descriptor ({@code "valueOf(Ljava/lang/String;)Ljava/lang/Double;"}); none means all methods and constructors of
     * the class.
     */
    String[] of() default {};
}
