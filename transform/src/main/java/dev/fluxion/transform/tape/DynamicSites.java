package dev.fluxion.transform.tape;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.op.Op;
import dev.fluxion.runtime.Dispatch;

import java.util.HashSet;
import java.util.Set;

/** Where a program hands its tape to code compiled elsewhere, directly or in a function that it calls. */
final class DynamicSites {

    private final Set<String> functions = new HashSet<>();

    DynamicSites(Program program) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Function function : program.functions().values()) {
                changed |= !functions.contains(function.name()) && isIn(function) && functions.add(function.name());
            }
        }
    }

    /** Returns whether there is one in the function. */
    boolean isIn(Function function) {
        for (Block block : function.blocks()) {
            if (isIn(block)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether there is one in a loop of the function. */
    boolean isIn(Loop loop, Function function) {
        for (Block block : function.blocks()) {
            Label label = block.label();
            if (loop.contains(label) && isIn(block)) {
                return true;
            }
        }
        return false;
    }

    private boolean isIn(Block block) {
        for (Statement statement : block.statements()) {
            boolean isSite =
                    switch (statement.op()) {
                        case Op.InvokeDynamic dynamic -> dynamic.site().method().owner().equals(Dispatch.NAME);
                        case Op.Call call -> functions.contains(call.function());
                        case Op other -> false;
                    };
            if (isSite) {
                return true;
            }
        }
        return false;
    }
}
