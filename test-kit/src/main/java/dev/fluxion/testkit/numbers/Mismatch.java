package dev.fluxion.testkit.numbers;

import java.io.Serial;

/** A tangent does not have the type or shape of what it is the tangent of; the message says where and how. */
public final class Mismatch extends Exception {

    @Serial private static final long serialVersionUID = 1;

    private final String message;

    /** Makes one that says what is wrong. */
    Mismatch(String message) {
        super(message);
        this.message = message;
    }

    /** Returns where the tangent does not fit, and how. */
    @Override
    public String getMessage() {
        return message;
    }
}
