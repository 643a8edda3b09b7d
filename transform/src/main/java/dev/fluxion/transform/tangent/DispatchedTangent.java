package dev.fluxion.transform.tangent;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits a tangent function to the call sites of {@link dev.fluxion.transform.dispatch.DynamicSite}.
 *
 * <pre>
 *   dispatched(receiver, x, x_dot, shadows, out) { y, y_dot = tangent(receiver, x, x_dot, shadows); out[0] = y_dot; return y; }
 * </pre>
 */
final class DispatchedTangent {

    private DispatchedTangent() {}

    static Function of(Function tangent, Function primal, int lanes) {
        FunctionBuilder out = new FunctionBuilder(tangent.name() + "$dispatched", primal.resultTypes());
        List<Variable> parameters = new ArrayList<>();
        for (Variable parameter : tangent.parameters()) {
            parameters.add(out.variable(parameter.type(), parameter.name()));
        }
        List<Value> given = List.copyOf(parameters);
        boolean isNumber = !primal.resultTypes().isEmpty() && primal.resultTypes().getFirst().isFloating();
        Variable further = out.variable(new ArrayType(PrimitiveType.F64), "out");
        if (isNumber) {
            parameters.add(further);
        }
        out.begin(out.label("entry"), parameters);
        List<Variable> results = out.call(new Op.Call(tangent.name(), given), tangent.resultTypes());
        for (int lane = 0; isNumber && lane < lanes; lane++) {
            Value dot = results.get(1 + lane);
            Value wide = dot.type() == PrimitiveType.F64 ? dot : out.add(new Op.Convert(PrimitiveType.F64, dot));
            out.effect(new Op.ArrayStore(PrimitiveType.F64, further, Constant.of(lane), wide));
        }
        out.end(new Terminator.Return(List.copyOf(results.subList(0, primal.resultTypes().size()))));
        return out.build();
    }
}
