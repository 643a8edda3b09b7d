package dev.fluxion.tangent;

import java.util.Objects;

/**
 * The cotangent that a rule cannot say: it fails if somebody needs it, because the argument that it belongs to is
 * active, and does nothing otherwise. In a partial derivative, {@code throw NotImplemented.because("...").failure()}
 * does the same.
 *
 * @param reason what is missing, and possibly what to do instead
 */
public record NotImplemented(String reason) {

    /** The reason is not null. */
    public NotImplemented {
        Objects.requireNonNull(reason, "reason");
    }

    /** Returns the cotangent that a rule cannot say. */
    public static NotImplemented because(String reason) {
        return new NotImplemented(reason);
    }

    /** Returns what is thrown where the derivative is needed. */
    public UnsupportedOperationException failure() {
        return new UnsupportedOperationException("this derivative is not implemented: " + reason);
    }
}
