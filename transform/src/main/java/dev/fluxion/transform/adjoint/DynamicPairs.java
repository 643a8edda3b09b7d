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
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.dispatch.DynamicSite;
import dev.fluxion.transform.shadow.ShadowCalls;

import java.util.ArrayList;
import java.util.List;

/** Fits split functions to the call sites of {@link DynamicSite}. */
final class DynamicPairs {

    private DynamicPairs() {}

    /**
     * Returns the reverse as these sites call it.
     *
     * <pre>
     *   dispatched(receiver, bar, shadows, out) { a, b, c = reverse(bar, shadows); out[0] = b; out[1] = c; return a; }
     * </pre>
     */
    static Function reverse(CallShape shape) {
        List<Type> adjoints = shape.adjointTypes();
        List<Type> first = adjoints.isEmpty() ? List.of() : adjoints.subList(0, 1);
        FunctionBuilder out = new FunctionBuilder(shape.reverse() + "$dispatched", first);
        Variable receiver = out.variable(ClassType.OBJECT, "receiver");
        List<Variable> parameters = new ArrayList<>();
        for (Type type : shape.resultTypes()) {
            if (type.isFloating()) {
                parameters.add(out.variable(type, "bar"));
            }
        }
        parameters.add(out.variable(ShadowCalls.TYPE, "shadows"));
        List<Value> given = List.copyOf(parameters);
        Variable further = out.variable(new ArrayType(PrimitiveType.F64), "out");
        if (adjoints.size() > 1) {
            parameters.add(further);
        }
        parameters.addFirst(receiver);
        out.begin(out.label("entry"), parameters);
        List<Variable> results = out.call(new Op.Call(shape.reverse(), given), adjoints);
        for (int i = 1; i < results.size(); i++) {
            Value bar = results.get(i);
            Value wide = bar.type() == PrimitiveType.F64 ? bar : out.add(new Op.Convert(PrimitiveType.F64, bar));
            out.effect(new Op.ArrayStore(PrimitiveType.F64, further, Constant.of(i - 1), wide));
        }
        out.end(new Terminator.Return(results.isEmpty() ? List.of() : List.of(results.getFirst())));
        return out.build();
    }
}
