package dev.fluxion.transform.dispatch;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.runtime.Overrides;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.activity.Callees;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Checks of the objects that code of the JDK is given to look through, where active numbers are in memory. */
final class OverrideChecks {

    private OverrideChecks() {}

    /**
     * Returns checks to be made before an operation that moves references: what code of the JDK looks through must be
     * its own, where active numbers are in memory.
     */
    static List<Op> of(Op op, Activity activity, Callees callees) {
        List<Op> checks = new ArrayList<>();
        MethodRef method = moved(op, callees);
        if (method != null && activity.isMemoryTouched()) {
            int receiver = op.operands().size() - method.parameterTypes().size();
            for (int i = 0; i < method.parameterTypes().size(); i++) {
                Type type = method.parameterTypes().get(i);
                if (type instanceof ClassType && !type.equals(ClassType.OBJECT) && !type.equals(ClassType.STRING)) {
                    MethodRef check = new MethodRef(Overrides.NAME, Overrides.CHECK, Overrides.CHECK_DESCRIPTOR, false);
                    Value called = new Constant.StringConstant(method.display());
                    checks.add(
                            new Op.Invoke(InvokeKind.STATIC, check, List.of(op.operands().get(receiver + i), called)));
                }
            }
        }
        return checks;
    }

    private static @Nullable MethodRef moved(Op op, Callees callees) {
        return switch (op) {
            case Op.Invoke invoke when callees.target(invoke) instanceof Target.Moves -> invoke.method();
            case Op.New made when callees.constructor(made) instanceof Target.Moves -> made.constructor();
            default -> null;
        };
    }
}
