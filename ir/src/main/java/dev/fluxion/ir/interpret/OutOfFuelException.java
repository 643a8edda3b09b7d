package dev.fluxion.ir.interpret;

/** Says that the program took more steps than it was allowed. */
public final class OutOfFuelException extends InterpretationException {

    private static final long serialVersionUID = 1;

    OutOfFuelException(String function) {
        super("out of fuel in " + function);
    }
}
