package dev.fluxion.engine;

import dev.fluxion.backend.CompiledClass;
import dev.fluxion.engine.access.Host;
import dev.fluxion.engine.derive.Derivation;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Position;

/**
 * A derivative, made and compiled.
 *
 * @param host where it lives
 * @param primal the function that was differentiated
 * @param derivation the derivative as IR
 * @param compiled the class
 * @param again the derivative as it is differentiated again
 */
record Compilation(Host host, Function primal, Derivation derivation, CompiledClass compiled, Again again) {

    /** Returns where the function is in the user's source. */
    String source() {
        return position().toString();
    }

    /** The first place known: a method's first instruction. */
    private Position position() {
        for (var block : primal.blocks()) {
            for (var statement : block.statements()) {
                if (statement.position().isKnown()) {
                    return statement.position();
                }
            }
            if (block.position().isKnown()) {
                return block.position();
            }
        }
        return Position.NONE;
    }
}
