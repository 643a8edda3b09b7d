package dev.fluxion.transform.bits;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.LinkedSites;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Bits of floating numbers that leave the variables in which they are followed, for memory or for another function. A
 * number that is put together from them there has no derivative that anybody could find.
 */
public final class KeptBits {

    private static final Set<String> TEXT =
            Set.of("java/lang/String", "java/lang/StringBuilder", "java/lang/StringBuffer", "java/io/PrintStream");

    private final Bodies bodies;
    private final Map<String, Boolean> known = new HashMap<>();

    /** Gives the code of calls. */
    public interface Bodies {
        /** Returns the function that a call runs, or null if none is known. */
        @Nullable Function body(Op call);
    }

    /** Prepares to look into functions, and into what they call. */
    public KeptBits(Bodies bodies) {
        this.bodies = bodies;
    }

    /**
     * Returns where a function keeps bits.
     *
     * @param function which
     * @param isVaried tells the floating numbers whose bits matter
     */
    public List<Position> places(Function function, Predicate<Value> isVaried) {
        if (!takesBits(function)) {
            return List.of();
        }
        Taint taint = Taint.of(function, isVaried, List.of());
        List<Position> places = new ArrayList<>();
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (keeps(statement.op(), taint)) {
                    places.add(statement.position());
                }
            }
            if (block.terminator() instanceof Terminator.Return leave && anyMoves(leave.values(), taint)) {
                places.add(block.position());
            }
        }
        return places;
    }

    private boolean keeps(Op op, Taint taint) {
        if (!anyMoves(leaving(op), taint)) {
            return false;
        }
        Function body = bodies.body(op);
        if (body == null || !(op instanceof Op.Call || op instanceof Op.Invoke)) {
            return true;
        }
        List<Variable> moving = new ArrayList<>();
        StringBuilder key = new StringBuilder(body.name());
        for (int i = 0; i < body.parameters().size(); i++) {
            if (taint.moves(op.operands().get(i))) {
                moving.add(body.parameters().get(i));
                key.append(' ').append(i);
            }
        }
        Boolean done = known.putIfAbsent(key.toString(), false);
        if (done == null) {
            done = keeps(body, Taint.of(body, number -> false, moving));
            known.put(key.toString(), done);
        }
        return done;
    }

    /** Whether a function keeps bits that it is given, gives them back, or makes a number of them. */
    private boolean keeps(Function function, Taint taint) {
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                Op op = statement.op();
                if (keeps(op, taint) || BitMethods.isAssembling(op) && anyMoves(op.operands(), taint)) {
                    return true;
                }
            }
            if (block.terminator() instanceof Terminator.Return leave && anyMoves(leave.values(), taint)) {
                return true;
            }
        }
        return false;
    }

    private static boolean takesBits(Function function) {
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (BitMethods.isTaking(statement.op())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean anyMoves(List<Value> values, Taint taint) {
        for (Value value : values) {
            if (taint.moves(value)) {
                return true;
            }
        }
        return false;
    }

    /** The operands that go where they are not followed. */
    private static List<Value> leaving(Op op) {
        return switch (op) {
            case Op.ArrayStore store -> List.of(store.value());
            case Op.PutField put -> List.of(put.value());
            case Op.PutStatic put -> List.of(put.value());
            case Op.TapePush push -> List.of(push.value());
            case Op.MakeClosure closure -> closure.captured();
            case Op.New create -> create.arguments();
            case Op.Call call -> call.arguments();
            case Op.Invoke call -> isForgetful(call.kind(), call.method()) ? List.of() : call.arguments();
            case Op.InvokeDynamic call -> LinkedSites.isForgetful(call) ? List.of() : call.arguments();
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
                    Op.GetStatic _,
                    Op.InstanceOf _,
                    Op.CheckCast _,
                    Op.Monitor _,
                    Op.TapePop _,
                    Op.TapeReserve _,
                    Op.TapeRelease _,
                    Op.TapeTop _ ->
                    List.of();
        };
    }

    /** Whether a method computes numbers from numbers, or makes text. */
    private static boolean isForgetful(InvokeKind kind, MethodRef method) {
        return TEXT.contains(method.owner())
                || kind == InvokeKind.STATIC && method.owner().startsWith("java/lang/") && !hasObjects(method)
                || method.owner().startsWith("dev/fluxion/runtime/");
    }

    private static boolean hasObjects(MethodRef method) {
        for (Type parameter : method.parameterTypes()) {
            if (parameter.isReference()) {
                return true;
            }
        }
        Type result = method.returnType();
        return !method.isVoid() && result.isReference() && !result.descriptor().equals("Ljava/lang/String;");
    }

    /** Returns whether a function makes floating numbers of bits that come from elsewhere: memory, callers, callees. */
    public static boolean areAssembled(Function function) {
        Definitions definitions = Definitions.of(function);
        Map<Variable, List<Value>> passed = Taint.passed(function);
        Set<Value> seen = new HashSet<>();
        Deque<Value> pending = new ArrayDeque<>();
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (BitMethods.isAssembling(statement.op())) {
                    pending.addAll(statement.op().operands());
                }
            }
        }
        while (!pending.isEmpty()) {
            Value value = pending.removeLast();
            if (!(value instanceof Variable variable) || !Taint.isWhole(variable) || !seen.add(value)) {
                continue;
            }
            Op op = definitions.op(variable);
            if (op == null) {
                if (!passed.containsKey(variable)) {
                    return true;
                }
                pending.addAll(Objects.requireNonNull(passed.get(variable)));
            } else if (isForeign(op)) {
                return true;
            } else {
                pending.addAll(op.operands());
            }
        }
        return false;
    }

    private static boolean isForeign(Op op) {
        return switch (op) {
            case Op.ArrayLoad _, Op.GetField _, Op.GetStatic _, Op.TapePop _, Op.Call _, Op.InvokeDynamic _ -> true;
            case Op.Invoke call -> !isForgetful(call.kind(), call.method());
            default -> false;
        };
    }
}
