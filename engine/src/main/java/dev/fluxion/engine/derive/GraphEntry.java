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
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The function behind {@link dev.fluxion.runtime.GraphAdjoint}: unpacks the arguments and puts the partials away.
 *
 * <pre>
 *   run(captures..., arguments, partials, shadows) {
 *       x = (Params) arguments[0]; y = ((Number) arguments[1]).doubleValue();
 *       value, yBar = fused(captures..., x, y, shadows);
 *       partials[1] = yBar;
 *       return value;
 *   }
 * </pre>
 */
final class GraphEntry {

    private static final ClassType OBJECT = new ClassType("java/lang/Object");
    private static final ClassType NUMBER = new ClassType("java/lang/Number");
    static final ClassType SHADOWS = new ClassType("dev/fluxion/runtime/Shadows");
    private static final String DESCRIPTOR = "([Ljava/lang/Object;[DLdev/fluxion/runtime/Shadows;)D";

    private GraphEntry() {}

    /**
     * Adds the entry's function.
     *
     * @param primal what was differentiated
     * @param inCaptured whether what was captured has partials, too
     * @param active for each of its parameters whether its adjoint is a result
     * @param fused value and adjoints; takes the shadows last, if it needs them
     * @param functions takes the function
     */
    static Entry of(
            Primal primal, boolean inCaptured, List<Boolean> active, Function fused, Map<String, Function> functions) {
        String name = EntryFunctions.fresh("run", functions);
        FunctionBuilder out = new FunctionBuilder(name, List.of(PrimitiveType.F64));
        List<Variable> parameters = new ArrayList<>();
        for (Variable captured : primal.function().parameters().subList(0, primal.captures().size())) {
            parameters.add(out.variable(captured.type(), captured.name()));
        }
        List<Value> given = new ArrayList<>(parameters);
        Variable packed = out.variable(new ArrayType(OBJECT), "arguments");
        Variable partials = out.variable(new ArrayType(PrimitiveType.F64), "partials");
        Variable shadows = out.variable(SHADOWS, "shadows");
        parameters.addAll(List.of(packed, partials, shadows));
        out.at(fused.entry().position());
        out.begin(out.label("entry"), parameters);
        for (Type argument : primal.arguments()) {
            Constant index = Constant.of(given.size() - primal.captures().size());
            given.add(unpacked(argument, out.add(new Op.ArrayLoad(OBJECT, packed, index)), out));
        }
        if (fused.parameters().size() > given.size()) {
            given.add(shadows);
        }
        List<Variable> results = out.call(new Op.Call(fused.name(), given), fused.resultTypes());
        int first = inCaptured ? 0 : primal.captures().size();
        int result = 1;
        for (int i = 0; i < active.size(); i++) {
            if (active.get(i)) {
                Value partial = widened(results.get(result), out);
                out.effect(new Op.ArrayStore(PrimitiveType.F64, partials, Constant.of(i - first), partial));
                result++;
            }
        }
        out.end(new Terminator.Return(List.of(widened(results.getFirst(), out))));
        functions.put(name, out.build());
        return new Entry("run", DESCRIPTOR, name);
    }

    static Value widened(Value number, FunctionBuilder out) {
        return number.type() == PrimitiveType.F64 ? number : out.add(new Op.Convert(PrimitiveType.F64, number));
    }

    /** As the JVM adapts a method that takes numbers to an interface that takes boxes. */
    static Value unpacked(Type type, Variable argument, FunctionBuilder out) {
        if (!(type instanceof PrimitiveType primitive)) {
            return type.equals(OBJECT) ? argument : out.add(new Op.CheckCast((ReferenceType) type, argument));
        }
        return switch (primitive) {
            case F64 -> number("doubleValue()D", argument, out);
            case F32 -> number("floatValue()F", argument, out);
            case I64 -> number("longValue()J", argument, out);
            case I32, I16, I8 -> number("intValue()I", argument, out);
            case BOOL -> unboxed("java/lang/Boolean", "booleanValue", "()Z", argument, out);
            case CHAR -> unboxed("java/lang/Character", "charValue", "()C", argument, out);
        };
    }

    private static Value number(String signature, Variable argument, FunctionBuilder out) {
        int split = signature.indexOf('(');
        return unboxed(NUMBER.internalName(), signature.substring(0, split), signature.substring(split), argument, out);
    }

    private static Value unboxed(String owner, String name, String descriptor, Variable argument, FunctionBuilder out) {
        Variable cast = out.add(new Op.CheckCast(new ClassType(owner), argument));
        MethodRef method = new MethodRef(owner, name, descriptor, false);
        return out.add(new Op.Invoke(InvokeKind.VIRTUAL, method, List.of(cast)));
    }
}
