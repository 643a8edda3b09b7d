package dev.fluxion.transform.rule;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.MethodRef;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes out what a rule's method puts together to give it back, once nobody looks at it any more. */
final class Unused {

    private Unused() {}

    /** Returns the function without pullbacks, pairs of value and pullback, and boxes that are not used. */
    static Function without(Function function) {
        Function current = function;
        while (true) {
            Set<Variable> used = used(current);
            List<Block> blocks = new ArrayList<>();
            boolean changed = false;
            for (Block block : current.blocks()) {
                List<Statement> kept = new ArrayList<>();
                for (Statement statement : block.statements()) {
                    if (!isHarmless(statement.op()) || used.contains(statement.result())) {
                        kept.add(statement);
                    }
                }
                changed |= kept.size() < block.statements().size();
                blocks.add(block.withStatements(kept));
            }
            if (!changed) {
                return current;
            }
            current = current.withBlocks(blocks);
        }
    }

    private static boolean isHarmless(Op op) {
        return switch (op) {
            case Op.MakeClosure _ -> true;
            case Op.New made -> isPair(made.constructor());
            case Op.Invoke call -> isPair(call.method()) || isBoxing(call.method());
            default -> false;
        };
    }

    private static boolean isPair(MethodRef method) {
        return method.owner().startsWith("dev/fluxion/rule/ValueAndPullback")
                && (method.name().equals("of") || method.name().equals("<init>"));
    }

    private static boolean isBoxing(MethodRef method) {
        return method.owner().startsWith("java/lang/")
                && method.name().equals("valueOf")
                && method.parameterTypes().size() == 1
                && !method.parameterTypes().getFirst().isReference();
    }

    private static Set<Variable> used(Function function) {
        Set<Variable> used = new HashSet<>();
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                addAll(statement.op().operands(), used);
            }
            addAll(block.terminator().operands(), used);
            for (Successor edge : block.terminator().successors()) {
                addAll(edge.arguments(), used);
            }
            for (Handler handler : block.handlers()) {
                addAll(handler.arguments(), used);
            }
        }
        return used;
    }

    private static void addAll(List<Value> values, Set<Variable> used) {
        for (Value value : values) {
            if (value instanceof Variable variable) {
                used.add(variable);
            }
        }
    }
}
