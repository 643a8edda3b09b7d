package dev.fluxion.spi;

import dev.fluxion.diagnostic.TapedLine;

import java.util.List;

/**
 * What an engine can tell of a derivative.
 *
 * @param source where the function is, such as {@code com.acme.Main.lambda$main$0(Main.java:12)}
 * @param ir the function's IR
 * @param adjointIr the IR of its gradient, as it is compiled
 * @param internalName the name of the compiled class, with slashes
 * @param bytecode its class file
 * @param warnings what the user should know, possibly nothing
 * @param tape what its lines leave on the tape, possibly nothing
 */
@SuppressWarnings("ArrayRecordComponent") // handed straight to an Explanation
public record Explained(
        String source,
        String ir,
        String adjointIr,
        String internalName,
        byte[] bytecode,
        List<String> warnings,
        List<TapedLine> tape) {

    /** Copies the lists in. */
    public Explained {
        warnings = List.copyOf(warnings);
        tape = List.copyOf(tape);
    }
}
