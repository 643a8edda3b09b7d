package dev.fluxion.transform.dispatch;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.List;

/**
 * Calls of methods that the receiver's class chooses, as functions that give their exception back as a last result.
 *
 * <pre>
 *     func @chosen:Shape.area(%shape, %x: f64) -&gt; f64, Throwable
 *         receiver null:  ret 0.0, new NullPointerException
 *         else:           %thrown = new Object[1];  %y = the site's call (%shape, %x, %thrown);  ret %y, %thrown[0]
 * </pre>
 *
 * <p>Differentiated, the site is the one of a derivative that keeps what it has remembered when its primal throws.
 */
public final class CaughtSites {

    private static final MethodRef NULL_POINTER =
            new MethodRef("java/lang/NullPointerException", "<init>", "()V", false);

    private CaughtSites() {}

    /** Returns the function for a call. */
    public static Function of(DynamicSite site, Position where) {
        MethodRef method = site.method();
        List<Type> types = new ArrayList<>();
        for (Type type : method.resultTypes()) {
            types.add(type.computational());
        }
        types.add(ClassType.THROWABLE);
        FunctionBuilder out = new FunctionBuilder("chosen" + site.level() + ":" + method + "@" + where, types);
        out.at(where);
        Variable receiver = out.variable(ClassType.OBJECT, "receiver");
        List<Variable> parameters = new ArrayList<>(List.of(receiver));
        for (Type type : method.parameterTypes()) {
            parameters.add(out.variable(type.computational(), ""));
        }
        out.begin(out.label("entry"), parameters);
        Value isNull = out.add(new Op.Compare(CompareKind.EQ, receiver, new Constant.NullConstant()));
        Label none = out.label("none");
        Label given = out.label("given");
        out.end(new Terminator.Branch(isNull, new Successor(none, List.of()), new Successor(given, List.of())));

        out.begin(none, List.of());
        List<Value> results = new ArrayList<>();
        for (Type type : types.subList(0, types.size() - 1)) {
            results.add(Constant.zero(type));
        }
        results.add(out.add(new Op.New(NULL_POINTER, List.of())));
        out.end(new Terminator.Return(results));

        out.begin(given, List.of());
        out.end(new Terminator.Return(called(site, parameters, where, out)));
        return out.build();
    }

    private static List<Value> called(
            DynamicSite site, List<Variable> parameters, Position where, FunctionBuilder out) {
        ArrayType objects = new ArrayType(ClassType.OBJECT);
        Value thrown = out.add(new Op.NewArray(objects, List.of(Constant.of(1))));
        List<Value> arguments = new ArrayList<>(parameters);
        arguments.add(thrown);
        Op call = site.caught().call(arguments, where);
        List<Value> results = new ArrayList<>();
        if (site.method().isVoid()) {
            out.effect(call);
        } else {
            Value result = out.add(call);
            results.add(
                    site.method().returnType() instanceof ReferenceType type
                            ? out.add(new Op.CheckCast(type, result))
                            : result);
        }
        Value exception = out.add(new Op.ArrayLoad(ClassType.OBJECT, thrown, Constant.of(0)));
        results.add(out.add(new Op.CheckCast(ClassType.THROWABLE, exception)));
        return results;
    }
}
