package dev.fluxion.transform.activity;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.ObjectMaking;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.LinkedSites;
import dev.fluxion.transform.Target;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Says what the adjoint of a function could not follow, before any is made. An active value must not get lost: it may
 * go through numbers, through memory whose shadow is known or found, and into code that certainly throws; where code
 * that nothing is known of may take it away or bring it back, it is refused.
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
        if (callees.program().mayAssembleBits()) {
            activity.keptBits().forEach(place -> refuse.accept(Reasons.keptBits(place)));
        }
        for (Block block : function.blocks()) {
            if (!mayReturn.test(block.label())) {
                continue;
            }
            for (Statement statement : block.statements()) {
                check(statement, refuse);
                checkCallbacks(statement, refuse);
            }
            if (block.terminator() instanceof Terminator.Branch branch) {
                noteEquality(branch.condition(), equality);
            }
        }
    }

    private void checkCallbacks(Statement statement, Consumer<Diagnostic> refuse) {
        String harm = activity.harmfulCallback(statement.op());
        if (harm != null) {
            refuse.accept(Reasons.calledBack(statement.position(), harm));
        }
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
            case Op.New op -> checkNew(statement, op, refuse);
            case Op.InvokeDynamic op -> {
                boolean isHarmless = LinkedSites.isForgetful(op) || LinkedSites.isOfRecord(op);
                if (!isHarmless
                        && !Activity.isDispatch(op)
                        && (anyVaried(op.arguments()) || activity.isMemoryTouched())) {
                    refuse.accept(Reasons.dynamic(op.site().name(), statement.position()));
                }
            }
            case Op.Invoke op -> checkInvoke(statement, op, refuse);
            case Op.Negate _,
                    Op.Binary _,
                    Op.IntegerDivide _,
                    Op.Compare _,
                    Op.ThreeWay _,
                    Op.Convert _,
                    Op.Select _,
                    Op.ArrayLoad _,
                    Op.ArrayStore _,
                    Op.ArrayLength _,
                    Op.NewArray _,
                    Op.GetField _,
                    Op.PutField _,
                    Op.GetStatic _,
                    Op.PutStatic _,
                    Op.InstanceOf _,
                    Op.CheckCast _,
                    Op.Monitor _,
                    Op.MakeClosure _,
                    Op.Call _,
                    Op.TapePush _,
                    Op.TapePop _,
                    Op.TapeReserve _,
                    Op.TapeRelease _,
                    Op.TapeTop _ -> {}
        }
    }

    private boolean anyVaried(List<Value> values) {
        for (Value value : values) {
            if (activity.isVaried(value)) {
                return true;
            }
        }
        return false;
    }

    private boolean anyVariedNumber(List<Value> values) {
        for (Value value : values) {
            if (value.type().isFloating() && activity.isVaried(value)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether unknown code may run a function that a derivative flows through, which then would be lost: a
     * lambda made here that has captured varying numbers or meets some in memory, or a function that may be any.
     */
    private boolean mayRun(MethodRef method, List<Value> arguments) {
        int receiver = arguments.size() - method.parameterTypes().size();
        for (int i = 0; i < arguments.size(); i++) {
            boolean isDeclared = i >= receiver && callees.isFunction(method.parameterTypes().get(i - receiver));
            for (Variable origin : arrays.origins(arguments.get(i))) {
                if (definitions.op(origin) instanceof Op.MakeClosure closure) {
                    if (anyVaried(closure.captured()) || runsActiveCode(closure)) {
                        return true;
                    }
                } else if (isDeclared && activity.isMemoryTouched()) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Returns whether a lambda that gives objects, and may put varying numbers into them, goes where it is not seen.
     */
    private boolean isGivenActiveCode(Op.Invoke op) {
        List<Type> declared = op.method().parameterTypes();
        int receiver = op.arguments().size() - declared.size();
        for (int i = 0; i < declared.size(); i++) {
            if (!callees.isFunction(declared.get(i))) {
                continue;
            }
            for (Variable origin : arrays.origins(op.arguments().get(receiver + i))) {
                if (definitions.op(origin) instanceof Op.MakeClosure closure
                        && givesNumbers(closure)
                        && (anyVaried(closure.captured()) || runsActiveCode(closure))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether what a lambda gives may be, or lead to, a floating number. */
    private boolean givesNumbers(Op.MakeClosure closure) {
        Function body = callees.body(closure);
        if (body == null) {
            return true;
        }
        for (Type result : body.resultTypes()) {
            if (result.isFloating() || result.isReference()) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a lambda that unknown code may run finds varying numbers in memory. */
    private boolean runsActiveCode(Op.MakeClosure closure) {
        Function body = callees.body(closure);
        return activity.isMemoryTouched() && body != null && activity.meetsMemory(body);
    }

    private void checkNew(Statement statement, Op.New op, Consumer<Diagnostic> refuse) {
        if (ObjectMaking.isConstruction(op) || keepsReferences(op)) {
            return;
        }
        Function body = callees.body(op);
        boolean isLost =
                body != null
                        ? activity.isActiveCall(op)
                        : anyVaried(op.arguments()) || activity.isMemoryTouched() && OpaqueCalls.isRisky(op);
        if (body == null && mayRun(op.constructor(), op.arguments())) {
            refuse.accept(Reasons.hiddenFunction(statement.position(), op.constructor()));
        } else if (isLost
                && callees.constructor(op) instanceof Target.Refused(Diagnostic reason)
                && reason.id() == ErrorId.NO_RULE) {
            refuse.accept(at(statement.position(), reason));
        } else if (isLost) {
            refuse.accept(
                    Reasons.opaque(
                            statement.position(),
                            op.constructor().display(),
                            "what its constructor does with numbers cannot be followed, or only by running it twice"));
        }
    }

    private static Diagnostic at(Position where, Diagnostic reason) {
        return Diagnostic.of(reason.id(), reason.what(), where, reason.why(), reason.remedy());
    }

    /** Returns whether a constructor is known to do no more with what it is given than to keep references. */
    private boolean keepsReferences(Op.New op) {
        return switch (callees.constructor(op)) {
            case Target.Moves _ -> !anyVariedNumber(op.arguments());
            case Target.NonDifferentiable _ -> !anyVaried(op.arguments());
            case Target.Body _, Target.Ruled _, Target.Rule _, Target.Dispatched _, Target.Box _, Target.Refused _ ->
                    false;
        };
    }

    private void checkInvoke(Statement statement, Op.Invoke op, Consumer<Diagnostic> refuse) {
        switch (callees.target(op)) {
            case Target.Rule _,
                    Target.Ruled _,
                    Target.Box _,
                    Target.NonDifferentiable _,
                    Target.Body _,
                    Target.Dispatched _ -> {}
            case Target.Moves moves -> {
                if (moves.withLambda() == null && isGivenActiveCode(op)) {
                    refuse.accept(Reasons.hiddenFunction(statement.position(), op.method()));
                }
                for (Value argument : op.arguments()) {
                    if (argument.type().isFloating() && activity.isVaried(argument)) {
                        refuse.accept(
                                Reasons.opaque(
                                        statement.position(),
                                        op.method().display(),
                                        "it takes an active number and is said to move references only"));
                    }
                    if (moves.withLambda() != null && isMadeHere(argument)) {
                        refuse.accept(Reasons.oneOfSeveral(statement.position()));
                    }
                }
            }
            case Target.Refused refused when mayRun(op.method(), op.arguments()) ->
                    refuse.accept(Reasons.hiddenFunction(statement.position(), op.method()));
            case Target.Refused refused -> {
                if (anyVaried(op.arguments()) || activity.isMemoryTouched() && OpaqueCalls.isRisky(op)) {
                    refuse.accept(at(statement.position(), refused.reason()));
                }
            }
        }
    }
}
