package dev.fluxion.engine.code;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.transform.ReverseRule.Form;

import java.util.Set;

/**
 * Finds out whether the pullback of a rule may run functions, {@link dev.fluxion.rule.Adjoints#pullback}: what those
 * lead to has to be remembered at the call.
 */
final class RunFunctions {

    private static final ClassType ADJOINTS = new ClassType("dev/fluxion/rule/Adjoints");
    private static final Set<String> RUN = Set.of("pullback", "pullbackInMemory", "value");

    private RunFunctions() {}

    /**
     * Returns whether a rule's pullback may run functions; true where its code is not seen.
     *
     * @param source the class that declares the rule
     * @param body the rule's method
     * @param method its name and descriptor
     */
    static boolean mayBeRun(Class<?> source, Function body, MethodRef method) {
        Form form = Form.of(method.returnType().descriptor());
        if (form == Form.BY_VALUE) {
            return false;
        }
        String owner = source.getName().replace('.', '/');
        boolean isSeen = false;
        for (Block block : body.blocks()) {
            for (Statement statement : block.statements()) {
                if (statement.op() instanceof Op.MakeClosure closure
                        && closure.type().internalName().equals(form.pullback())) {
                    isSeen = true;
                    MethodRef lambda = closure.implementation().method();
                    if (!lambda.owner().equals(owner) || mayBeRun(source, lambda)) {
                        return true;
                    }
                }
            }
        }
        return !isSeen;
    }

    /** Adjoints that are handed to other code may be asked there. */
    private static boolean mayBeRun(Class<?> source, MethodRef lambda) {
        Function pullback;
        try {
            pullback = Bodies.of(source, lambda);
        } catch (NotDifferentiableException notRaised) {
            return true;
        }
        for (Block block : pullback.blocks()) {
            for (Statement statement : block.statements()) {
                boolean isAsked =
                        statement.op() instanceof Op.Invoke invoke
                                && invoke.method().owner().equals(ADJOINTS.internalName())
                                && !RUN.contains(invoke.method().name());
                if (!isAsked && takesAdjoints(statement.op())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean takesAdjoints(Op op) {
        for (Value operand : op.operands()) {
            if (operand.type().equals(ADJOINTS)) {
                return true;
            }
        }
        return false;
    }
}
