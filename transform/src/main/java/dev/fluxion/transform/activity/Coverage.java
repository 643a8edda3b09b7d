package dev.fluxion.transform.activity;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Target;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Says what the adjoint of a function could not follow, before any is made. An active value must not get lost: it may
 * go through numbers, through arrays of numbers that have a shadow, and into code that certainly throws; anywhere else
 * it is refused.
 */
public final class Coverage {
    private final Function function;
    private final Activity activity;
    private final Arrays arrays;
    private final Callees callees;
    private final Predicate<Label> mayReturn;
    private final Definitions definitions;

    /**
     * Prepares to check.
     *
     * @param function what is to be differentiated
     * @param activity which of its values are active
     * @param arrays where its arrays come from
     * @param callees what its calls stand for
     * @param mayReturn whether a block may lead to the return
     */
    public Coverage(Function function, Activity activity, Arrays arrays, Callees callees, Predicate<Label> mayReturn) {
        this.function = function;
        this.activity = activity;
        this.arrays = arrays;
        this.callees = callees;
        this.mayReturn = mayReturn;
        this.definitions = Definitions.of(function);
    }

    /** Reports everything that is in the way, and each place where a branch hangs on active numbers being equal. */
    public void check(Consumer<Diagnostic> refuse, Consumer<Position> equality) {
        checkLoops(refuse);
        for (Block block : function.blocks()) {
            if (!mayReturn.test(block.label())) {
                continue;
            }
            for (Statement statement : block.statements()) {
                check(statement, refuse);
                if (!block.handlers().isEmpty() && isActive(statement)) {
                    refuse.accept(Reasons.inTry(statement.position()));
                }
            }
            for (Handler handler : block.handlers()) {
                if (handler.arguments().stream().anyMatch(activity::isActive)) {
                    refuse.accept(Reasons.inTry(block.position()));
                }
            }
            checkEdges(block, refuse);
            if (block.terminator() instanceof Terminator.Branch branch) {
                noteEquality(branch.condition(), equality);
            }
        }
    }

    /** Returns whether the reverse sweep would have something to do for a statement. */
    private boolean isActive(Statement statement) {
        return activity.hasActiveResult(statement)
                || switch (statement.op()) {
                    case Op.ArrayStore store -> activity.isActive(store.array());
                    case Op.TapePush push -> push.value().type().isFloating();
                    case Op.TapePop pop -> pop.type().isFloating();
                    case Op.Call call -> true;
                    case Op.Invoke invoke ->
                            callees.target(invoke) instanceof Target.Body
                                    && invoke.arguments().stream().anyMatch(activity::isVaried);
                    case Op.Negate _,
                            Op.Binary _,
                            Op.IntegerDivide _,
                            Op.Compare _,
                            Op.ThreeWay _,
                            Op.Convert _,
                            Op.Select _,
                            Op.ArrayLoad _,
                            Op.ArrayLength _,
                            Op.NewArray _,
                            Op.GetField _,
                            Op.PutField _,
                            Op.GetStatic _,
                            Op.PutStatic _,
                            Op.New _,
                            Op.InstanceOf _,
                            Op.CheckCast _,
                            Op.Monitor _,
                            Op.InvokeDynamic _,
                            Op.MakeClosure _,
                            Op.TapeReserve _,
                            Op.TapeRelease _,
                            Op.TapeTop _ ->
                            false;
                };
    }

    /** Returns whether the object may be a lambda that this function makes. */
    private boolean isMadeHere(Value object) {
        for (Variable origin : arrays.origins(object)) {
            if (definitions.op(origin) instanceof Op.MakeClosure) {
                return true;
            }
        }
        return false;
    }

    private void checkLoops(Consumer<Diagnostic> refuse) {
        Cfg cfg = Cfg.of(function);
        for (Loops.Edge edge : Loops.of(Dominators.of(cfg)).irreducibleEdges()) {
            refuse.accept(Reasons.irreducible(cfg.block(edge.from()).position()));
        }
    }

    private void noteEquality(Value condition, Consumer<Position> equality) {
        Statement statement = condition instanceof Variable variable ? definitions.statement(variable) : null;
        if (statement != null
                && statement.op() instanceof Op.Compare compare
                && (compare.kind() == CompareKind.EQ || compare.kind() == CompareKind.NE)
                && compare.x().type().isFloating()
                && (activity.isVaried(compare.x()) || activity.isVaried(compare.y()))) {
            equality.accept(statement.position());
        }
    }

