package dev.fluxion.engine.code;

import dev.fluxion.engine.access.ClassData;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.transform.Target;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * Calls of functional objects that are known only when the code runs, such as one fetched from a map: they are linked
 * then, by {@link dev.fluxion.runtime.DynamicCalls}.
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

    private static final MethodRef CALL_UNARY = call(new Known(UNARY, 1));
    private static final Function EXPANDED = expanded();

    private FunctionalObjects() {}

    private record Known(ClassType type, int arity) {}

    /** Returns what a call through a functional interface of doubles is, or null if it is none. */
    static @Nullable Target target(InvokeKind kind, MethodRef method) {
        if (kind == InvokeKind.VIRTUAL && method.owner().equals(ClassData.DYNAMIC_CALLS)) {
            return method.equals(CALL_UNARY)
                    ? new Target.Body(EXPANDED)
                    : new Target.Refused(CodeDiagnostics.higherDerivativeOfObject(method));
        }
        Known known = KNOWN.get(method.owner());
        if (known == null || kind != InvokeKind.INTERFACE || !method.name().equals(APPLY)) {
            return null;
        }
        if (!method.descriptor().equals("(" + "D".repeat(known.arity) + ")D")) {
            return null;
        }
        return new Target.Dynamic(ClassData.dynamicCalls(), call(known));
    }

    /** {@code double call(F f, double..., double[] partials)}. */
    private static MethodRef call(Known known) {
        String descriptor = "(" + known.type.descriptor() + "D".repeat(known.arity) + DOUBLES.descriptor() + ")D";
        return new MethodRef(ClassData.DYNAMIC_CALLS, "call", descriptor, false);
    }

    /**
     * What a linked call does, in terms that can be differentiated again: both calls are linked in their turn.
     *
     * <pre>
     *   call(f, x, out) {
     *       out[0] = derivative(f).applyAsDouble(x);
     *       return f.applyAsDouble(x);
     *   }
     * </pre>
     */
    private static Function expanded() {
        FunctionBuilder out = new FunctionBuilder(CALL_UNARY.toString(), List.of(PrimitiveType.F64));
        Variable linker = out.variable(new ClassType(ClassData.DYNAMIC_CALLS), "linker");
        Variable f = out.variable(UNARY, "f");
        Variable x = out.variable(PrimitiveType.F64, "x");
        Variable partials = out.variable(DOUBLES, "partials");
        out.begin(out.label("entry"), List.of(linker, f, x, partials));
        MethodRef apply = new MethodRef(UNARY.internalName(), APPLY, "(D)D", true);
        Variable value = out.add(new Op.Invoke(InvokeKind.INTERFACE, apply, List.of(f, x)));
        String descriptor = "(" + UNARY.descriptor() + ")" + UNARY.descriptor();
        MethodRef find = new MethodRef(ClassData.DYNAMIC_CALLS, "derivative", descriptor, false);
        Variable derivative = out.add(new Op.Invoke(InvokeKind.VIRTUAL, find, List.of(linker, f)));
        Variable slope = out.add(new Op.Invoke(InvokeKind.INTERFACE, apply, List.of(derivative, x)));
        out.effect(new Op.ArrayStore(PrimitiveType.F64, partials, Constant.of(0), slope));
        out.end(new Terminator.Return(List.of(value)));
        return out.build();
    }
}
