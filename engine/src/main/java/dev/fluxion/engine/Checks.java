package dev.fluxion.engine;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.verify.MalformedIrException;
import dev.fluxion.ir.verify.Verifier;

/** Verifies programs between the stages, where {@code -Dfluxion.verify=true} asks for it. */
final class Checks {

    private static final boolean VERIFY = Boolean.getBoolean("fluxion.verify");

    private Checks() {}

    /** Returns the program, which has passed the verifier if that is asked for. */
    static Program check(Program program) {
        if (!VERIFY) {
            return program;
        }
        try {
            return Verifier.check(program);
        } catch (MalformedIrException malformed) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.MALFORMED_IR,
                            "a pass of Fluxion went wrong",
                            String.valueOf(malformed.getMessage()),
                            "a report with the function, so that it can be mended"),
                    malformed);
        }
    }
}
