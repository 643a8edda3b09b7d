package dev.fluxion.transform.dispatch;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.runtime.rule.PartialObjects;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.activity.Callees;

import java.util.List;

/** What is asked before a call that cannot be looked into: whether what it is given is what is known of it. */
public final class CallChecks {

    private CallChecks() {}

    /**
     * Returns the checks to be made before an operation.
     *
     * @param table the table of shadows
     */
    public static List<Op> of(Op op, Activity activity, Callees callees, Value table) {
        List<Op> checks = OverrideChecks.of(op, activity, callees);
        if (op instanceof Op.Invoke call
                && callees.target(call) instanceof Target.Rule rule
                && rule.given() != null
                && activity.mayReadActiveObjects(rule)) {
            for (Value argument : call.arguments()) {
                if (argument.type().isReference()) {
                    checks.add(check(rule.given(), call, argument, table));
                }
            }
        }
        return checks;
    }

    /** Partial derivatives say nothing of the numbers in objects. */
    private static Op check(Target.Given given, Op.Invoke call, Value object, Value table) {
        MethodRef check =
                new MethodRef(PartialObjects.NAME, PartialObjects.CHECK, PartialObjects.CHECK_DESCRIPTOR, false);
        Constant called = new Constant.StringConstant(call.method().display());
        return new Op.Invoke(InvokeKind.STATIC, check, List.of(given.linker(), table, object, called));
    }
}
