package dev.fluxion.ir.analysis;

import dev.fluxion.ir.Label;

/**
 * A point in a function where values are defined or used.
 *
 * @param block the block
 * @param index the statement's index in it; -1 for the block's parameters, the number of statements for its terminator
 */
public record Place(Label block, int index) {

    /** Returns the place where the block's parameters are defined. */
    public static Place parameters(Label block) {
        return new Place(block, -1);
    }

    /** Returns whether this is where the block's parameters are defined. */
    public boolean isParameters() {
        return index < 0;
    }
}
