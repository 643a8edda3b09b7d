package dev.fluxion.transform.pipeline;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Replaces derivatives that the code takes itself by calls of functions made for them. What a function has captured is
 * a constant for its own derivative, but not for the derivative around it.
 *
 * <pre>
 *     %f = make_closure ... lambda$0(DD)D (%x)                  %v, %d = call @lambda$0$gradient$01(%x, 1.0)
 *     %d = invoke static Fluxion.gradient (%f, 1.0)      =&gt;
 *
 *     %h = invoke static Fluxion.hessian (%f, %x)        =&gt;     %h = invoke static InnerHessians.hessian (%f, %x)
 * </pre>
 *
 * <p>Lambdas that nothing else uses are not made any more.
 */
final class NestedDerivatives implements Pass {
    private final Library library;
    private final DerivedFunctions derived;

    NestedDerivatives(MethodSource methods, Library library) {
        this.library = library;
        this.derived = new DerivedFunctions(methods, library);
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
                    if (!(statement.op() instanceof Op.Invoke invoke) || !replace(statement, invoke, statements)) {
                        statements.add(statement);
                    }
                }
                draft.put(block.withStatements(statements));
            }
            return new UnusedFunctions().apply(draft.build());
        }

        /** Adds what stands for a statement; returns false if it stays. */
        private boolean replace(Statement statement, Op.Invoke invoke, List<Statement> into) {
            Facade.Request request = Facade.request(invoke);
            List<Value> arguments = invoke.arguments();
            switch (request) {
                case null -> {
                    return component(statement, invoke);
                }
                case IS_DIFFERENTIATING -> draft.replace(statement.result(), Constant.of(1));
                case GRADIENT -> {
                    List<Variable> results = gradient(invoke, statement, into);
                    draft.replace(statement.result(), results.get(1));
                }
                case GRADIENTS -> {
                    List<Variable> results = gradient(invoke, statement, into);
                    List<Value> parts = List.copyOf(results.subList(1, results.size()));
                    components.put(statement.result(), parts);
                    if (isUsedOtherwise(statement.result())) {
                        make(statement, "D".repeat(parts.size()), parts, into);
                    }
                }
                case VALUE_AND_GRADIENT -> {
                    List<Variable> results = gradient(invoke, statement, into);
                    Variable boxed = draft.newVariable(Facade.DOUBLE, "");
                    MethodRef box =
                            new MethodRef(Facade.DOUBLE.internalName(), "valueOf", "(D)Ljava/lang/Double;", false);
                    Op boxing = new Op.Invoke(InvokeKind.STATIC, box, List.of(results.get(1)));
                    into.add(new Statement(List.of(boxed), boxing, statement.position()));
                    make(statement, "DLjava/lang/Object;", List.of(results.getFirst(), boxed), into);
                }
                case VALUE_AND_GRADIENTS -> {
                    List<Variable> results = gradient(invoke, statement, into);
                    List<Value> parts = List.copyOf(results.subList(1, results.size()));
                    ClassType type = new ClassType("dev/fluxion/Gradients" + parts.size());
                    Variable gradients = draft.newVariable(type, "");
                    make(gradients, type, "D".repeat(parts.size()), parts, statement.position(), into);
                    make(statement, "DLjava/lang/Object;", List.of(results.getFirst(), gradients), into);
                }
                case ARRAY_GRADIENT -> arrayGradient(invoke, statement.result(), statement, into);
                case VALUE_AND_ARRAY_GRADIENT -> {
                    Variable gradient = draft.newVariable(arguments.getLast().type(), "");
                    Variable value = arrayGradient(invoke, gradient, statement, into).getFirst();
                    make(statement, "DLjava/lang/Object;", List.of(value, gradient), into);
                }
                case TANGENT -> {
                    KnownFunction known = known(invoke);
                    List<Value> both = List.of(arguments.get(1), arguments.get(2));
                    AliasedArguments.Variants variants =
                            merged -> derived.tangent(merged(known, merged), statement.position());
                    Function tangent =
                            either(known, arguments.get(1), derived.tangent(known, statement.position()), variants);
                    List<Variable> results = call(tangent, known.with(both), statement, into);
                    String objects = "Ljava/lang/Object;Ljava/lang/Object;";
                    make(statement, objects, List.copyOf(results), into);
                }
                case TWIN -> {
                    Op twin = new Op.Invoke(InvokeKind.STATIC, Facade.twin(invoke.method()), arguments);
                    into.add(new Statement(statement.results(), twin, statement.position()));
                }
            }
            return true;
        }

        private KnownFunction known(Op.Invoke invoke) {
            Value function = invoke.arguments().getFirst();
            return KnownFunction.of(function, Facade.function(invoke.method()), definitions, library);
        }

        /** Calls the gradient function. */
        private List<Variable> gradient(Op.Invoke invoke, Statement statement, List<Statement> into) {
            KnownFunction known = known(invoke);
            List<Value> arguments = invoke.arguments().subList(1, invoke.arguments().size());
            return call(derived.gradient(known, statement.position()), known.with(arguments), statement, into);
        }

        /** Makes the array, and calls the gradient function. */
        private List<Variable> arrayGradient(
                Op.Invoke invoke, Variable gradient, Statement statement, List<Statement> into) {
            KnownFunction known = known(invoke);
            Value array = invoke.arguments().get(1);
            Variable length = draft.newVariable(PrimitiveType.I32, "");
            Op make = new Op.NewArray((ArrayType) gradient.type(), List.of(length));
            into.add(new Statement(List.of(length), new Op.ArrayLength(array), statement.position()));
            into.add(new Statement(List.of(gradient), make, statement.position()));
            AliasedArguments.Variants variants =
                    merged -> derived.gradient(merged(known, merged), statement.position());
            Function function = either(known, array, derived.gradient(known, statement.position()), variants);
            return call(function, known.with(List.of(array, gradient)), statement, into);
        }

        /** What is captured may be the argument too. */
        private Function either(KnownFunction known, Value array, Function plain, AliasedArguments.Variants variants) {
            List<Boolean> aliased = AliasedArguments.among(known.captured(), array, draft.original());
            if (!aliased.contains(true)) {
                return plain;
            }
            Function either =
                    AliasedArguments.either(
                            plain, aliased, merged -> merged.contains(true) ? variants.derived(merged) : plain);
            library.put(either);
            return either;
        }

        private KnownFunction merged(KnownFunction known, List<Boolean> merged) {
            return AliasedArguments.merged(library.function(known.function()), merged, known.captured(), library);
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

        /** Makes the record that the statement gives. */
        private void make(Statement statement, String types, List<Value> parts, List<Statement> into) {
            ClassType type = (ClassType) ((Op.Invoke) statement.op()).method().returnType();
            make(statement.result(), type, types, parts, statement.position(), into);
        }

        private void make(
                Variable made,
                ClassType type,
                String types,
                List<Value> parts,
                Position position,
                List<Statement> into) {
            MethodRef constructor = new MethodRef(type.internalName(), "<init>", "(" + types + ")V", false);
            into.add(new Statement(List.of(made), new Op.New(constructor, parts), position));
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
    }
}
