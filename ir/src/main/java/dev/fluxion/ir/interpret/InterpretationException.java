package dev.fluxion.ir.interpret;

/**
 * Says that the interpreter cannot go on, which is not the interpreted program's doing: a symbol that cannot be linked,
 * a malformed function, an empty tape. Handlers of the program do not see it.
 */
public sealed class InterpretationException extends RuntimeException permits OutOfFuelException {

    private static final long serialVersionUID = 1;

    InterpretationException(String message) {
        super(message);
    }

    InterpretationException(String message, Throwable cause) {
        super(message, cause);
    }
}
