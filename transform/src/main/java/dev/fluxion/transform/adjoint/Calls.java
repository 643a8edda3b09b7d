package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.activity.Callees;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The calls of one function that are differentiated in split form. */
final class Calls {

    /** Serves the pair of augmented primal and reverse for a function. */
    interface Requests extends Callees {
        /** Returns the shape of the pair, which will exist in the program in the end. */
        CallShape pair(Function callee, List<Boolean> active);

        /** Returns the function of the program. */
        Function function(String name);
    }

    private final Activity activity;
    private final Requests requests;

    Calls(Activity activity, Requests requests) {
        this.activity = activity;
        this.requests = requests;
    }

    /** Returns the shape of an active call that is made in split form, or null. */
    @Nullable CallShape shape(Statement statement) {
        Function callee = callee(statement.op());
        if (callee == null || !isActive(statement)) {
            return null;
        }
        List<Boolean> active = new ArrayList<>();
        for (Value argument : statement.op().operands()) {
            active.add(
                    activity.isVaried(argument)
                            && (argument.type().isFloating() || Activity.isArrayOfNumbers(argument.type())));
        }
        return requests.pair(callee, active);
    }

    /** Returns the rule of an active call, or null. */
    Target.@Nullable Rule rule(Statement statement) {
        return statement.op() instanceof Op.Invoke invoke
                        && activity.hasActiveResult(statement)
                        && requests.target(invoke) instanceof Target.Rule rule
                ? rule
                : null;
    }

    /** Returns how an active call of an object known only at run time is linked, or null. */
    Target.@Nullable Dynamic dynamic(Statement statement) {
        return statement.op() instanceof Op.Invoke invoke
                        && activity.hasActiveResult(statement)
                        && requests.target(invoke) instanceof Target.Dynamic dynamic
                ? dynamic
                : null;
    }

    private @Nullable Function callee(Op op) {
        if (op instanceof Op.Call call) {
            return requests.function(call.function());
        }
        return op instanceof Op.Invoke invoke && requests.target(invoke) instanceof Target.Body body
                ? body.function()
                : null;
    }

    /** A call matters if anything active goes in: it may come out again, or be stored where it must be refused. */
    private boolean isActive(Statement statement) {
        if (statement.op() instanceof Op.Call call && requests.usesTape(call)) {
            return true;
        }
        for (Value argument : statement.op().operands()) {
            if (activity.isVaried(argument)) {
                return true;
            }
        }
        return false;
    }
}
