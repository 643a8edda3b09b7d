package dev.fluxion.transform.activity;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the arrays that may be met again under another name: they are stored in memory, returned, given to code that
 * keeps them, or meet other arrays in one variable.
 */
final class Escapes {
    private final Origins origins;
    private final Predicate<Variable> isDirect;
    private final Keeping keeping;
    private final Set<Variable> escaping = new HashSet<>();

    /** Says whether a call may keep an argument, or give it back. */
    interface Keeping {
        boolean keeps(Op call, int argument);
    }

    private Escapes(Origins origins, Predicate<Variable> isDirect, Keeping keeping) {
        this.origins = origins;
        this.isDirect = isDirect;
        this.keeping = keeping;
    }

    /**
     * Returns the origins that escape.
     *
     * @param function where
     * @param origins where its references come from
     * @param isDirect whether an origin is an array of numbers that is known directly; only these, and arrays made in
     *     the function, can escape
     * @param keeping what calls do
     */
    static Set<Variable> of(Function function, Origins origins, Predicate<Variable> isDirect, Keeping keeping) {
        Escapes escapes = new Escapes(origins, isDirect, keeping);
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                escapes.pass(statement);
            }
            block.parameters().forEach(escapes::meet);
            if (block.terminator() instanceof Terminator.Return leave) {
                escapes.loseAll(leave.values());
            }
        }
        origins.losses(function, escapes::lose);
        return escapes.escaping;
    }

    private void pass(Statement statement) {
        switch (statement.op()) {
            case Op.Select select -> meet(statement.result());
            case Op.ArrayStore store -> lose(store.value());
            case Op.PutField put -> lose(put.value());
            case Op.PutStatic put -> lose(put.value());
            case Op.MakeClosure closure -> loseAll(closure.captured());
            case Op.TapePush push -> lose(push.value());
            case Op.New call -> loseKept(call);
            case Op.Invoke call -> loseKept(call);
            case Op.Call call -> loseKept(call);
            case Op.InvokeDynamic call -> loseKept(call);
            case Op.Negate _,
                    Op.Binary _,
                    Op.IntegerDivide _,
                    Op.Compare _,
                    Op.ThreeWay _,
                    Op.Convert _,
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
                    Op.TapeTop _ -> {}
        }
    }

    private void loseKept(Op call) {
        List<Value> arguments = call.operands();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).type().isReference() && keeping.keeps(call, i)) {
                lose(arguments.get(i));
            }
        }
    }

    /** A variable for arrays of several origins hides those that are known directly, unless all are. */
    private void meet(Variable variable) {
        if (!Origins.isArrayOfNumbers(variable.type())) {
            return;
        }
        for (Variable origin : origins.of(variable)) {
            if (!isDirect.test(origin)) {
                lose(variable);
                return;
            }
        }
    }

    private void loseAll(List<Value> values) {
        values.forEach(this::lose);
    }

    private void lose(Value value) {
        for (Variable origin : origins.of(value)) {
            if (origins.isNewArray(origin) || isDirect.test(origin)) {
                escaping.add(origin);
            }
        }
    }
}
