package dev.fluxion.transform.activity;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A called function that is differentiated.
 *
 * @param function which
 * @param active for each parameter whether it is a number that may vary, or an array that comes with a shadow
 */
public record Callee(Function function, List<Boolean> active) {

    /** Copies the list in. */
    public Callee {
        active = List.copyOf(active);
    }

    /** Returns what an active call of a known function runs, or null. */
    public static @Nullable Callee of(Statement statement, Activity activity, Callees callees) {
        Op op = statement.op();
        Function function = op instanceof Op.Call || op instanceof Op.Invoke ? callees.body(op) : null;
        if (function == null || !activity.isActiveCall(op)) {
            return null;
        }
        List<Boolean> active = new ArrayList<>();
        for (int i = 0; i < op.operands().size(); i++) {
            Value argument = op.operands().get(i);
            boolean comesWithShadow = !callees.isRule(op) && Arrays.isPassedDirectly(op, i, function);
            active.add(
                    activity.hasShadow(argument) && comesWithShadow
                            || argument.type().isFloating() && activity.isVaried(argument));
        }
        return new Callee(function, active);
    }

    /** Returns the name under which its derivative is known. */
    public String name() {
        StringBuilder name = new StringBuilder(function.name()).append('$');
        active.forEach(one -> name.append(one ? '1' : '0'));
        return name.toString();
    }
}
