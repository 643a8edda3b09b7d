package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.transform.exceptions.CatchAll;

import java.util.ArrayList;
import java.util.List;

/**
 * A method that the receiver's class has chosen, where the call's exception is caught: it takes one more argument, an
 * array of objects that the exception is put into.
 *
 * <pre>
 *     func @f$kept(%receiver, %x: f64, %thrown) -&gt; f64
 *         %y, %e = call @f$caught(%receiver, %x);  %thrown[0] = %e;  ret %y
 * </pre>
 *
 * @param function the method in that form
 * @param inner what it calls
 */
public record CaughtPrimal(Function function, Function inner) {

    /** Returns that form of a function. */
    public static CaughtPrimal of(Function function) {
        Function inner = CatchAll.of(function);
        FunctionBuilder out = new FunctionBuilder(function.name() + "$kept", function.resultTypes());
        out.at(function.entry().position());
        List<Variable> parameters = new ArrayList<>();
        for (Variable parameter : function.parameters()) {
            parameters.add(out.variable(parameter.type(), parameter.name()));
        }
        List<Value> given = List.copyOf(parameters);
        Variable thrown = out.variable(ClassType.OBJECT, "thrown");
        parameters.add(thrown);
        out.begin(out.label("entry"), parameters);
        List<Variable> results = out.call(new Op.Call(inner.name(), given), inner.resultTypes());
        Value cell = out.add(new Op.CheckCast(new ArrayType(ClassType.OBJECT), thrown));
        out.effect(new Op.ArrayStore(ClassType.OBJECT, cell, Constant.of(0), results.getLast()));
        out.end(new Terminator.Return(List.copyOf(results.subList(0, results.size() - 1))));
        return new CaughtPrimal(out.build(), inner);
    }
}
