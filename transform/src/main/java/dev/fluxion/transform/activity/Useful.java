package dev.fluxion.transform.activity;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The values that a function's results, or what it leaves in memory, may vary with: backwards along data flow. */
final class Useful {
    private final Function function;
    private final Activity activity;
    private final Map<Label, Block> blocks;
    private final Set<Integer> useful = new HashSet<>();
    private boolean changed;

    Useful(Function function, Activity activity) {
        this.function = function;
        this.activity = activity;
        this.blocks = function.blocksByLabel();
    }

    boolean contains(Variable variable) {
        return useful.contains(variable.id());
    }

    /** Finds them, once it is known what varies. */
    void find() {
        changed = true;
        while (changed) {
            changed = false;
            for (Block block : function.blocks().reversed()) {
                if (block.terminator() instanceof Terminator.Return leave) {
                    leave.values().forEach(this::use);
                }
                for (Successor edge : block.terminator().successors()) {
                    useArguments(edge.arguments(), parameters(edge.target()));
                }
                for (Handler handler : block.handlers()) {
                    List<Variable> parameters = parameters(handler.target());
                    useArguments(handler.arguments(), parameters.subList(1, parameters.size()));
                }
                for (Statement statement : block.statements().reversed()) {
                    if (needsOperands(statement)) {
                        statement.op().operands().forEach(this::use);
                    }
                }
            }
        }
    }

    private List<Variable> parameters(Label label) {
        return Objects.requireNonNull(blocks.get(label)).parameters();
    }

    private void useArguments(List<Value> arguments, List<Variable> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            if (useful.contains(parameters.get(i).id())) {
                use(arguments.get(i));
            }
        }
    }

    private boolean needsOperands(Statement statement) {
        for (Variable result : statement.results()) {
            if (useful.contains(result.id())) {
                return true;
            }
        }
        return switch (statement.op()) {
            case Op.ArrayStore store -> true;
            case Op.PutField put -> activity.isActive(put.field());
            case Op.PutStatic put -> activity.isActive(put.field());
            case Op.TapePush push -> true;
            case Op.Call call -> true;
            case Op.MakeClosure closure -> activity.areCapturedUsed();
            case Op.InvokeDynamic call -> Activity.isDispatch(call);
            case Op.New make -> activity.isDifferentiated(make);
            case Op.Invoke invoke -> activity.isDifferentiated(invoke) || activity.isActiveBox(invoke);
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
                    Op.GetStatic _,
                    Op.InstanceOf _,
                    Op.CheckCast _,
                    Op.Monitor _,
                    Op.TapePop _,
                    Op.TapeReserve _,
                    Op.TapeRelease _,
                    Op.TapeTop _ ->
                    false;
        };
    }

    private void use(Value value) {
        if (value instanceof Variable variable) {
            changed |= useful.add(variable.id());
        }
    }
}
