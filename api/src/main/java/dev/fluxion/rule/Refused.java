package dev.fluxion.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says, beside {@link Rules}, for which methods no derivative is known, why, and what to write instead. Where a
 * derivative would flow through such a call, that is what the error says; elsewhere the method is called as it is.
 *
 * <pre>{@code
 * @Rules(of = BigDecimal.class)
 * @Refused(
 *         of = "valueOf(D)Ljava/math/BigDecimal;",
 *         because = "decimal digits carry no derivative",
 *         instead = "computing with doubles, and rounding the result after the gradient has been taken")
 * final class DecimalRules {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Refused.All.class)
public @interface Refused {

    /**
     * The methods, by name ({@code "valueOf"}: all overloads for which no other rule of the class is) or by name and
     * descriptor ({@code "<init>(D)V"}).
     */
    String[] of();

    /** Why a derivative cannot be followed; the end of a sentence that begins with "because". */
    String because();

    /** What to do; the end of a sentence that begins with "try:". */
    String instead();

    /** Several of them beside one {@link Rules}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface All {

        /** The marks. */
        Refused[] value();
    }
}
