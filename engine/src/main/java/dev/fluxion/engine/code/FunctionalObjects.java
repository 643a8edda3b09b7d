package dev.fluxion.engine.code;

import dev.fluxion.engine.access.ClassData;
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
import dev.fluxion.transform.Target;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rules for calls of functional objects that are known only when the code runs, such as one fetched from a map. Their
 * partials ask the engine for the derivative of the object at hand, through {@code DynamicCalls}.
 *
 * <pre>{@code
 * func @partial(%f: DoubleUnaryOperator, %x: f64, %y: f64) -> f64 {
 *     %d = invoke virtual DynamicCalls.derivative(classData[0], %f)
 *     %p = invoke interface DoubleUnaryOperator.applyAsDouble(%d, %x)      // has a rule again: any order
 *     return %p
 * }
 * }</pre>
 */
final class FunctionalObjects {

    private static final ClassType UNARY = new ClassType("java/util/function/DoubleUnaryOperator");
    private static final ClassType BINARY = new ClassType("java/util/function/DoubleBinaryOperator");
    private static final ArrayType DOUBLES = new ArrayType(PrimitiveType.F64);
    private static final String APPLY = "applyAsDouble";

    /** By owner, the type by which {@code DynamicCalls} takes the object, and its number of arguments. */
    private static final Map<String, Known> KNOWN =
            Map.of(
                    "java/util/function/DoubleUnaryOperator", new Known(UNARY, 1),
                    "dev/fluxion/DoubleFn", new Known(UNARY, 1),
                    "java/util/function/DoubleBinaryOperator", new Known(BINARY, 2),
                    "dev/fluxion/DoubleFn2", new Known(BINARY, 2),
                    "dev/fluxion/DoubleFn3", new Known(new ClassType("dev/fluxion/DoubleFn3"), 3),
                    "dev/fluxion/DoubleFn4", new Known(new ClassType("dev/fluxion/DoubleFn4"), 4));

    private FunctionalObjects() {}

    private record Known(ClassType type, int arity) {}

    /** Returns the rule for a call through a functional interface of doubles, or null if it is none. */
    static Target.@Nullable Rule rule(InvokeKind kind, MethodRef method) {
        Known known = KNOWN.get(method.owner());
        boolean calls = kind == InvokeKind.INTERFACE && known != null && method.name().equals(APPLY);
        if (!calls || !method.descriptor().equals("(" + "D".repeat(known.arity) + ")D")) {
            return null;
        }
        List<Target.@Nullable Partial> partials = new ArrayList<>();
        partials.add(null);
        for (int i = 0; i < known.arity; i++) {
            partials.add(new Target.Partial(known.arity == 1 ? derivative() : stored(known, i), false));
        }
        return new Target.Rule(partials);
    }

    /** {@code DynamicCalls.derivative(f).applyAsDouble(x)}. */
    private static Function derivative() {
        FunctionBuilder out = new FunctionBuilder("fluxion.derivative", List.of(PrimitiveType.F64));
        Variable f = out.variable(UNARY, "f");
        Variable x = out.variable(PrimitiveType.F64, "x");
        Variable result = out.variable(PrimitiveType.F64, "y");
        out.begin(out.label("entry"), List.of(f, x, result));
        String descriptor = "(" + UNARY.descriptor() + ")" + UNARY.descriptor();
        MethodRef find = new MethodRef(ClassData.DYNAMIC_CALLS, "derivative", descriptor, false);
        Variable derivative = out.add(new Op.Invoke(InvokeKind.VIRTUAL, find, List.of(ClassData.dynamicCalls(), f)));
        MethodRef apply = new MethodRef(UNARY.internalName(), APPLY, "(D)D", true);
        Variable partial = out.add(new Op.Invoke(InvokeKind.INTERFACE, apply, List.of(derivative, x)));
        out.end(new Terminator.Return(List.of(partial)));
        return out.build();
    }

    /** {@code DynamicCalls.call(f, x, y, out)}, then {@code out[i]}. */
    private static Function stored(Known known, int index) {
        FunctionBuilder out = new FunctionBuilder("fluxion.partial" + index, List.of(PrimitiveType.F64));
        List<Variable> parameters = new ArrayList<>();
        parameters.add(out.variable(known.type, "f"));
        for (int i = 0; i <= known.arity; i++) {
            parameters.add(out.variable(PrimitiveType.F64, i == known.arity ? "y" : "x" + i));
        }
        out.begin(out.label("entry"), parameters);
        Variable partials = out.add(new Op.NewArray(DOUBLES, List.of(Constant.of(known.arity))));
        List<Value> arguments = new ArrayList<>();
        arguments.add(ClassData.dynamicCalls());
        arguments.addAll(parameters.subList(0, known.arity + 1));
        arguments.add(partials);
        out.effect(new Op.Invoke(InvokeKind.VIRTUAL, call(known), arguments));
        Variable partial = out.add(new Op.ArrayLoad(PrimitiveType.F64, partials, Constant.of(index)));
        out.end(new Terminator.Return(List.of(partial)));
        return out.build();
    }

    private static MethodRef call(Known known) {
        StringBuilder descriptor = new StringBuilder("(").append(known.type.descriptor());
        for (int i = 0; i < known.arity; i++) {
            descriptor.append('D');
        }
        Type result = PrimitiveType.F64;
        descriptor.append(DOUBLES.descriptor()).append(')').append(result.descriptor());
        return new MethodRef(ClassData.DYNAMIC_CALLS, "call", descriptor.toString(), false);
    }
}
