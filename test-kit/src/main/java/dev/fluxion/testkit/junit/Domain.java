package dev.fluxion.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says, beside {@link RuleTest}, where the random numbers for a method's arguments lie: away from poles and kinks. Else
 * it is between -3 and 3. A condition on several arguments at once is given to {@link RandomRule#check}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Domain.List.class)
public @interface Domain {

    /** The names of the methods; none means all that no other domain names. */
    String[] of() default {};

    /** The argument, a receiver counted as the first; -1 means all. */
    int argument() default -1;

    /** The smallest number. */
    double from() default -3;

    /** The largest number. */
    double to() default 3;

    /** How long arrays are; matrices are square. */
    int length() default 3;

    /** Several of them. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface List {

        /** The domains. */
        Domain[] value();
    }
}
