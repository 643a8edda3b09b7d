package dev.fluxion.transform.pipeline;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Pass;
import dev.fluxion.transform.adjoint.ReverseMode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Replaces derivatives that the code takes itself, of lambdas that it makes itself, by calls of functions made for
 * them. What a lambda has captured is a constant for its own derivative, but not for the derivative around it.
 *
 * <pre>
 *     %f = make_closure ... lambda$0(DD)D (%x)                  %v, %d = call @lambda$0$gradient$01(%x, 1.0)
 *     %g = invoke static Fluxion.derivative (%f)         =&gt;
 *     %d = invoke interface DoubleFn.applyAsDouble (%g, 1.0)
 * </pre>
 *
 * <p>Lambdas and derivatives that nothing else uses are not made any more.
 */
final class NestedDerivatives implements Pass {
    private final MethodSource methods;
    private final Pass preparation;
    private final Library library;

    NestedDerivatives(MethodSource methods, Pass preparation, Library library) {
        this.methods = methods;
        this.preparation = preparation;
        this.library = library;
    }

    @Override
    public String name() {
        return "nested-derivatives";
    }

    @Override
    public Function apply(Function function) {
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (Facade.request(statement.op()) != null) {
                    return new Work(function).run();
                }
            }
        }
        return function;
    }

    private final class Work {
        private final Draft draft;
        private final Definitions definitions;
        private final Map<Variable, List<Value>> components = new HashMap<>();

        Work(Function function) {
            draft = new Draft(function);
            definitions = Definitions.of(function);
        }

        Function run() {
            for (Block block : draft.blocks()) {
                List<Statement> statements = new ArrayList<>();
                for (Statement statement : block.statements()) {
                    if (!replace(statement, statements)) {
                        statements.add(statement);
                    }
                }
                draft.put(block.withStatements(statements));
            }
            return new UnusedFunctions().apply(draft.build());
        }

        /** Adds what stands for a statement; returns false if it stays. */
        private boolean replace(Statement statement, List<Statement> into) {
            Op op = statement.op();
            Facade.Request request = Facade.request(op);
            if (request == null) {
                return op instanceof Op.Invoke invoke
                        && (component(statement, invoke) || call(statement, invoke, into));
            }
            if (request == Facade.Request.IS_DIFFERENTIATING) {
                draft.replace(statement.result(), Constant.of(1));
                return true;
            }
            KnownFunction known = known(op.operands().getFirst());
            if (known == null) {
                return false;
            }
            List<Value> arguments = op.operands().subList(1, op.operands().size());
            return switch (request) {
                case IS_DIFFERENTIATING, DERIVATIVE -> false;
                case GRADIENT -> {
                    List<Variable> results = gradient(known, arguments, statement, into);
                    draft.replace(statement.result(), results.get(1));
                    yield true;
                }
                case GRADIENTS -> {
                    List<Variable> results = gradient(known, arguments, statement, into);
                    List<Value> parts = List.copyOf(results.subList(1, results.size()));
                    components.put(statement.result(), parts);
                    String owner = ((Op.Invoke) op).method().returnType().descriptor();
                    MethodRef make =
                            new MethodRef(
                                    owner.substring(1, owner.length() - 1),
                                    "<init>",
                                    "(" + "D".repeat(parts.size()) + ")V",
                                    false);
                    if (isUsedOtherwise(statement.result())) {
                        into.add(new Statement(statement.results(), new Op.New(make, parts), statement.position()));
                    }
                    yield true;
                }
                case ARRAY_GRADIENT -> {
                    Value array = arguments.getFirst();
                    Variable length = draft.newVariable(dev.fluxion.ir.type.PrimitiveType.I32, "");
                    into.add(new Statement(List.of(length), new Op.ArrayLength(array), statement.position()));
                    into.add(
                            new Statement(
                                    statement.results(),
                                    new Op.NewArray((ArrayType) statement.result().type(), List.of(length)),
                                    statement.position()));
                    Function gradient = arrayGradientOf(known, array, draft.original());
                    call(gradient, known.with(List.of(array, statement.result())), statement, into);
                    yield true;
                }
            };
        }

        /** Calls the gradient function. */
        private List<Variable> gradient(
                KnownFunction known, List<Value> arguments, Statement statement, List<Statement> into) {
            return call(gradientOf(known), known.with(arguments), statement, into);
        }

        private List<Variable> call(
                Function function, List<Value> arguments, Statement statement, List<Statement> into) {
            List<Variable> results = new ArrayList<>();
            for (Type type : function.resultTypes()) {
                results.add(draft.newVariable(type, ""));
            }
            into.add(new Statement(results, new Op.Call(function.name(), arguments), statement.position()));
            return results;
        }

        /** {@code gradients.first()} is the first component. */
        private boolean component(Statement statement, Op.Invoke invoke) {
            List<Value> parts =
                    invoke.kind() == InvokeKind.STATIC || !(invoke.arguments().getFirst() instanceof Variable gradients)
                            ? null
                            : components.get(gradients);
            int index = List.of("first", "second", "third", "fourth").indexOf(invoke.method().name());
            if (parts == null || index < 0 || index >= parts.size()) {
                return false;
            }
            draft.replace(statement.result(), parts.get(index));
            return true;
        }

        private boolean isUsedOtherwise(Variable gradients) {
            for (Block block : draft.original().blocks()) {
                if (block.terminator().operands().contains(gradients)) {
                    return true;
                }
                for (Statement statement : block.statements()) {
                    boolean reads =
                            statement.op() instanceof Op.Invoke invoke
                                    && List.of("first", "second", "third", "fourth").contains(invoke.method().name());
                    if (!reads && statement.op().operands().contains(gradients)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** A call of a derivative that is known becomes a call of its function. */
        private boolean call(Statement statement, Op.Invoke invoke, List<Statement> into) {
            if (invoke.kind() == InvokeKind.STATIC
                    || !invoke.method().name().equals("applyAsDouble")
                    || !isDerivative(invoke.arguments().getFirst())) {
                return false;
            }
            KnownFunction known = known(invoke.arguments().getFirst());
            if (known == null) {
                return false;
            }
            List<Value> arguments = invoke.arguments().subList(1, invoke.arguments().size());
            into.add(
                    new Statement(
                            statement.results(),
                            new Op.Call(known.function(), known.with(arguments)),
                            statement.position()));
            return true;
        }

        private boolean isDerivative(Value value) {
            return origin(value) instanceof Op.Invoke;
        }

        private @Nullable Op origin(Value value) {
            Op op = value instanceof Variable variable ? definitions.op(variable) : null;
            return op instanceof Op.CheckCast cast ? origin(cast.object()) : op;
        }

        private @Nullable KnownFunction known(Value value) {
            Op op = origin(value);
            if (op instanceof Op.MakeClosure closure) {
                return KnownFunction.of(closure, library);
            }
            if (op != null && Facade.request(op) == Facade.Request.DERIVATIVE) {
                KnownFunction inner = known(op.operands().getFirst());
                return inner == null ? null : new KnownFunction(derivativeOf(inner), inner.captured());
            }
            return null;
        }
    }

    /** What is captured may be the argument too. */
    private Function arrayGradientOf(KnownFunction known, Value array, Function around) {
        List<Boolean> aliased = AliasedArguments.among(known.captured(), array, around);
        Function plain = gradientOf(known);
        if (!aliased.contains(true)) {
            return plain;
        }
        Function primal = library.function(known.function());
        Function either =
                AliasedArguments.either(
                        plain,
                        aliased,
                        merged ->
                                merged.contains(true)
                                        ? gradientOf(AliasedArguments.merged(primal, merged, known.captured(), library))
                                        : plain);
        library.put(either);
        return either;
    }

    private Function gradientOf(KnownFunction known) {
        Function primal = library.function(known.function());
        List<Boolean> active = new ArrayList<>();
        for (int i = 0; i < primal.parameters().size(); i++) {
            active.add(i >= known.captured().size());
        }
        Function gradient = new ReverseMode(methods, preparation, library).gradient(primal, active).standalone();
        library.put(gradient);
        return gradient;
    }

    /** Puts a function into the library that gives only the derivative; returns its name. */
    private String derivativeOf(KnownFunction known) {
        Function gradient = gradientOf(known);
        String name = known.function() + "'" + known.captured().size();
        if (!library.has(name)) {
            FunctionBuilder out = new FunctionBuilder(name, gradient.resultTypes().subList(1, 2));
            List<Variable> parameters = new ArrayList<>();
            for (Variable parameter : gradient.parameters()) {
                parameters.add(out.variable(parameter.type(), parameter.name()));
            }
            out.begin(out.label("entry"), parameters);
            List<Variable> results =
                    out.call(new Op.Call(gradient.name(), List.copyOf(parameters)), gradient.resultTypes());
            out.end(new Terminator.Return(List.of(results.get(1))));
            library.put(out.build());
        }
        return name;
    }
}
