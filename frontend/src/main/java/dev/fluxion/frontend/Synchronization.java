package dev.fluxion.frontend;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.MayThrow;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ClassType;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes out what the {@code synchronized} flag of a method means: its monitor is entered first, and left on each way
 * out, by return or by exception.
 *
 * <pre>{@code
 * ^entry(%x): ... ret %y        becomes
 *
 * ^entry(%x): monitor.enter lock; br ^0(%x)
 * ^0(%x): ... br ^exit                             catch all: ^catch
 * ^exit: monitor.exit lock; ret %y
 * ^catch(%e): monitor.exit lock; throw %e
 * }</pre>
 */
final class Synchronization {
    private final Function function;
    private final FunctionBuilder out;
    private final Value lock;

    private Synchronization(Function function, FunctionBuilder out, Value lock) {
        this.function = function;
        this.out = out;
        this.lock = lock;
    }

    static Function wrap(Function function, ClassFile file, ClassFile.Method method) {
        FunctionBuilder out = FunctionBuilder.numberedAfter(function, function.name(), function.resultTypes());
        List<Variable> parameters = new ArrayList<>();
        for (Variable parameter : function.parameters()) {
            parameters.add(out.variable(parameter.type(), parameter.name()));
        }
        Value lock = method.isStatic() ? new Constant.ClassConstant(new ClassType(file.name())) : parameters.getFirst();
        Synchronization wrapping = new Synchronization(function, out, lock);
        Position start = function.entry().position();
        out.at(start);
        out.begin(out.label("entry"), parameters);
        out.effect(new Op.Monitor(true, lock));
        Label body = out.label("body");
        out.jump(body, parameters.toArray(new Value[0]));
        wrapping.copy(body, out.label("catch"));
        return out.build();
    }

    private void copy(Label body, Label handler) {
        List<Block> exits = new ArrayList<>();
        boolean anyThrowing = false;
        for (Block block : function.blocks()) {
            Label label = block.label().equals(function.entry().label()) ? body : block.label();
            List<Handler> handlers = new ArrayList<>(block.handlers());
            handlers.add(new Handler(ClassType.THROWABLE, handler, List.of()));
            Terminator end = block.terminator();
            if (end instanceof Terminator.Return leave) {
                Label exit = out.label("");
                exits.add(
                        new Block(
                                exit, List.of(), List.of(exit(block.position())), leave, block.position(), List.of()));
                end = new Terminator.Jump(new Successor(exit, List.of()));
            }
            boolean throwing = end instanceof Terminator.Throw || mayThrow(block);
            anyThrowing |= throwing;
            out.append(
                    new Block(
                            label,
                            block.parameters(),
                            block.statements(),
                            end,
                            block.position(),
                            throwing ? handlers : List.of()));
        }
        for (Block exit : exits) {
            out.append(exit);
        }
        if (anyThrowing) {
            Variable exception = out.variable(ClassType.THROWABLE, "");
            out.begin(handler, List.of(exception));
            out.append(exit(function.entry().position()));
            out.end(new Terminator.Throw(exception));
        }
    }

    private static boolean mayThrow(Block block) {
        for (Statement statement : block.statements()) {
            if (statement.op() instanceof MayThrow) {
                return true;
            }
        }
        return false;
    }

    private Statement exit(Position position) {
        return new Statement(List.of(), new Op.Monitor(false, lock), position);
    }
}