    private void check(Statement statement, Consumer<Diagnostic> refuse) {
        switch (statement.op()) {
            case Op.ArrayLoad op -> {
                if (activity.hasActiveResult(statement) && !activity.isActive(op.array())) {
                    refuse.accept(Reasons.load(statement.position(), "an array that holds objects"));
                }
            }
            case Op.ArrayStore op -> checkStore(statement, op, refuse);
            case Op.GetField op -> {
                if (activity.hasActiveResult(statement)) {
                    refuse.accept(Reasons.load(statement.position(), "the field " + op.field().name()));
                }
            }
            case Op.PutField op -> refuseStore(op.value(), statement, "the field " + op.field().name(), refuse);
            case Op.PutStatic op -> refuseStore(op.value(), statement, "the static field " + op.field().name(), refuse);
            case Op.TapePush op -> {
                if (op.value().type().isReference()
                        && activity.isVaried(op.value())
                        && !Activity.isArrayOfNumbers(op.value().type())) {
                    refuse.accept(Reasons.store(statement.position(), "the record of an inner derivative"));
                }
            }
            case Op.New op -> refuseOpaque(op.arguments(), op.constructor().display(), statement, refuse);
            case Op.InvokeDynamic op -> {
                if (!op.site().method().owner().equals("java/lang/invoke/StringConcatFactory")
                        || anyReference(op.arguments())) {
                    refuseDynamic(op.arguments(), op.site().name(), statement, refuse);
                }
            }
            case Op.MakeClosure op -> refuseDynamic(op.captured(), "a lambda that stays an object", statement, refuse);
            case Op.Monitor op -> refuse.accept(Reasons.monitor(statement.position()));
            case Op.Invoke op -> checkInvoke(statement, op, refuse);
            case Op.Negate _,
                    Op.Binary _,
                    Op.IntegerDivide _,
                    Op.Compare _,
                    Op.ThreeWay _,
                    Op.Convert _,
                    Op.Select _,
                    Op.ArrayLength _,
                    Op.NewArray _,
                    Op.GetStatic _,
                    Op.InstanceOf _,
                    Op.CheckCast _,
                    Op.Call _,
                    Op.TapePop _,
                    Op.TapeReserve _,
                    Op.TapeRelease _,
                    Op.TapeTop _ -> {}
        }
    }

    private boolean anyReference(List<Value> values) {
        for (Value value : values) {
            if (value.type().isReference() && activity.isVaried(value)) {
                return true;
            }
        }
        return false;
    }

    private void checkStore(Statement statement, Op.ArrayStore op, Consumer<Diagnostic> refuse) {
        boolean isVaried = activity.isVaried(op.value());
        if (op.element().isFloating()) {
            for (Variable origin : arrays.origins(op.array())) {
                if (isVaried && !activity.isActive(origin)) {
                    refuse.accept(
                            Reasons.store(
                                    statement.position(), "an array that is not an active argument and not made here"));
                } else if (!activity.isActive(origin) && !arrays.isAllocatedHere(origin) && isArgument(op.element())) {
                    refuse.accept(Reasons.overwrite(statement.position()));
                }
            }
        } else if (isVaried && !arrays.isAllocatedHere(op.array())) {
            refuse.accept(Reasons.store(statement.position(), "an array of objects"));
        }
    }

