package dev.fluxion.transform.pipeline;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.MethodSource.Mode;
import dev.fluxion.transform.adjoint.ReverseMode;
import dev.fluxion.transform.shadow.ShadowCalls;
import dev.fluxion.transform.tangent.ForwardMode;

import java.util.ArrayList;
import java.util.List;

/**
 * Derivatives of functions in their last arguments, made once for each function. What the first arguments are, those
 * that a lambda has captured, is constant for them.
 *
 * @param methods what calls stand for
 * @param library the functions, which takes the derivatives
 */
record DerivedFunctions(MethodSource methods, Library library) {

    private static final ArrayType DOUBLES = new ArrayType(PrimitiveType.F64);

    /** Returns value and gradient. */
    Function gradient(KnownFunction of, Position position) {
        String key = "gradient " + of.captured().size() + " " + of.function();
        String known = library.derived(key);
        if (known != null) {
            return library.function(known);
        }
        MethodSource reverse = methods.in(Mode.REVERSE);
        Function primal = begin(of, position);
        Function gradient =
                new ReverseMode(reverse, Stages.preparation(reverse, library), library)
                        .gradient(primal, active(primal, of))
                        .standalone();
        library.putDerived(key, gradient);
        library.endDeriving(of.function());
        return gradient;
    }

    /** Returns value and tangent of a function between arrays of doubles; it takes the direction last. */
    Function tangent(KnownFunction of, Position position) {
        String key = "tangent " + of.captured().size() + " " + of.function();
        String known = library.derived(key);
        if (known != null) {
            return library.function(known);
        }
        MethodSource forward = methods.in(Mode.FORWARD);
        Function primal = begin(of, position);
        ForwardMode.Result result =
                new ForwardMode(forward, Stages.preparation(forward, library), library, 1)
                        .tangent(primal, active(primal, of));
        library.put(result.tangent());
        Function tangent = withTangent(result);
        library.putDerived(key, tangent);
        library.endDeriving(of.function());
        return tangent;
    }

    /** A function that takes its own derivative takes, by that, those of all orders. */
    private Function begin(KnownFunction of, Position position) {
        if (!library.beginDeriving(of.function())) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.DYNAMIC_CALL,
                            "cannot take the derivative of a function that takes its own derivative",
                            position,
                            "each order of it needs the next one, and how many there are is known only when it runs",
                            "a loop or recursion that takes no derivatives, inside of the one that is taken"));
        }
        return library.function(of.function());
    }

    private static List<Boolean> active(Function primal, KnownFunction of) {
        List<Boolean> active = new ArrayList<>();
        for (int i = 0; i < primal.parameters().size(); i++) {
            active.add(i >= of.captured().size());
        }
        return active;
    }

    /** The tangents of what is given back are found in the table of shadows. */
    private static Function withTangent(ForwardMode.Result result) {
        Function inner = result.tangent();
        FunctionBuilder out = new FunctionBuilder(inner.name() + "$found", List.of(DOUBLES, DOUBLES));
        List<Variable> parameters = new ArrayList<>();
        int taken = inner.parameters().size() - (result.usesShadows() ? 1 : 0);
        for (Variable parameter : inner.parameters().subList(0, taken)) {
            parameters.add(out.variable(parameter.type(), parameter.name()));
        }
        out.at(inner.entry().position());
        out.begin(out.label("entry"), parameters);
        List<Value> arguments = new ArrayList<>(parameters);
        if (result.usesShadows()) {
            arguments.add(out.add(ShadowCalls.create(1)));
        }
        List<Type> types = inner.resultTypes();
        Value value = out.call(new Op.Call(inner.name(), arguments), types).getFirst();
        Value shadow =
                result.usesShadows()
                        ? out.add(ShadowCalls.find(arguments.getLast(), value))
                        : new Constant.NullConstant();
        MethodRef found = new MethodRef(Facade.TANGENTS, "found", "([D[D)[D", false);
        Value tangent = out.add(new Op.Invoke(InvokeKind.STATIC, found, List.of(value, shadow)));
        out.end(new Terminator.Return(List.of(value, tangent)));
        return out.build();
    }
}
