package dev.fluxion.backend.cpu.emit;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The arrays of numbers that a function makes at most once and that nobody else gets to see: only elements and lengths
 * are asked for. Such an array may as well be one that was used before.
 */
public final class LocalArrays {

    private LocalArrays() {}

    /** Returns the variables that hold them. */
    public static Set<Variable> of(Function function) {
        Set<Variable> locals = made(function);
        if (locals.isEmpty()) {
            return locals;
        }
        Loops loops = Loops.of(Dominators.of(Cfg.of(function)));
        for (Block block : function.blocks()) {
            boolean mayRepeat = !loops.isReducible() || loops.innermost(block.label()) != null;
            for (Statement statement : block.statements()) {
                if (mayRepeat && !statement.results().isEmpty()) {
                    locals.remove(statement.results().getFirst());
                }
                locals.removeAll(shown(statement.op()));
            }
            locals.removeAll(block.terminator().operands());
            block.handlers().forEach(handler -> locals.removeAll(handler.arguments()));
        }
        return locals;
    }

    private static Set<Variable> made(Function function) {
        Set<Variable> made = new LinkedHashSet<>();
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (statement.op() instanceof Op.NewArray array
                        && array.lengths().size() == 1
                        && (array.type().element() == PrimitiveType.F64
                                || array.type().element() == PrimitiveType.F32)) {
                    made.add(statement.result());
                }
            }
        }
        return made;
    }

    /** Returns the operands that an operation does more with than to use elements or the length. */
    private static List<Value> shown(Op op) {
        return switch (op) {
            case Op.ArrayLoad load -> List.of(load.index());
            case Op.ArrayStore store -> List.of(store.index(), store.value());
            case Op.ArrayLength length -> List.of();
            case Op other -> other.operands();
        };
    }
}
