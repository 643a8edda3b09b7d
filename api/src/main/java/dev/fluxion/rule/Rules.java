package dev.fluxion.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that holds rules, and says for the methods of which classes. Each rule applies to every one of these
 * classes that declares the method; that none does is an error, and so is to name neither class nor package.
 *
 * <pre>{@code
 * @Rules(ofPackages = "com.acme.audit.**")
 * @NonDifferentiable
 * public final class AuditRules implements RuleProvider {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Rules {

    /** The classes whose methods the rules are for. */
    Class<?>[] of() default {};

    /** The names of further such classes, as of {@link Class#getName()}, which need not be there. */
    String[] ofNames() default {};

    /**
     * The packages of further such classes, for {@link NonDifferentiable}, {@link OptOut} and {@link Refused} alone: a
     * formula is for a method of a class. {@code "com.acme.audit"} means the classes of that package, {@code
     * "com.acme.audit.**"} those of all packages below it as well; in whichever module, and they need not be there. A
     * rule for a class wins over that of its package, and this over that of a package above it.
     */
    String[] ofPackages() default {};

    /** Whether these rules win over those of other providers for the same methods, which is an error otherwise. */
    boolean overrides() default false;
}
