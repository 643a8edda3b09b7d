package dev.fluxion.transform.inline;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out which code a call through a functional interface runs, where the function itself made the object. */
final class Closures {

    private final Map<Variable, Op> definitions = new HashMap<>();

    /** Notes the definitions in a block. */
    void note(Block block) {
        for (Statement statement : block.statements()) {
            if (statement.op() instanceof Op.MakeClosure
                    || statement.op() instanceof Op.CheckCast
                    || statement.op() instanceof Op.New) {
                definitions.put(statement.result(), statement.op());
            }
        }
    }

    /** Returns how the value was made if it is a lambda or method reference, else null. */
    Op.@Nullable MakeClosure closure(Value value) {
        Value current = value;
        while (current instanceof Variable variable) {
            Op op = definitions.get(variable);
            if (op instanceof Op.MakeClosure closure) {
                return closure;
            }
            if (!(op instanceof Op.CheckCast(ReferenceType type, Value object))) {
                return null;
            }
            current = object;
        }
        return null;
    }

    /** Returns whether the value cannot be null. */
    boolean isNonNull(Value value) {
        return value instanceof Variable variable && definitions.get(variable) instanceof Op.New
                || closure(value) != null;
    }

    /** A call of a closure's implementation. */
    record Direct(InvokeKind kind, MethodRef method, List<Value> arguments, List<Type> casts) {}

    /**
     * Returns the call of the implementation that {@code invoke} on {@code closure} comes down to: captured values
     * first, then the arguments, each cast to what the implementation declares.
     *
     * @return null if another method of the interface is called, or where values would have to be boxed or converted
     */
    static @Nullable Direct direct(Op.Invoke invoke, Op.MakeClosure closure) {
        if (!invoke.method().name().equals(closure.name()) || !isImplemented(invoke.method(), closure.site())) {
            return null;
        }
        HandleRef handle = closure.implementation();
        InvokeKind kind = kind(handle.tag());
        if (kind == null) {
            return null;
        }
        List<Value> arguments = new ArrayList<>(closure.captured());
        arguments.addAll(invoke.arguments().subList(1, invoke.arguments().size()));
        MethodRef method = handle.method();
        List<Type> declared = new ArrayList<>();
        if (kind != InvokeKind.STATIC) {
            declared.add(Type.of(isArray(method.owner()) ? method.owner() : "L" + method.owner() + ";"));
        }
        declared.addAll(method.parameterTypes());
        if (declared.size() != arguments.size() || !isReturnFit(invoke.method(), method)) {
            return null;
        }
        List<Type> casts = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            Type given =
                    i < closure.captured().size()
                            ? closure.captured().get(i).type()
                            : invoke.method().parameterTypes().get(i - closure.captured().size());
            if (!isFit(given, declared.get(i), i < closure.captured().size())) {
                return null;
            }
            casts.add(declared.get(i));
        }
        return new Direct(kind, method, arguments, casts);
    }

    private static boolean isArray(String owner) {
        return owner.startsWith("[");
    }

    /** Returns whether the method called is the one that the closure implements, as the bootstrap method was told. */
    private static boolean isImplemented(MethodRef called, Bootstrap site) {
        return !site.arguments().isEmpty()
                && site.arguments().getFirst() instanceof Bootstrap.MethodTypeRef(String descriptor)
                && descriptor.equals(called.descriptor());
    }

    /** Returns the way the handle's method is called; null for constructors and fields. */
    private static @Nullable InvokeKind kind(int tag) {
        return switch (tag) {
            case 5 -> InvokeKind.VIRTUAL;
            case 6 -> InvokeKind.STATIC;
            case 7 -> InvokeKind.SPECIAL;
            case 9 -> InvokeKind.INTERFACE;
            default -> null;
        };
    }

    /** Captured values were passed as their computational types; arguments come as the interface declares them. */
    private static boolean isFit(Type given, Type declared, boolean isCaptured) {
        if (given.isReference() && declared.isReference()) {
            return true;
        }
        return isCaptured ? given.equals(declared.computational()) : given.equals(declared);
    }

    private static boolean isReturnFit(MethodRef called, MethodRef implementation) {
        if (called.isVoid() || implementation.isVoid()) {
            return called.isVoid() && implementation.isVoid();
        }
        Type wanted = called.returnType();
        Type given = implementation.returnType();
        return wanted.equals(given) || wanted.isReference() && given.isReference();
    }
}
