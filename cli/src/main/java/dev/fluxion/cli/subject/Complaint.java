package dev.fluxion.cli.subject;

/** Something that the user should hear as it is, without a stack trace. */
public final class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Complaint(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The command was given something that makes no sense: exit code 2. */
    public static Complaint usage(String message) {
        return new Complaint(message, 2);
    }

    /** The command could not do what it was asked: exit code 1. */
    public static Complaint failure(String message) {
        return new Complaint(message, 1);
    }

    /** Returns the exit code of the command. */
    public int exitCode() {
        return exitCode;
    }
}
