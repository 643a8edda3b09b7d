package dev.fluxion.testkit.junit;

import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a test's parameter of type {@link dev.fluxion.testkit.numbers.RandomTangent} its seed, which the test's report
 * and any failure name.
 *
 * <pre>{@code
 * @Test
 * void isLinear(@Seed(7) RandomTangent random) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@ExtendWith(RandomTangentResolver.class)
public @interface Seed {

    /** The seed. */
    long value() default 42;
}
