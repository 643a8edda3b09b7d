package dev.fluxion.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that holds rules, and says for the methods of which classes. Each rule applies to every one of these
 * classes that declares the method; that none does is an error.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Rules {

    /** The classes whose methods the rules are for. */
    Class<?>[] of() default {};

    /** The names of further such classes, as of {@link Class#getName()}, which need not be there. */
    String[] ofNames() default {};

    /** Whether these rules win over those of other providers for the same methods, which is an error otherwise. */
    boolean overrides() default false;
}
