package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.runtime.Overrides;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.activity.Callee;
import dev.fluxion.transform.activity.Callees;
import dev.fluxion.transform.dispatch.DynamicSite;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The calls of one function that are differentiated in split form. */
final class Calls {

    /** Serves the pair of augmented primal and reverse for a function. */
    interface Requests extends Callees {
        /** Returns the shape of the pair, which will exist in the program in the end. */
        CallShape pair(Callee callee);

        /** Returns whether shadows are looked up, so that each function takes the table of shadows. */
        boolean usesShadows();

        /** Returns how often what is differentiated may have been differentiated already. */
        int level();

        /** Returns the variant of a function that gives its exception back. */
        Function caught(Function function);

        /** Makes a function part of the program. */
        void add(Function function);
    }

    private final Activity activity;
    private final Requests requests;

    Calls(Activity activity, Requests requests) {
        this.activity = activity;
        this.requests = requests;
    }

    /** Returns the shape of an active call that is made in split form, or null. */
    @Nullable CallShape shape(Statement statement) {
        Callee callee = Callee.of(statement, activity, requests);
        return callee == null ? null : requests.pair(callee);
    }

    /** Returns whether both functions of a pair take the table of shadows. */
    boolean takesShadows() {
        return requests.usesShadows();
    }

    /** Returns the rule of an active call, or null. */
    Target.@Nullable Rule rule(Statement statement) {
        return statement.op() instanceof Op.Invoke invoke
                        && activity.hasActiveResult(statement)
                        && requests.target(invoke) instanceof Target.Rule rule
                ? rule
                : null;
    }

    /** Returns the site of an active call whose code is found when it runs, or null. */
    @Nullable DynamicSite site(Statement statement) {
        if (statement.op() instanceof Op.InvokeDynamic call) {
            return DynamicSite.of(call);
        }
        return statement.op() instanceof Op.Invoke invoke
                        && requests.target(invoke) instanceof Target.Dispatched dispatched
                        && activity.isActiveDispatch(invoke)
                ? DynamicSite.of(invoke, dispatched, requests.level())
                : null;
    }

    /**
     * Returns checks to be made before an operation that moves references: what code of the JDK looks through must be
     * its own, where active numbers are in memory.
     */
    List<Op> checks(Op op) {
        List<Op> checks = new ArrayList<>();
        MethodRef method = moved(op);
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

    private @Nullable MethodRef moved(Op op) {
        return switch (op) {
            case Op.Invoke invoke when requests.target(invoke) instanceof Target.Moves -> invoke.method();
            case Op.New made when requests.constructor(made) instanceof Target.Moves -> made.constructor();
            default -> null;
        };
    }
}
