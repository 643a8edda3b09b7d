package dev.fluxion.engine.code;

import dev.fluxion.engine.access.Erasure;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Substitution;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives the values of a function types that the host may name. What is done with them has been lowered before, so that
 * nothing rests on the types that are lost.
 */
final class ErasedTypes {

    private final Erasure erasure;
    private final Substitution substitution = Substitution.parallel();

    private ErasedTypes(Erasure erasure) {
        this.erasure = erasure;
    }

    /** Returns the function with substitutes for the types that may not be named; the same one if there are none. */
    static Function erase(Function function, Erasure erasure) {
        return new ErasedTypes(erasure).erase(function);
    }

    private Function erase(Function function) {
        List<Type> results = new ArrayList<>();
        for (Type type : function.resultTypes()) {
            results.add(erasure.of(type));
        }
        for (Block block : function.blocks()) {
            block.parameters().forEach(this::note);
            block.statements().forEach(statement -> statement.results().forEach(this::note));
        }
        if (substitution.isEmpty() && results.equals(function.resultTypes())) {
            return function;
        }
        List<Block> blocks = new ArrayList<>();
        for (Block block : function.blocks()) {
            List<Statement> statements = new ArrayList<>();
            for (Statement statement : block.statements()) {
                statements.add(
                        new Statement(erased(statement.results()), erased(statement.op()), statement.position()));
            }
            blocks.add(substitution.apply(block.withParameters(erased(block.parameters())).withStatements(statements)));
        }
        return new Function(function.name(), results, blocks);
    }

    private void note(Variable variable) {
        Type type = erasure.of(variable.type());
        if (!type.equals(variable.type())) {
            substitution.put(variable, new Variable(variable.id(), type, variable.name()));
        }
    }

    private List<Variable> erased(List<Variable> variables) {
        List<Variable> all = new ArrayList<>();
        for (Variable variable : variables) {
            Value substitute = substitution.apply(variable);
            all.add(substitute instanceof Variable other ? other : variable);
        }
        return all;
    }

    /** The types in operations that need no right to what they name; all others have been lowered. */
    private Op erased(Op op) {
        return switch (op) {
            case Op.ArrayLoad load -> new Op.ArrayLoad(erasure.of(load.element()), load.array(), load.index());
            case Op.ArrayStore store ->
                    new Op.ArrayStore(erasure.of(store.element()), store.array(), store.index(), store.value());
            case Op.NewArray array -> new Op.NewArray((ArrayType) erasure.of(array.type()), array.lengths());
            case Op.TapePop pop -> new Op.TapePop(pop.stack(), erasure.of(pop.type()));
            case Op.TapeReserve _,
                    Op.TapeRelease _,
                    Op.TapeTop _,
                    Op.TapePush _,
                    Op.Negate _,
                    Op.Binary _,
                    Op.IntegerDivide _,
                    Op.Compare _,
                    Op.ThreeWay _,
                    Op.Convert _,
                    Op.Select _,
                    Op.ArrayLength _,
                    Op.GetField _,
                    Op.PutField _,
                    Op.GetStatic _,
                    Op.PutStatic _,
                    Op.New _,
                    Op.InstanceOf _,
                    Op.CheckCast _,
                    Op.Monitor _,
                    Op.Invoke _,
                    Op.InvokeDynamic _,
                    Op.MakeClosure _,
                    Op.Call _ ->
                    op;
        };
    }
}
