package dev.fluxion.transform.pipeline;

import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Library;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A functional object as a function of what it has captured and of its arguments. A lambda that the code makes itself
 * is made again in that function, with the lambdas that it has captured in turn, so that their code is known there. Any
 * other object is what has been captured, and its class chooses what runs.
 *
 * @param function the name of the function in the library; it takes the captured values, then the arguments
 * @param captured the captured values
 */
record KnownFunction(String function, List<Value> captured) {

    /** Objects of these classes are functions around functions, which hold nothing else. */
    private static final String AROUND = "dev/fluxion/runtime/inner/";

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

    /**
     * Puts a function into the library that calls a functional object.
     *
     * @param object the object
     * @param method the method of its interface
     */
    static KnownFunction of(Value object, MethodRef method, Definitions definitions, Library library) {
        Making making = new Making(definitions);
        String name = "of:" + making.name(object) + "." + method.name() + method.descriptor();
        if (!library.has(name)) {
            library.put(making.function(name, object, method));
        }
        return new KnownFunction(name, making.leaves(object));
    }

    /** How an object is made again from what it has captured. */
    private record Making(Definitions definitions) {

        private @Nullable Op made(Value object) {
            Op op = object instanceof Variable variable ? definitions.op(variable) : null;
            return switch (op) {
                case Op.CheckCast cast -> made(cast.object());
                case Op.MakeClosure closure -> closure;
                case Op.New around when around.constructor().owner().startsWith(AROUND) -> around;
                case null, default -> null;
            };
        }

        String name(Value object) {
            Op op = made(object);
            if (op == null) {
                return object.type().toString();
            }
            StringBuilder name = new StringBuilder();
            name.append(
                    op instanceof Op.MakeClosure closure
                            ? "lambda:" + closure.implementation().method()
                            : "new:" + ((Op.New) op).constructor());
            for (Value captured : op.operands()) {
                name.append('(').append(made(captured) == null ? "" : name(captured)).append(')');
            }
            return name.toString();
        }

        List<Value> leaves(Value object) {
            Op op = made(object);
            if (op == null) {
                return List.of(object);
            }
            List<Value> leaves = new ArrayList<>();
            for (Value captured : op.operands()) {
                leaves.addAll(leaves(captured));
            }
            return leaves;
        }

        dev.fluxion.ir.Function function(String name, Value object, MethodRef method) {
            FunctionBuilder out = new FunctionBuilder(name, method.resultTypes());
            List<Variable> parameters = new ArrayList<>();
            for (Value leaf : leaves(object)) {
                parameters.add(out.variable(leaf.type(), ""));
            }
            List<Value> arguments = new ArrayList<>();
            List<Value> given = new ArrayList<>(parameters);
            for (Type type : method.parameterTypes()) {
                Variable argument = out.variable(type.computational(), "");
                parameters.add(argument);
                arguments.add(argument);
            }
            out.begin(out.label("entry"), parameters);
            out.end(new Terminator.Return(List.of(out.add(call(object, given, arguments, method, out)))));
            return out.build();
        }

        /** Calls the code of a lambda at once where it has the types of the method. */
        private Op call(Value object, List<Value> given, List<Value> arguments, MethodRef method, FunctionBuilder out) {
            if (made(object) instanceof Op.MakeClosure closure) {
                HandleRef handle = closure.implementation();
                InvokeKind kind =
                        switch (handle.tag()) {
                            case 5 -> InvokeKind.VIRTUAL;
                            case 6 -> InvokeKind.STATIC;
                            case 7 -> InvokeKind.SPECIAL;
                            case 9 -> InvokeKind.INTERFACE;
                            default -> null;
                        };
                List<Type> taken = new ArrayList<>(handle.method().parameterTypes());
                int own = closure.captured().size() - (handle.tag() == 6 ? 0 : 1);
                if (kind != null
                        && own >= 0
                        && taken.subList(own, taken.size()).equals(method.parameterTypes())
                        && handle.method().resultTypes().equals(method.resultTypes())) {
                    List<Value> all = operands(closure, given, out);
                    all.addAll(arguments);
                    return new Op.Invoke(kind, handle.method(), all);
                }
            }
            List<Value> all = new ArrayList<>(List.of(again(object, given, out)));
            all.addAll(arguments);
            return new Op.Invoke(InvokeKind.INTERFACE, method, all);
        }

        private Value again(Value object, List<Value> given, FunctionBuilder out) {
            return switch (made(object)) {
                case Op.MakeClosure lambda ->
                        out.add(
                                new Op.MakeClosure(
                                        lambda.type(),
                                        lambda.name(),
                                        lambda.implementation(),
                                        operands(lambda, given, out),
                                        lambda.site()));
                case Op.New around -> out.add(new Op.New(around.constructor(), operands(around, given, out)));
                case null, default -> given.removeFirst();
            };
        }

        private List<Value> operands(Op op, List<Value> given, FunctionBuilder out) {
            List<Value> operands = new ArrayList<>();
            for (Value captured : op.operands()) {
                operands.add(again(captured, given, out));
            }
            return operands;
        }
    }
}
