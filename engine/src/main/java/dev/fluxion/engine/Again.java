package dev.fluxion.engine;

import dev.fluxion.engine.access.ClassData;
import dev.fluxion.engine.derive.Derivation;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * A derivative as it is differentiated again. It is another one than what runs if checkpoints may be in it, or in what
 * receivers' classes choose; it is made when it is first asked for. Thread safe.
 */
final class Again {

    private final Supplier<Derivation> making;
    private @Nullable Derivation made;

    private Again(Supplier<Derivation> making, @Nullable Derivation made) {
        this.making = making;
        this.made = made;
    }

    /**
     * Knows how to make it.
     *
     * @param once the derivative that runs
     * @param making makes the other one
     */
    static Again of(Derivation once, Supplier<Derivation> making) {
        return new Again(making, usesLinker(once) ? null : once);
    }

    /** Returns the derivative. */
    synchronized Derivation derivation() {
        Derivation derivation = made;
        if (derivation == null) {
            derivation = making.get();
            made = derivation;
        }
        return derivation;
    }

    private static boolean usesLinker(Derivation derivation) {
        for (Function function : derivation.program().functions().values()) {
            for (Block block : function.blocks()) {
                for (Statement statement : block.statements()) {
                    if (ClassData.isUsedBy(statement.op())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
