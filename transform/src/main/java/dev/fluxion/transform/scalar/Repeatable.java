package dev.fluxion.transform.scalar;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.op.Pure;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.ClassFacts;
import dev.fluxion.transform.LinkedSites;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.simplify.PureMethods;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds constructors that can be run a second time, on another object, without anybody noticing: that write nothing but
 * the object's own fields and arrays they make, and give the same values again. They may throw.
 */
final class Repeatable {

    private final MethodSource methods;
    private final Set<String> visiting = new HashSet<>();

    private Repeatable(MethodSource methods) {
        this.methods = methods;
    }

    /** Returns whether a constructor can be run a second time. */
    static boolean is(MethodRef constructor, MethodSource methods) {
        return new Repeatable(methods).isConstructor(constructor);
    }

    private boolean isConstructor(MethodRef constructor) {
        return methods.resolve(InvokeKind.SPECIAL, constructor) instanceof Target.Body(Function body)
                && isRepeatable(body, true);
    }

    private boolean isRepeatable(Function body, boolean isConstructor) {
        if (!visiting.add(body.name())) {
            return false; // recursion: it may not end
        }
        Definitions definitions = Definitions.of(body);
        for (Block block : body.blocks()) {
            for (Statement statement : block.statements()) {
                boolean own = isConstructor && isOnThis(statement.op(), body);
                if (!own && !isRepeatable(statement.op(), definitions)) {
                    return false;
                }
            }
        }
        visiting.remove(body.name());
        return true;
    }

    /** Returns whether the operation works on the object that is being made, in a way that a constructor may. */
    private boolean isOnThis(Op op, Function body) {
        Variable self = body.parameters().getFirst();
        if (op instanceof Op.PutField put) {
            return put.object().equals(self) && !put.value().equals(self);
        }
        if (!(op instanceof Op.Invoke invoke)
                || !invoke.method().name().equals("<init>")
                || !invoke.arguments().getFirst().equals(self)) {
            return false;
        }
        return Construction.isEmpty(op) || isConstructor(invoke.method()) || isOpaque(invoke);
    }

    /** A constructor of the JDK whose code is not known, and that is given no numbers. */
    static boolean isOpaque(Op.Invoke constructor) {
        if (!constructor.method().owner().startsWith("java/")) {
            return false;
        }
        for (Value argument : constructor.arguments()) {
            if (isNumeric(argument.type())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumeric(Type type) {
        return type.isFloating() || type instanceof ArrayType array && isNumeric(array.element());
    }

    private boolean isRepeatable(Op op, Definitions definitions) {
        return switch (op) {
            case Pure _, Op.IntegerDivide _, Op.ArrayLoad _, Op.ArrayLength _, Op.GetField _, Op.GetStatic _ -> true;
            case Op.CheckCast _ -> true;
            case Op.NewArray made -> made.type().element() instanceof PrimitiveType;
            case Op.ArrayStore store ->
                    store.array() instanceof Variable array && definitions.op(array) instanceof Op.NewArray;
            case Op.New made -> isException(made);
            case Op.Invoke invoke -> isRepeatable(invoke);
            case Op.InvokeDynamic dynamic -> LinkedSites.isForgetful(dynamic);
            default -> false;
        };
    }

    private boolean isException(Op.New made) {
        ClassFacts facts = methods.facts(made.constructor().owner());
        return facts != null
                && facts.supertypes().contains("java/lang/Throwable")
                && made.constructor().owner().startsWith("java/");
    }

    private boolean isRepeatable(Op.Invoke invoke) {
        if (Aliases.isNullCheck(invoke)
                || PureMethods.isRepeatable(invoke.kind(), invoke.method())
                || Boxing.isBoxing(invoke)
                || isClone(invoke)
                || isCopy(invoke.method())) {
            return true;
        }
        if (invoke.kind() != InvokeKind.STATIC && Boxing.isBox(invoke.method().owner())) {
            return Boxing.readAs(invoke.method().owner(), invoke.method()) != null;
        }
        return switch (methods.resolve(invoke.kind(), invoke.method())) {
            case Target.Body(Function body) -> isRepeatable(body, false);
            case Target.Rule rule -> !rule.isGivenObjects();
            default -> false;
        };
    }

    private static boolean isClone(Op.Invoke invoke) {
        return invoke.method().name().equals("clone") && invoke.method().owner().startsWith("[");
    }

    /** Copies of collections hold the very same elements. */
    private static boolean isCopy(MethodRef method) {
        return method.name().equals("copyOf")
                && (method.owner().equals("java/util/List")
                        || method.owner().equals("java/util/Set")
                        || method.owner().equals("java/util/Map"));
    }
}
