package dev.fluxion.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says, beside {@link Rules}, which methods no rule counts for, whoever brings it: they are differentiated by their own
 * code. It wins over all rules for them. So a class can leave the rule that it inherits, for a method that it
 * overrides; and a program that does not want a rule which some jar brings can do without.
 *
 * <pre>{@code
 * @Rules(of = Shifted.class)              // extends Kernel; there is a rule for Kernel.value
 * @OptOut(of = "value")
 * final class ShiftedRules {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OptOut {

    /**
     * The methods, by name ({@code "value"}: all overloads) or by name and descriptor ({@code "value(D)D"}); none means
     * all methods and constructors of the class.
     */
    String[] of() default {};
}
