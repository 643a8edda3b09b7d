package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.rule.Choices;
import dev.fluxion.transform.rule.PartialValues;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the reverse of each operation asks for: exactly what {@link ReverseRules#reverse} recovers. */
final class ReverseNeeds {
    private final Activity activity;
    private final Calls calls;
    private final FoundShadows memory;
    private final Map<Op, Value> partialValues;

    ReverseNeeds(Function primal, Activity activity, Calls calls, FoundShadows memory) {
        this.activity = activity;
        this.calls = calls;
        this.memory = memory;
        this.partialValues = results(primal);
    }

    /** Asks for what the reverse of a statement needs. */
    void ask(Statement statement, Label at, TapePlanner planner) {
        memory.ask(statement, at, planner);
        switch (statement.op()) {
            case Op.Binary op -> askBinary(statement, op, at, planner);
            case Op.Select op -> planner.ask(op.condition(), at);
            case Op.ArrayLoad op -> {
                if (activity.hasShadow(op.array())) {
                    askShadow(op.array(), at, planner);
                    planner.ask(op.index(), at);
                }
            }
            case Op.ArrayStore op -> {
                if (activity.hasShadow(op.array())) {
                    askShadow(op.array(), at, planner);
                    planner.ask(op.index(), at);
                }
            }
            case Op.InvokeDynamic op -> {
                if (calls.site(statement) != null) {
                    planner.ask(op.arguments().getFirst(), at);
                }
            }
            case Op.Invoke op -> {
                askRule(statement, at, planner);
                if (calls.site(statement) != null) {
                    planner.ask(op.arguments().getFirst(), at);
                }
            }
            case Op.Negate _,
                    Op.IntegerDivide _,
                    Op.Compare _,
                    Op.ThreeWay _,
                    Op.Convert _,
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
                    Op.MakeClosure _,
                    Op.Call _,
                    Op.TapePush _,
                    Op.TapePop _,
                    Op.TapeReserve _,
                    Op.TapeRelease _,
                    Op.TapeTop _ -> {}
        }
    }

    private void askBinary(Statement statement, Op.Binary op, Label at, TapePlanner planner) {
        switch (op.kind()) {
            case MUL -> {
                askIf(activity.isActive(op.x()), op.y(), at, planner);
                askIf(activity.isActive(op.y()), op.x(), at, planner);
            }
            case DIV -> {
                planner.ask(op.y(), at);
                askIf(activity.isActive(op.y()), statement.result(), at, planner);
            }
            case REM -> {
                planner.ask(op.x(), at);
                planner.ask(op.y(), at);
                planner.ask(statement.result(), at);
            }
            case ADD, SUB, AND, OR, XOR, SHL, SHR, USHR -> {}
        }
    }

    private static void askIf(boolean condition, Value value, Label at, TapePlanner planner) {
        if (condition) {
            planner.ask(value, at);
        }
    }

    private static void askShadow(Value array, Label at, TapePlanner planner) {
        if (array instanceof Variable variable) {
            planner.ask(new Need.Shadow(variable), at);
        }
    }

    private void askRule(Statement statement, Label at, TapePlanner planner) {
        Target.Rule rule = calls.rule(statement);
        if (rule == null) {
            return;
        }
        List<Value> inputs = PartialValues.inputs(statement);
        for (int i = 0; i < statement.op().operands().size(); i++) {
            Target.Partial partial = partial(rule, statement, i);
            if (partial != null) {
                askPartial(partial.function(), statement, at, planner);
                if (isChecked(partial)) {
                    for (Value input : inputs) {
                        askIf(!input.type().isReference(), input, at, planner);
                    }
                }
            }
        }
    }

    private void askPartial(Function partial, Statement statement, Label at, TapePlanner planner) {
        Value atCall = atCall(partial, statement);
        if (atCall != null) {
            planner.ask(atCall, at);
            return;
        }
        for (int used : PartialValues.usedParameters(partial)) {
            planner.ask(PartialValues.inputs(statement).get(used), at);
        }
    }

    /** Returns whether a partial is checked; one that returns nothing but zero and one need not be. */
    static boolean isChecked(Target.Partial partial) {
        return partial.checkedAs() != null && !Choices.isZeroOrOne(partial.function());
    }

    /** Returns the partial in an argument, or null if none is wanted. */
    Target.@Nullable Partial partial(Target.Rule rule, Statement statement, int argument) {
        return activity.isActive(statement.op().operands().get(argument)) ? rule.partials().get(argument) : null;
    }

    /** Returns a partial derivative that was computed at the call, or null if it is computed when it is needed. */
    @Nullable Value atCall(Function partial, Statement statement) {
        return PartialValues.looksIntoObjects(partial)
                ? Objects.requireNonNull(partialValues.get(PartialValues.call(partial, statement)))
                : null;
    }

    /** Returns the results of the calls of functions; only those of partial derivatives are asked for. */
    private static Map<Op, Value> results(Function primal) {
        Map<Op, Value> results = new HashMap<>();
        for (Block block : primal.blocks()) {
            for (Statement statement : block.statements()) {
                if (statement.op() instanceof Op.Call call && statement.results().size() == 1) {
                    results.putIfAbsent(call, statement.result());
                }
            }
        }
        return results;
    }
}
