package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Refused;
import dev.fluxion.rule.Rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Numbers of any length. They hold digits, not floating-point numbers, so what is computed with them is constant; an
 * active number that is to become one is refused.
 */
@Rules(of = {BigDecimal.class, BigInteger.class, MathContext.class})
@NonDifferentiable
@Refused(
        of = {"<init>(D)V", "<init>(DLjava/math/MathContext;)V", "valueOf(D)Ljava/math/BigDecimal;"},
        because = "a BigDecimal holds decimal digits, through which no derivative is followed",
        instead =
                "computing in double as far as the gradient goes, and rounding or adding exactly outside of it; or"
                        + " BigDecimal for numbers only that do not depend on the arguments")
final class DecimalRules {

    private DecimalRules() {}
}
