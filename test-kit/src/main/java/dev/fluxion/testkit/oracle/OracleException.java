package dev.fluxion.testkit.oracle;

/** The oracle cannot tell: the program uses something that it does not know, or runs too long. */
public final class OracleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what it does not know. */
    public OracleException(String message) {
        super(message);
    }

    /** Says what it does not know, and why. */
    public OracleException(String message, Throwable cause) {
        super(message, cause);
    }
}
