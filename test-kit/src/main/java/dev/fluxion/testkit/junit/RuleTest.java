package dev.fluxion.testkit.junit;

import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a test method once for each rule of some classes or providers, under the rule's name.
 *
 * <pre>{@code
 * @RuleTest(SpecialRules.class)
 * @Domain(of = "log", from = 0.3, to = 5)
 * void rulesAreRight(RandomRule rule) {
 *     rule.check();                                // at 20 random points of the domain
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(RuleTestExtension.class)
public @interface RuleTest {

    /** The classes with rules, or providers of such, which need a constructor without parameters. */
    Class<?>[] value();

    /** How many points each rule is tested at. */
    int points() default 20;

    /** The seed of the points and of the random tangents there. */
    long seed() default 42;
}
