package dev.fluxion.transform.scalar;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Target;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is known of constructors by their code. */
final class Constructors {

    private final MethodSource methods;
    private final Map<MethodRef, Boolean> lifted = new HashMap<>();

    Constructors(MethodSource methods) {
        this.methods = methods;
    }

    /** Returns whether the code of the constructor and of all that it runs on the same object is known. */
    boolean isLifted(MethodRef constructor) {
        Boolean known = lifted.get(constructor);
        if (known == null) {
            known =
                    methods.resolve(InvokeKind.SPECIAL, constructor) instanceof Target.Body(Function body)
                            && isLifted(body);
            lifted.put(constructor, known);
        }
        return known;
    }

    private boolean isLifted(Function body) {
        for (Block block : body.blocks()) {
            for (Statement statement : block.statements()) {
                if (isConstructorCall(statement.op())
                        && !Construction.isEmpty(statement.op())
                        && !isLifted(((Op.Invoke) statement.op()).method())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isConstructorCall(Op op) {
        return op instanceof Op.Invoke invoke && invoke.method().name().equals("<init>");
    }

    /**
     * Returns whether the constructor may do something with floating numbers: anything but moving references and whole
     * numbers, or running constructors that do no more.
     */
    boolean mayTouchNumbers(MethodRef constructor) {
        return mayTouchNumbers(constructor, new HashSet<>());
    }

    private boolean mayTouchNumbers(MethodRef constructor, Set<MethodRef> visiting) {
        if (!visiting.add(constructor)) {
            return false;
        }
        if (!(methods.resolve(InvokeKind.SPECIAL, constructor) instanceof Target.Body(Function body))) {
            return true;
        }
        for (Block block : body.blocks()) {
            for (Variable parameter : block.parameters()) {
                if (isNumeric(parameter.type())) {
                    return true;
                }
            }
            for (Statement statement : block.statements()) {
                if (mayTouchNumbers(statement, visiting)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean mayTouchNumbers(Statement statement, Set<MethodRef> visiting) {
        Op op = statement.op();
        for (Value operand : op.operands()) {
            if (isNumeric(operand.type())) {
                return true;
            }
        }
        for (Variable result : statement.results()) {
            if (isNumeric(result.type())) {
                return true;
            }
        }
        return switch (op) {
            case Op.Invoke invoke ->
                    !Construction.isEmpty(invoke)
                            && !Aliases.isNullCheck(invoke)
                            && !(isConstructorCall(invoke) && !mayTouchNumbers(invoke.method(), visiting));
            case Op.New made -> mayTouchNumbers(made.constructor(), visiting);
            case Op.InvokeDynamic _, Op.MakeClosure _, Op.Call _ -> true;
            default -> false;
        };
    }

    private static boolean isNumeric(Type type) {
        return type.isFloating() || type instanceof ArrayType array && isNumeric(array.element());
    }
}