    /**
     * Returns whether a method that is called, or one that it calls, may write to an active argument by another name.
     */
    private boolean mayOverwriteArgument(Function callee, boolean areArgumentsSeen, Set<String> seen) {
        if (!seen.add(callee.name())) {
            return false;
        }
        Arrays inCallee = new Arrays(callee, callees);
        for (Block block : callee.blocks()) {
            for (Statement statement : block.statements()) {
                if (statement.op() instanceof Op.ArrayStore store
                        && isArgument(store.element())
                        && isFound(store.array(), callee, areArgumentsSeen, inCallee)) {
                    return true;
                }
                if (statement.op() instanceof Op.Invoke invoke
                        && callees.target(invoke) instanceof Target.Body body
                        && mayOverwriteArgument(body.function(), areArgumentsSeen, seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether each array given to a call is active or made here, so that the call's stores are followed. */
    private boolean areSeen(Op.Invoke call) {
        for (Value argument : call.arguments()) {
            if (Activity.isArrayOfNumbers(argument.type())
                    && !activity.isActive(argument)
                    && !arrays.isAllocatedHere(argument)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether an array may come from elsewhere than the callee's allocations and arguments, which are seen. */
    private static boolean isFound(Value array, Function callee, boolean areArgumentsSeen, Arrays inCallee) {
        for (Variable origin : inCallee.origins(array)) {
            boolean isSeen = areArgumentsSeen && callee.parameters().contains(origin);
            if (!inCallee.isAllocatedHere(origin) && !isSeen) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether an active argument is an array of such elements, which then may be written by another name. */
    private boolean isArgument(Type element) {
        for (Variable parameter : function.parameters()) {
            if (activity.isActive(parameter) && parameter.type().equals(new ArrayType(element))) {
                return true;
            }
        }
        return false;
    }

    private void checkInvoke(Statement statement, Op.Invoke op, Consumer<Diagnostic> refuse) {
        switch (callees.target(op)) {
            case Target.Rule rule -> {}
            case Target.Box box -> {
                if (activity.hasActiveResult(statement)) {
                    refuse.accept(Reasons.load(statement.position(), "a " + op.method().owner().replace('/', '.')));
                }
            }
            case Target.NonDifferentiable none -> {}
            case Target.Moves moves -> {
                for (Value argument : op.arguments()) {
                    if (activity.isVaried(argument)) {
                        refuse.accept(
                                Reasons.opaque(
                                        statement.position(),
                                        op.method().display(),
                                        "what is kept there does not carry derivatives yet"));
                        return;
                    }
                }
            }
            case Target.Dynamic dynamic -> {
                if (activity.isVaried(op.arguments().getFirst())) {
                    refuse.accept(
                            Reasons.opaque(
                                    statement.position(),
                                    op.method().display(),
                                    "the function itself has captured an active value"));
                }
                if (isMadeHere(op.arguments().getFirst())) {
                    refuse.accept(Reasons.oneOfSeveral(statement.position()));
                }
            }
            case Target.Body body -> {
                if (mayOverwriteArgument(body.function(), areSeen(op), new HashSet<>())) {
                    refuse.accept(Reasons.overwrite(statement.position()));
                }
                for (Value argument : op.arguments()) {
                    boolean covered = argument.type().isFloating() || Activity.isArrayOfNumbers(argument.type());
                    if (activity.isVaried(argument) && !covered) {
                        refuse.accept(
                                Reasons.opaque(
                                        statement.position(),
                                        op.method().display(),
                                        "an object holds an active value"));
                    }
                }
            }
            case Target.Refused refused -> {
                for (Value argument : op.arguments()) {
                    if (activity.isVaried(argument)) {
                        Diagnostic reason = refused.reason();
                        refuse.accept(
                                Diagnostic.of(
                                        reason.id(),
                                        reason.what(),
                                        statement.position(),
                                        reason.why(),
                                        reason.remedy()));
                        return;
                    }
                }
            }
        }
    }

    private void checkEdges(Block block, Consumer<Diagnostic> refuse) {
        var blocks = function.blocksByLabel();
        for (Successor edge : block.terminator().successors()) {
            List<Variable> parameters = java.util.Objects.requireNonNull(blocks.get(edge.target())).parameters();
            for (int i = 0; i < parameters.size(); i++) {
                Value argument = edge.arguments().get(i);
                if (parameters.get(i).type().isReference()
                        && activity.isActive(parameters.get(i))
                        && !activity.isActive(argument)) {
                    refuse.accept(Reasons.mixedArrays(block.position()));
                }
            }
        }
    }

    private void refuseStore(Value value, Statement statement, String where, Consumer<Diagnostic> refuse) {
        if (activity.isVaried(value)) {
            refuse.accept(Reasons.store(statement.position(), where));
        }
    }

    private void refuseOpaque(List<Value> arguments, String what, Statement statement, Consumer<Diagnostic> refuse) {
        for (Value argument : arguments) {
            if (activity.isVaried(argument)) {
                refuse.accept(Reasons.opaque(statement.position(), what, "objects do not carry derivatives yet"));
                return;
            }
        }
    }

    private void refuseDynamic(List<Value> arguments, String what, Statement statement, Consumer<Diagnostic> refuse) {
        for (Value argument : arguments) {
            if (activity.isVaried(argument)) {
                refuse.accept(Reasons.dynamic(what, statement.position()));
                return;
            }
        }
    }
}
