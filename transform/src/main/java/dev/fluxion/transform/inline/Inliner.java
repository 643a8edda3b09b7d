package dev.fluxion.transform.inline;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.ResultTypes;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Pass;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.normalize.Layout;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Replaces calls by the code that they run.
 *
 * <pre>
 *     func @f(%x: f64) -&gt; f64 {                                   func @f(%x: f64) -&gt; f64 {
 *     ^entry:                                                     ^entry:
 *         %y = invoke static A.square(D)D (%x)            =&gt;          br ^1
 *         ret %y                                                  ^1:
 *     }                                                               %s = mul %x, %x
 *                                                                     br ^2(%s)
 *                                                                 ^2(%y): ret %y
 * </pre>
 *
 * <p>Inlined are functions of the program and methods whose {@link Target} is a body, as far as {@link InlinePolicy}
 * admits them, but never one into itself. A call through an interface on a lambda or method reference that is made in
 * the same function becomes a call of its implementation first. What remains is cleaned up by simplification.
 */
public final class Inliner implements Pass {

    private static final MethodRef REQUIRE_NON_NULL =
            new MethodRef("java/util/Objects", "requireNonNull", "(Ljava/lang/Object;)Ljava/lang/Object;", false);

    private final MethodSource methods;
    private final Program program;
    private final InlinePolicy policy;

    /**
     * Makes an inliner.
     *
     * @param methods says which methods have bodies that may be inlined
     * @param program the functions that {@link Op.Call} names
     * @param policy how much is inlined
     */
    public Inliner(MethodSource methods, Program program, InlinePolicy policy) {
        this.methods = methods;
        this.program = program;
        this.policy = policy;
    }

    @Override
    public String name() {
        return "inline";
    }

    @Override
    public Function apply(Function function) {
        return new Work(function).run();
    }

    /** The functions whose code a piece of code is part of, innermost first. */
    private record Chain(String function, @Nullable Chain outer) {
        boolean contains(String name) {
            for (Chain chain = this; chain != null; chain = chain.outer) {
                if (chain.function.equals(name)) {
                    return true;
                }
            }
            return false;
        }
    }

    private record Pending(Label block, Chain chain) {}

    private final class Work {

        private final Draft draft;
        private final Closures closures = new Closures();
        private final Deque<Pending> pending = new ArrayDeque<>();
        private int size;

        Work(Function function) {
            draft = new Draft(function);
            size = InlinePolicy.size(function);
            Chain chain = new Chain(function.name(), null);
            for (Block block : function.blocks()) {
                closures.note(block);
                pending.add(new Pending(block.label(), chain));
            }
        }

        Function run() {
            while (!pending.isEmpty()) {
                Pending next = pending.pop();
                Block block = draft.block(next.block);
                for (int i = 0; i < block.statements().size(); i++) {
                    block = resolve(block, i);
                    if (inline(block, i, next.chain)) {
                        break;
                    }
                }
            }
            return draft.isChanged() ? new Layout().apply(draft.build()) : draft.original();
        }

        /** Lets a call on a known closure name the closure's implementation; casts are put before it. */
        private Block resolve(Block block, int index) {
            Statement statement = block.statements().get(index);
            if (!(statement.op() instanceof Op.Invoke invoke)
                    || invoke.kind() == InvokeKind.STATIC
                    || invoke.arguments().isEmpty()) {
                return block;
            }
            Op.MakeClosure closure = closures.closure(invoke.arguments().getFirst());
            ClosureCall call =
                    closure == null
                            ? null
                            : ClosureCall.of(
                                    closure.implementation(),
                                    closure.site(),
                                    invoke.method().name(),
                                    invoke.method().descriptor());
            if (closure == null || call == null || !isReachable(call)) {
                return block;
            }
            String type = new MethodRef("", "", closure.site().descriptor(), false).returnType().descriptor();
            MethodRef implemented =
                    new MethodRef(
                            type.substring(1, type.length() - 1),
                            invoke.method().name(),
                            invoke.method().descriptor(),
                            true);
            if (methods.isImplementedByRule(implemented)) {
                return with(block, index, new Op.Invoke(InvokeKind.SPECIAL, implemented, invoke.arguments()));
            }
            List<Value> values = new ArrayList<>(closure.captured());
            values.addAll(invoke.arguments().subList(1, invoke.arguments().size()));
            List<Statement> statements = new ArrayList<>(block.statements().subList(0, index));
            call.emit(values, op -> emit(op, statement, statements));
            if (!statement.results().isEmpty()) {
                Statement last = statements.removeLast();
                statements.add(new Statement(statement.results(), last.op(), last.position()));
            }
            statements.addAll(block.statements().subList(index + 1, block.statements().size()));
            Block resolved = block.withStatements(statements);
            closures.note(resolved);
            draft.put(resolved);
            return resolved;
        }

        private Block with(Block block, int index, Op op) {
            Statement statement = block.statements().get(index);
            List<Statement> statements = new ArrayList<>(block.statements());
            statements.set(index, new Statement(statement.results(), op, statement.position()));
            Block changed = block.withStatements(statements);
            draft.put(changed);
            return changed;
        }

        private @Nullable Value emit(Op op, Statement like, List<Statement> into) {
            List<Variable> results = new ArrayList<>();
            for (Type type : ResultTypes.of(op)) {
                results.add(draft.newVariable(type, ""));
            }
            into.add(new Statement(results, op, like.position()));
            return results.isEmpty() ? null : results.getFirst();
        }

        /** A method that nothing is known of may not be named from here; it is left behind its interface. */
        private boolean isReachable(ClosureCall call) {
            InvokeKind kind = call.kind();
            return kind == null || !(methods.resolve(kind, call.implementation().method()) instanceof Target.Refused);
        }

        /** Returns whether the statement was a call that was inlined; then the block ends before it. */
        private boolean inline(Block block, int index, Chain chain) {
            Op op = block.statements().get(index).op();
            Function callee = callee(op);
            if (callee == null || chain.contains(callee.name()) || isRecursive(callee)) {
                return false;
            }
            int added = InlinePolicy.size(callee);
            if (!policy.admits(added, size)) {
                return false;
            }
            Block checked = needsNullCheck(op) ? withNullCheck(block, index) : block;
            int at = index + checked.statements().size() - block.statements().size();
            size += added;
            Splicer.Spliced spliced = new Splicer(draft, checked, at).splice(callee, op.operands());
            pending.push(new Pending(spliced.after(), chain));
            Chain inner = new Chain(callee.name(), chain);
            for (Label label : spliced.copied().reversed()) {
                closures.note(draft.block(label));
                pending.push(new Pending(label, inner));
            }
            return true;
        }

        /** One round of a recursion in the caller would gain nothing. */
        private boolean isRecursive(Function callee) {
            for (Block block : callee.blocks()) {
                for (Statement statement : block.statements()) {
                    if (isNamed(callee, statement.op())) {
                        return true;
                    }
                }
            }
            return false;
        }

        private static boolean isNamed(Function callee, Op op) {
            return op instanceof Op.Call call && call.function().equals(callee.name())
                    || op instanceof Op.New made && made.constructor().toString().equals(callee.name())
                    || op instanceof Op.Invoke invoke && invoke.method().toString().equals(callee.name());
        }

        private @Nullable Function callee(Op op) {
            if (op instanceof Op.Call call) {
                return program.functions().get(call.function());
            }
            if (!(op instanceof Op.Invoke invoke)) {
                return null;
            }
            InvokeKind kind = invoke.kind();
            if (kind == InvokeKind.INTERFACE && closures.closure(invoke.arguments().getFirst()) != null) {
                // not what the closure implements, so a default method, and no class overrides it
                kind = InvokeKind.SPECIAL;
            }
            return switch (methods.resolve(kind, invoke.method())) {
                case Target.Body(Function function) -> function;
                case Target.Moves(Function withLambda) -> takesClosure(invoke) ? withLambda : null;
                case Target.Rule _,
                        Target.Ruled _,
                        Target.Box _,
                        Target.Dispatched _,
                        Target.NonDifferentiable _,
                        Target.Refused _ ->
                        null;
            };
        }

        private boolean takesClosure(Op.Invoke invoke) {
            for (Value argument : invoke.arguments()) {
                if (closures.closure(argument) != null) {
                    return true;
                }
            }
            return false;
        }

        private boolean needsNullCheck(Op op) {
            return op instanceof Op.Invoke invoke
                    && invoke.kind() != InvokeKind.STATIC
                    && !closures.isNonNull(invoke.arguments().getFirst());
        }

        /** A call on null throws, which the inlined code need not. */
        private Block withNullCheck(Block block, int index) {
            Statement call = block.statements().get(index);
            Value receiver = call.op().operands().getFirst();
            // an array's length is asked for instead: no array leaves the function for that
            boolean isArray = receiver.type() instanceof ArrayType;
            Op check =
                    isArray
                            ? new Op.ArrayLength(receiver)
                            : new Op.Invoke(InvokeKind.STATIC, REQUIRE_NON_NULL, List.of(receiver));
            Type type = isArray ? PrimitiveType.I32 : ClassType.OBJECT;
            List<Statement> statements = new ArrayList<>(block.statements());
            statements.add(index, new Statement(List.of(draft.newVariable(type, "")), check, call.position()));
            return block.withStatements(statements);
        }
    }
}
