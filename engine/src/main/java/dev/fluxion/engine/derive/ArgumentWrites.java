package dev.fluxion.engine.derive;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;

import java.util.Set;

/** Finds out whether a function may write to an array of numbers that it was given; rather too often than never. */
final class ArgumentWrites {

    private static final Set<String> MATH = Set.of("java/lang/Math", "java/lang/StrictMath");

    private final Definitions definitions;

    private ArgumentWrites(Definitions definitions) {
        this.definitions = definitions;
    }

    /** Returns whether the function, or one that it calls, may write to an array that it did not make itself. */
    static boolean mayHappen(Function function) {
        ArgumentWrites writes = new ArgumentWrites(Definitions.of(function));
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (writes.mayHappen(statement.op())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean mayHappen(Op op) {
        return switch (op) {
            case Op.ArrayStore store -> store.element().isFloating() && !isMadeHere(store.array());
            case Op.Invoke invoke -> !MATH.contains(invoke.method().owner());
            case Op.Call _, Op.New _, Op.InvokeDynamic _ -> true;
            case Op.Negate _,
                    Op.Binary _,
                    Op.IntegerDivide _,
                    Op.Compare _,
                    Op.ThreeWay _,
                    Op.Convert _,
                    Op.Select _,
                    Op.ArrayLoad _,
                    Op.ArrayLength _,
                    Op.NewArray _,
                    Op.GetField _,
                    Op.PutField _,
                    Op.GetStatic _,
                    Op.PutStatic _,
                    Op.InstanceOf _,
                    Op.CheckCast _,
                    Op.Monitor _,
                    Op.MakeClosure _,
                    Op.TapePush _,
                    Op.TapePop _,
                    Op.TapeReserve _,
                    Op.TapeRelease _,
                    Op.TapeTop _ ->
                    false;
        };
    }

    private boolean isMadeHere(Value value) {
        return value instanceof Variable variable
                && value.type() instanceof ArrayType array
                && array.element().isFloating()
                && definitions.op(variable) instanceof Op.NewArray;
    }
}
