package dev.fluxion.transform.pipeline;

import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Library;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A functional object whose code is known: a lambda made in the same function, or the derivative of one.
 *
 * @param function the name of its code in the library; it takes the captured values, then the arguments
 * @param captured the captured values
 */
record KnownFunction(String function, List<Value> captured) {

    /** Copies the values in. */
    KnownFunction {
        captured = List.copyOf(captured);
    }

    /** Returns captured values and arguments. */
    List<Value> with(List<Value> arguments) {
        List<Value> all = new ArrayList<>(captured);
        all.addAll(arguments);
        return all;
    }

    /** Puts a function into the library that calls the implementation of a lambda or method reference. */
    static @Nullable KnownFunction of(Op.MakeClosure closure, Library library) {
        HandleRef handle = closure.implementation();
        InvokeKind kind =
                switch (handle.tag()) {
                    case 5 -> InvokeKind.VIRTUAL;
                    case 6 -> InvokeKind.STATIC;
                    case 7 -> InvokeKind.SPECIAL;
                    case 9 -> InvokeKind.INTERFACE;
                    default -> null;
                };
        if (kind == null || handle.method().isVoid()) {
            return null;
        }
        String name = "lambda:" + handle.method() + closure.captured().size();
        if (!library.has(name)) {
            FunctionBuilder out = new FunctionBuilder(name, handle.method().resultTypes());
            List<Variable> parameters = new ArrayList<>();
            for (Value captured : closure.captured()) {
                parameters.add(out.variable(captured.type(), ""));
            }
            List<Type> declared = handle.method().parameterTypes();
            int own = declared.size() + (kind == InvokeKind.STATIC ? 0 : 1) - closure.captured().size();
            for (Type type : declared.subList(declared.size() - own, declared.size())) {
                parameters.add(out.variable(type.computational(), ""));
            }
            out.begin(out.label("entry"), parameters);
            out.end(
                    new Terminator.Return(
                            List.of(out.add(new Op.Invoke(kind, handle.method(), List.copyOf(parameters))))));
            library.put(out.build());
        }
        return new KnownFunction(name, closure.captured());
    }
}
