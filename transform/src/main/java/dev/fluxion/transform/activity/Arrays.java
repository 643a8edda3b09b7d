package dev.fluxion.transform.activity;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.LinkedSites;
import dev.fluxion.transform.Target;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Where the array references of a function come from, and which arrays it may write.
 *
 * <p>An origin is a parameter, an allocation, or anything else that gives a reference (a field, a call). Two references
 * may be the same array only if they share an origin, or if neither has only allocations of this function as origins
 * that do not escape from it.
 *
 * <p>An array of numbers is known directly if all its origins are allocations and parameters that come with a shadow:
 * then its shadow is a value beside it. The shadow of any other is found by the array's identity when the code runs. A
 * direct array that escapes may be met by its identity too.
 */
public final class Arrays {
    private final Origins origins;
    private final Set<Variable> shadowed;
    private final Set<Variable> escaping;
    private final Set<Type> clobbered = new HashSet<>();
    private boolean clobbersReferences;
    private boolean clobbersAll;

    /**
     * Analyses a function.
     *
     * @param shadowed the parameters that come with a shadow
     */
    public Arrays(Function function, Collection<Variable> shadowed, Callees callees) {
        this.origins = new Origins(function);
        this.shadowed = new HashSet<>(shadowed);
        this.escaping =
                Escapes.of(function, origins, this::isDirectOrigin, (call, argument) -> keeps(call, argument, callees));
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                noteWrites(statement.op(), callees);
            }
        }
    }

    private static boolean keeps(Op call, int argument, Callees callees) {
        Function body = callees.body(call);
        if (body == null) {
            return keepsUnknown(call, callees::target);
        }
        if (callees.isRule(call)) {
            return true;
        }
        return !isPassedDirectly(call, argument, body)
                || callees.footprint(body).keptArguments.get(argument + receivers(call));
    }

    /** Returns whether an argument is an array of numbers to the function too, and not just an object. */
    public static boolean isPassedDirectly(Op call, int argument, Function body) {
        return Origins.isArrayOfNumbers(call.operands().get(argument).type())
                && Origins.isArrayOfNumbers(body.parameters().get(argument + receivers(call)).type());
    }

    /** A constructor's function takes the object that it initialises first. */
    private static int receivers(Op call) {
        return call instanceof Op.New ? 1 : 0;
    }

    /** What a Java method call stands for. */
    interface Targets {
        Target target(Op.Invoke invoke);
    }

    /** Returns whether a call of which no body is known may keep an array that it is given, or give it back. */
    static boolean keepsUnknown(Op call, Targets targets) {
        if (call instanceof Op.InvokeDynamic dynamic) {
            return !LinkedSites.isForgetful(dynamic);
        }
        if (!(call instanceof Op.Invoke invoke)) {
            return true;
        }
        return switch (targets.target(invoke)) {
            case Target.Rule _, Target.Box _ -> false;
            case Target.NonDifferentiable none ->
                    !invoke.method().isVoid() && invoke.method().returnType().isReference();
            case Target.Moves _, Target.Dispatched _, Target.Refused _, Target.Body _, Target.Ruled _ -> true;
        };
    }

    private void noteWrites(Op op, Callees callees) {
        switch (op) {
            case Op.ArrayStore _ -> {}
            case Op.Invoke invoke -> {
                switch (callees.target(invoke)) {
                    case Target.Rule rule -> {}
                    case Target.Box box -> {}
                    case Target.Moves moves -> clobbersReferences = true;
                    case Target.NonDifferentiable none -> {
                        for (Value argument : invoke.arguments()) {
                            if (argument.type() instanceof ArrayType array) {
                                clobbered.add(array.element());
                            }
                        }
                    }
                    case Target.Dispatched dispatched -> clobbersAll = true;
                    case Target.Body body -> clobbersAll = true;
                    case Target.Ruled ruled -> clobbersAll = true;
                    case Target.Refused refused -> clobbersAll = true;
                }
            }
            case Op.Call call -> clobbersAll = true;
            case Op.New create -> clobbersAll = true;
            case Op.InvokeDynamic dynamic -> clobbersAll |= !LinkedSites.isForgetful(dynamic);
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
                    Op.PutField _,
                    Op.GetStatic _,
                    Op.PutStatic _,
                    Op.InstanceOf _,
                    Op.CheckCast _,
                    Op.Monitor _,
                    Op.MakeClosure _,
                    Op.TapePush _,
                    Op.TapePop _,
                    Op.TapeReserve _,
                    Op.TapeRelease _,
                    Op.TapeTop _ -> {}
        }
    }

    /** Returns where a reference may come from; empty for the null constant. */
    public Set<Variable> origins(Value reference) {
        return origins.of(reference);
    }

    /** Returns whether the shadow of an array of numbers, where it has one, is a value beside it. */
    public boolean isDirect(Value array) {
        for (Variable origin : origins.of(array)) {
            if (!isDirectOrigin(origin)) {
                return false;
            }
        }
        return Origins.isArrayOfNumbers(array.type()) || array instanceof Constant;
    }

    private boolean isDirectOrigin(Variable origin) {
        return origins.isNewArrayOfNumbers(origin) || shadowed.contains(origin);
    }

    /** Returns whether an array that is known directly may be met under another name. */
    public boolean escapes(Variable origin) {
        return escaping.contains(origin);
    }

    /** Returns whether the reference can only be an array that this function allocates, and that nobody else knows. */
    public boolean isPrivate(Value reference) {
        for (Variable origin : origins(reference)) {
            if (!origins.isNewArray(origin) || escaping.contains(origin)) {
                return false;
            }
        }
        return !(reference instanceof Constant);
    }

    /** Returns whether something else than a store of the function itself may write to arrays of a type. */
    public boolean isClobbered(Type element) {
        return clobbersAll || clobbered.contains(element) || clobbersReferences && element.isReference();
    }

    /** Returns whether a store may be to an array that is known by another reference. */
    public boolean mayWrite(Op.ArrayStore store, Value array, Type element) {
        return isSameKind(store.element(), element) && mayAlias(store.array(), array);
    }

    /** Arrays of references may be one although they are known by different types. */
    private static boolean isSameKind(Type stored, Type loaded) {
        return stored.equals(loaded) || stored.isReference() && loaded.isReference();
    }

    private boolean mayAlias(Value a, Value b) {
        boolean sharesOrigin = false;
        for (Variable origin : origins(a)) {
            sharesOrigin |= origins(b).contains(origin);
        }
        return sharesOrigin || !isPrivate(a) && !isPrivate(b);
    }
}
