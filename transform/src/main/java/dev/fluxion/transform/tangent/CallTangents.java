package dev.fluxion.transform.tangent;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.dispatch.DynamicSite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Calls of tangent functions in the place of calls of the primal's. */
final class CallTangents {

    private final Tangents tangents;
    private final TangentKind kind;
    private final FunctionBuilder out;

    CallTangents(Tangents tangents, TangentKind kind, FunctionBuilder out) {
        this.tangents = tangents;
        this.kind = kind;
        this.out = out;
    }

    /**
     * Calls the tangent function of a known function.
     *
     * @param shadow gives the shadow of an array that is known as a value
     * @param table what is passed after all else: the table of shadows, if there is one
     */
    void call(Statement statement, TangentShape shape, Function<Value, Value> shadow, List<Value> table) {
        List<Value> arguments = new ArrayList<>(statement.op().operands());
        for (int i = 0; i < shape.active().size(); i++) {
            if (shape.active().get(i)) {
                Value argument = statement.op().operands().get(i);
                if (argument.type().isReference()) {
                    arguments.add(shadow.apply(argument));
                } else {
                    arguments.addAll(tangents.of(argument));
                }
            }
        }
        arguments.addAll(table);
        List<Variable> results = new ArrayList<>(statement.results());
        for (Type type : shape.resultTypes().subList(results.size(), shape.resultTypes().size())) {
            results.add(out.variable(type, ""));
        }
        out.append(new Statement(results, new Op.Call(shape.name(), arguments), statement.position()));
        for (int i = 0; i < statement.results().size(); i++) {
            Variable result = statement.results().get(i);
            if (result.type().isFloating()) {
                tangents.set(result, shape.tangents(i, results, tangents.lanes()));
            }
        }
    }

    /** Calls what is found by the receiver's class; the tangents of its result come in an array. */
    void dispatch(Statement statement, DynamicSite site, Value table) {
        List<Value> arguments = new ArrayList<>(statement.op().operands());
        for (int number : site.numbers()) {
            arguments.addAll(tangents.of(statement.op().operands().get(number)));
        }
        arguments.add(table);
        Type result = site.result();
        boolean isNumber = result != null && result.isFloating();
        if (isNumber) {
            ArrayType doubles = new ArrayType(PrimitiveType.F64);
            arguments.add(out.add(new Op.NewArray(doubles, List.of(Constant.of(tangents.lanes())))));
        }
        Op call = site.tangent(tangents.lanes(), kind == TangentKind.INDEX_SETS).call(arguments, statement.position());
        if (statement.results().isEmpty()
                || !statement.result().type().isReference()
                || statement.result().type().equals(ClassType.OBJECT)) {
            out.append(new Statement(statement.results(), call, statement.position()));
        } else {
            Op cast = new Op.CheckCast((ReferenceType) statement.result().type(), out.add(call));
            out.append(new Statement(statement.results(), cast, statement.position()));
        }
        if (isNumber && !statement.results().isEmpty()) {
            PrimitiveType type = (PrimitiveType) statement.result().type();
            tangents.set(
                    statement.result(),
                    tangents.each(lane -> {
                        Value wide =
                                out.add(new Op.ArrayLoad(PrimitiveType.F64, arguments.getLast(), Constant.of(lane)));
                        return type == PrimitiveType.F64 ? wide : out.add(new Op.Convert(type, wide));
                    }));
        }
    }
}
