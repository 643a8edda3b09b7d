package dev.fluxion.rules.core;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import java.util.NoSuchElementException;

/** The common exceptions: what they tell carries no derivative. */
@Rules(
        of = {
            Throwable.class,
            Exception.class,
            RuntimeException.class,
            Error.class,
            AssertionError.class,
            ArithmeticException.class,
            ArrayIndexOutOfBoundsException.class,
            ArrayStoreException.class,
            ClassCastException.class,
            IllegalArgumentException.class,
            IllegalStateException.class,
            IndexOutOfBoundsException.class,
            MatchException.class,
            NegativeArraySizeException.class,
            NullPointerException.class,
            NumberFormatException.class,
            UnsupportedOperationException.class,
            NoSuchElementException.class
        })
@NonDifferentiable
final class ThrowableRules {

    private ThrowableRules() {}
}
