package dev.fluxion.engine.derive;

import dev.fluxion.backend.Entry;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The function behind {@link dev.fluxion.runtime.sweep.GraphTangent}: unpacks the arguments and boxes the result.
 *
 * <pre>
 *   run(captures..., arguments, tangents, shadows) {
 *       x = ((Number) arguments[0]).doubleValue(); p = (Params) arguments[1];
 *       value, dot = tangent(captures..., x, p, tangents[0], shadows);
 *       tangents[0] = dot;
 *       return Double.valueOf(value);
 *   }
 * </pre>
 */
final class GraphTangentEntry {

    private static final String DESCRIPTOR =
            "([Ljava/lang/Object;[D" + GraphEntry.SHADOWS.descriptor() + ")Ljava/lang/Object;";

    private GraphTangentEntry() {}

    /**
     * Adds the entry's function.
     *
     * @param primal what was differentiated
     * @param active for each of its parameters whether it has a tangent
     * @param tangent value and tangents; takes the shadows last, if it needs them
     * @param functions takes the function
     */
    static Entry of(Primal primal, List<Boolean> active, Function tangent, Map<String, Function> functions) {
        String name = EntryFunctions.fresh("run", functions);
        FunctionBuilder out = new FunctionBuilder(name, List.<Type>of(ClassType.OBJECT));
        List<Variable> parameters = new ArrayList<>();
        for (Variable captured : primal.function().parameters().subList(0, primal.captures().size())) {
            parameters.add(out.variable(captured.type(), captured.name()));
        }
        List<Value> given = new ArrayList<>(parameters);
        Variable packed = out.variable(new ArrayType(ClassType.OBJECT), "arguments");
        Variable tangents = out.variable(new ArrayType(PrimitiveType.F64), "tangents");
        Variable shadows = out.variable(GraphEntry.SHADOWS, "shadows");
        parameters.addAll(List.of(packed, tangents, shadows));
        out.at(tangent.entry().position());
        out.begin(out.label("entry"), parameters);
        int captured = primal.captures().size();
        for (Type argument : primal.arguments()) {
            Constant index = Constant.of(given.size() - captured);
            given.add(GraphEntry.unpacked(argument, out.add(new Op.ArrayLoad(ClassType.OBJECT, packed, index)), out));
        }
        for (int i = 0; i < active.size(); i++) {
            if (active.get(i)) {
                PrimitiveType type = (PrimitiveType) primal.function().parameters().get(i).type();
                Value dot = out.add(new Op.ArrayLoad(PrimitiveType.F64, tangents, Constant.of(i - captured)));
                given.add(type == PrimitiveType.F64 ? dot : out.add(new Op.Convert(type, dot)));
            }
        }
        if (tangent.parameters().size() > given.size()) {
            given.add(shadows);
        }
        List<Variable> results = out.call(new Op.Call(tangent.name(), given), tangent.resultTypes());
        Variable result = results.getFirst();
        // the tangent of an object is in its shadow, and not what was given for the first argument
        Value dot =
                result.type().isFloating() ? GraphEntry.widened(results.get(1), out) : Constant.zero(PrimitiveType.F64);
        out.effect(new Op.ArrayStore(PrimitiveType.F64, tangents, Constant.of(0), dot));
        out.end(new Terminator.Return(List.of(boxed(result, out))));
        functions.put(name, out.build());
        return new Entry("run", DESCRIPTOR, name);
    }

    static Value boxed(Value result, FunctionBuilder out) {
        if (result.type().isReference()) {
            return result;
        }
        PrimitiveType type = (PrimitiveType) result.type();
        String owner =
                switch (type) {
                    case F64 -> "java/lang/Double";
                    case F32 -> "java/lang/Float";
                    case I64 -> "java/lang/Long";
                    case I32, I16, I8, BOOL, CHAR -> "java/lang/Integer";
                };
        String descriptor = "(" + type.descriptor() + ")L" + owner + ";";
        MethodRef box = new MethodRef(owner, "valueOf", descriptor, false);
        return out.add(new Op.Invoke(InvokeKind.STATIC, box, List.of(result)));
    }
}
