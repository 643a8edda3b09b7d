package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.primal.PrimalShape;

import org.jspecify.annotations.Nullable;

/** How a value of the forward sweep is computed, or read from memory, once more. */
final class Recomputation {
    private final PrimalShape shape;
    private final Reloading memory;

    Recomputation(PrimalShape shape, Reloading memory) {
        this.shape = shape;
        this.memory = memory;
    }

    /** Returns the price of an operation, in additions. */
    static int price(Op op) {
        if (op instanceof Op.Binary binary) {
            return binary.kind() == BinaryKind.DIV || binary.kind() == BinaryKind.REM ? 8 : 1;
        }
        return op instanceof Op.ArrayLoad || op instanceof Op.GetField || op instanceof Op.GetStatic ? 2 : 1;
    }

    /** Returns the operation that gives the variable's value again at any later time, or null. */
    @Nullable Op of(Variable variable) {
        Op op = shape.definitions().op(variable);
        return switch (op) {
            case null -> null;
            case Op.Negate again -> again;
            case Op.Binary again -> keptOr(variable, again);
            case Op.Compare again -> again;
            case Op.ThreeWay again -> again;
            case Op.Convert again -> again;
            case Op.Select again -> variable.type().isReference() ? null : again;
            case Op.ArrayLength again -> again;
            case Op.ArrayLoad load -> memory.isSafe(variable, load) ? load : keptOr(variable, null);
            case Op.GetField get -> memory.isSafe(get.field()) ? get : null;
            case Op.GetStatic get -> memory.isSafe(get.field()) ? get : null;
            case Op.IntegerDivide no -> null;
            case Op.ArrayStore no -> null;
            case Op.NewArray no -> null;
            case Op.PutField no -> null;
            case Op.PutStatic no -> null;
            case Op.New no -> null;
            case Op.InstanceOf no -> null;
            case Op.CheckCast no -> null;
            case Op.Monitor no -> null;
            case Op.Invoke _ -> keptOr(variable, null);
            case Op.InvokeDynamic no -> null;
            case Op.MakeClosure no -> null;
            case Op.Call _ -> keptOr(variable, null);
            case Op.TapePush no -> null;
            case Op.TapePop no -> null;
            case Op.TapeReserve no -> null;
            case Op.TapeRelease no -> null;
            case Op.TapeTop no -> null;
        };
    }

    private @Nullable Op keptOr(Variable variable, @Nullable Op otherwise) {
        Op kept = memory.kept(variable);
        return kept != null ? kept : otherwise;
    }
}
