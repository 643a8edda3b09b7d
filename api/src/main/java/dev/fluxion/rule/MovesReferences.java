package dev.fluxion.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says, beside {@link Rules}, which methods only keep, find and hand on references, as those of collections do. They
 * are called as they are, once; derivatives flow through what the references lead to, not through the methods.
 *
 * <p>Such a method takes and returns no floating-point number, nor reads or writes one that a derivative may depend on:
 * a copy of an object is not the object. It may call back, such as a comparator, only code of which the same is true. A
 * method that takes functions can have a {@link Replacement} in the same class: it stands for the method where
 * differentiated code hands over a lambda, and so sees what the lambda does.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MovesReferences {

    /**
     * The methods, by name ({@code "requireNonNull"}: all overloads) or by name and descriptor ({@code
     * "sort([Ljava/lang/Object;Ljava/util/Comparator;)V"}); none means all methods of the class.
     */
    String[] of() default {};
}
