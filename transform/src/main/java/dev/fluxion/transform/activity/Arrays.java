package dev.fluxion.transform.activity;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Target;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Where the array references of a function come from, and which arrays it may write.
 *
 * <p>An origin is a parameter, an allocation, or anything else that gives a reference (a field, a call). Two references
 * may be the same array only if they share an origin, or if neither has only allocations of this function as origins.
 */
public final class Arrays {
    private final Map<Integer, Set<Variable>> origins = new HashMap<>();
    private final Set<Integer> allocated = new HashSet<>();
    private final List<Op.ArrayStore> stores = new ArrayList<>();
    private final Set<Type> clobbered = new HashSet<>();
    private boolean clobbersAll;

    /** Analyses a function. */
    public Arrays(Function function, Callees callees) {
        seed(function);
        spread(function);
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                noteWrites(statement.op(), callees);
            }
        }
    }

    private void seed(Function function) {
        for (Variable parameter : function.parameters()) {
            if (parameter.type().isReference()) {
                origins.put(parameter.id(), Set.of(parameter));
            }
        }
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                for (Variable result : statement.results()) {
                    if (result.type().isReference() && !isCopy(statement.op())) {
                        origins.put(result.id(), Set.of(result));
                        if (statement.op() instanceof Op.NewArray) {
                            allocated.add(result.id());
                        }
                    }
                }
            }
        }
    }

    private static boolean isCopy(Op op) {
        return op instanceof Op.CheckCast || op instanceof Op.Select;
    }

    private void spread(Function function) {
        var blocks = function.blocksByLabel();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block block : function.blocks()) {
                for (Statement statement : block.statements()) {
                    if (isCopy(statement.op()) && statement.result().type().isReference()) {
                        for (Value operand : statement.op().operands()) {
                            changed |= flow(operand, statement.result());
                        }
                    }
                }
                for (Successor edge : block.terminator().successors()) {
                    List<Variable> parameters = Objects.requireNonNull(blocks.get(edge.target())).parameters();
                    for (int i = 0; i < parameters.size(); i++) {
                        changed |= flow(edge.arguments().get(i), parameters.get(i));
                    }
                }
                for (var handler : block.handlers()) {
                    List<Variable> parameters = Objects.requireNonNull(blocks.get(handler.target())).parameters();
                    changed |=
                            origins.computeIfAbsent(parameters.getFirst().id(), key -> new LinkedHashSet<>())
                                    .add(parameters.getFirst());
                    for (int i = 1; i < parameters.size(); i++) {
                        changed |= flow(handler.arguments().get(i - 1), parameters.get(i));
                    }
                }
            }
        }
    }

    private boolean flow(Value from, Variable to) {
        if (!to.type().isReference() || !(from instanceof Variable variable)) {
            return false;
        }
        Set<Variable> known = origins.computeIfAbsent(to.id(), key -> new LinkedHashSet<>());
        return known.addAll(origins.getOrDefault(variable.id(), Set.of()));
    }

    private void noteWrites(Op op, Callees callees) {
        switch (op) {
            case Op.ArrayStore store -> stores.add(store);
            case Op.Invoke invoke -> {
                switch (callees.target(invoke)) {
                    case Target.Rule rule -> {}
                    case Target.Box box -> {}
                    case Target.Moves moves -> clobbersAll = true;
                    case Target.NonDifferentiable none -> {
                        for (Value argument : invoke.arguments()) {
                            if (argument.type() instanceof ArrayType array) {
                                clobbered.add(array.element());
                            }
                        }
                    }
                    case Target.Dynamic dynamic -> clobbersAll = true;
                    case Target.Body body -> clobbersAll = true;
                    case Target.Refused refused -> clobbersAll = true;
                }
            }
            case Op.Call call -> clobbersAll = true;
            case Op.New create -> clobbersAll = true;
            case Op.InvokeDynamic dynamic ->
                    clobbersAll |= !dynamic.site().method().owner().equals("java/lang/invoke/StringConcatFactory");
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
        return reference instanceof Variable variable ? origins.getOrDefault(variable.id(), Set.of()) : Set.of();
    }

    /** Returns whether the reference can only be an array that this function allocates. */
    public boolean isAllocatedHere(Value reference) {
        for (Variable origin : origins(reference)) {
            if (!allocated.contains(origin.id())) {
                return false;
            }
        }
        return !(reference instanceof Constant);
    }

    /** Returns whether what an array load gives may have changed by the time the function returns. */
    public boolean mayBeWritten(Op.ArrayLoad load) {
        if (clobbersAll || clobbered.contains(load.element())) {
            return true;
        }
        for (Op.ArrayStore store : stores) {
            if (store.element().equals(load.element()) && mayAlias(store.array(), load.array())) {
                return true;
            }
        }
        return false;
    }

    private boolean mayAlias(Value a, Value b) {
        boolean sharesOrigin = false;
        for (Variable origin : origins(a)) {
            sharesOrigin |= origins(b).contains(origin);
        }
        return sharesOrigin || !isAllocatedHere(a) && !isAllocatedHere(b);
    }
}
