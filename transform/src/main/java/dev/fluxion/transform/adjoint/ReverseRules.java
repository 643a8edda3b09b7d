package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.dispatch.DynamicSite;
import dev.fluxion.transform.rule.CheckCalls;
import dev.fluxion.transform.rule.Choices;
import dev.fluxion.transform.rule.PartialValues;
import dev.fluxion.transform.rule.StrongZero;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The reverse of each operation, as in the calculus table: given the adjoint of the result, what is added to the
 * adjoints of the operands. What it recovers of the primal, {@link ReverseNeeds} has asked for.
 */
final class ReverseRules {

    /** Gives a value of the primal in the reverse sweep. */
    interface Recovery {
        Value primal(Value value);

        Value shadow(Value array);

        /** Returns the table of shadows. */
        Value shadows();

        /** Returns the shadow of an array or object by its identity, or null where it has none. */
        Value found(Value owner);
    }

    private final Activity activity;
    private final Calls calls;
    private final ReverseNeeds needs;
    private final FoundShadows memory;
    private final IntUnaryOperator shadowStack;

    ReverseRules(
            Activity activity, Calls calls, ReverseNeeds needs, FoundShadows memory, IntUnaryOperator shadowStack) {
        this.activity = activity;
        this.calls = calls;
        this.memory = memory;
        this.needs = needs;
        this.shadowStack = shadowStack;
    }

    /** Returns whether the reverse sweep has anything to do for a statement. */
    boolean isReversed(Statement statement) {
        if (memory.isReversed(statement)) {
            return true;
        }
        return switch (statement.op()) {
            case Op.ArrayStore store -> activity.hasShadow(store.array()) && store.element().isFloating();
            case Op.TapePush push -> push.value().type().isFloating();
            case Op.TapePop pop -> pop.type().isFloating();
            case Op.Call call -> calls.shape(statement) != null;
            case Op.InvokeDynamic call -> calls.site(statement) != null;
            case Op.Invoke invoke ->
                    calls.shape(statement) != null || calls.rule(statement) != null || calls.site(statement) != null;
            case Op.Negate _, Op.Binary _, Op.Convert _, Op.Select _, Op.ArrayLoad _ ->
                    statement.result().type().isFloating() && activity.isActive(statement.result());
            case Op.IntegerDivide _,
                    Op.Compare _,
                    Op.ThreeWay _,
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
                    Op.TapeReserve _,
                    Op.TapeRelease _,
                    Op.TapeTop _ ->
                    false;
        };
    }

    /** Returns whether the reverse of a statement only adds to an element of a shadow. */
    boolean isPlainLoad(Statement statement) {
        return statement.op() instanceof Op.ArrayLoad;
    }

    /** Returns whether the reverse of a statement touches no shadow at all. */
    boolean isArithmetic(Statement statement) {
        return statement.op() instanceof Op.Negate
                || statement.op() instanceof Op.Binary
                || statement.op() instanceof Op.Convert
                || statement.op() instanceof Op.Select;
    }

    /** Emits the reverse of a statement. */
    void reverse(Statement statement, Adjoints adjoints, FunctionBuilder out, Recovery recover) {
        boolean isElement = statement.op() instanceof Op.ArrayStore || statement.op() instanceof Op.ArrayLoad;
        if (!isElement && !memory.isAccess(statement) && !isArithmetic(statement)) {
            adjoints.elements().finish();
        }
        if (memory.isReversed(statement)) {
            memory.reverse(statement, adjoints, out, recover);
            return;
        }
        switch (statement.op()) {
            case Op.ArrayStore op -> {
                Value shadow = recover.shadow(op.array());
                Value index = recover.primal(op.index());
                adjoints.add(op.value(), adjoints.elements().take(op.element(), shadow, index));
            }
            case Op.TapePush op ->
                    adjoints.add(
                            op.value(), out.add(new Op.TapePop(shadowStack.applyAsInt(op.stack()), op.value().type())));
            case Op.TapePop op ->
                    out.effect(new Op.TapePush(shadowStack.applyAsInt(op.stack()), adjoints.take(statement.result())));
            case Op.Call op -> reverseCall(statement, adjoints, out, recover);
            case Op.InvokeDynamic op ->
                    reverseDispatch(
                            statement, java.util.Objects.requireNonNull(calls.site(statement)), adjoints, out, recover);
            case Op.Invoke op -> {
                Target.Rule rule = calls.rule(statement);
                DynamicSite site = calls.site(statement);
                if (site != null) {
                    reverseDispatch(statement, site, adjoints, out, recover);
                } else if (rule != null) {
                    reverseRule(statement, rule, adjoints, out, recover);
                } else {
                    reverseCall(statement, adjoints, out, recover);
                }
            }
            case Op.Negate _, Op.Binary _, Op.Convert _, Op.Select _, Op.ArrayLoad _ ->
                    reverseNumber(statement, adjoints.take(statement.result()), adjoints, out, recover);
            case Op.IntegerDivide _,
                    Op.Compare _,
                    Op.ThreeWay _,
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
                    Op.TapeReserve _,
                    Op.TapeRelease _,
                    Op.TapeTop _ ->
                    throw new IllegalArgumentException("not reversed: " + statement.op());
        }
    }

    private void reverseNumber(
            Statement statement, Value bar, Adjoints adjoints, FunctionBuilder out, Recovery recover) {
        switch (statement.op()) {
            case Op.Negate op -> adjoints.subtract(op.x(), bar);
            case Op.Convert op ->
                    adjoints.add(op.x(), adjoints.linear(new Op.Convert((PrimitiveType) op.x().type(), bar)));
            case Op.Select op -> {
                Value zero = Constant.zero(bar.type());
                Value condition = recover.primal(op.condition());
                if (adjoints.isActive(op.x())) {
                    adjoints.add(op.x(), out.add(new Op.Select(condition, bar, zero)));
                }
                if (adjoints.isActive(op.y())) {
                    adjoints.add(op.y(), out.add(new Op.Select(condition, zero, bar)));
                }
            }
            case Op.ArrayLoad op -> {
                Value shadow = recover.shadow(op.array());
                Value index = recover.primal(op.index());
                adjoints.elements().add(op.element(), shadow, index, bar);
            }
            case Op.Binary op -> reverseBinary(statement, op, bar, adjoints, out, recover);
            default -> throw new IllegalArgumentException("no derivative of " + statement.op() + " is known");
        }
    }

    private void reverseBinary(
            Statement statement, Op.Binary op, Value bar, Adjoints adjoints, FunctionBuilder out, Recovery recover) {
        switch (op.kind()) {
            case ADD -> {
                adjoints.add(op.x(), bar);
                adjoints.add(op.y(), bar);
            }
            case SUB -> {
                adjoints.add(op.x(), bar);
                adjoints.subtract(op.y(), bar);
            }
            case MUL -> {
                if (adjoints.isActive(op.x())) {
                    adjoints.add(op.x(), adjoints.times(bar, recover.primal(op.y())));
                }
                if (adjoints.isActive(op.y())) {
                    adjoints.add(op.y(), adjoints.times(bar, recover.primal(op.x())));
                }
            }
            case DIV -> {
                Value share = adjoints.linear(new Op.Binary(BinaryKind.DIV, bar, recover.primal(op.y())));
                adjoints.add(op.x(), share);
                if (adjoints.isActive(op.y())) {
                    adjoints.subtract(op.y(), adjoints.times(share, recover.primal(statement.result())));
                }
            }
            case REM -> reverseRemainder(statement, op, bar, adjoints, out, recover);
            case AND, OR, XOR, SHL, SHR, USHR ->
                    throw new IllegalArgumentException("no derivative of " + op + " is known");
        }
    }

    /** {@code x % y = x - n y} with {@code n} a whole number; not differentiable (NaN) where x is a multiple of y. */
    private static void reverseRemainder(
            Statement statement, Op.Binary op, Value bar, Adjoints adjoints, FunctionBuilder out, Recovery recover) {
        Type type = statement.result().type();
        Value x = recover.primal(op.x());
        Value y = recover.primal(op.y());
        Value remainder = recover.primal(statement.result());
        Value atJump = out.add(new Op.Compare(CompareKind.EQ, remainder, Constant.zero(type)));
        Value undefined = type == PrimitiveType.F32 ? Constant.of(Float.NaN) : Constant.of(Double.NaN);
        Value safe = out.add(new Op.Select(atJump, undefined, bar));
        adjoints.add(op.x(), safe);
        if (adjoints.isActive(op.y())) {
            Value whole = out.add(new Op.Binary(BinaryKind.SUB, x, remainder));
            Value times = out.add(new Op.Binary(BinaryKind.DIV, whole, y));
            adjoints.subtract(op.y(), adjoints.times(safe, times));
        }
    }

    private void reverseRule(
            Statement statement, Target.Rule rule, Adjoints adjoints, FunctionBuilder out, Recovery recover) {
        Value bar = adjoints.take(statement.result());
        List<Value> inputs = PartialValues.inputs(statement);
        List<Value> operands = statement.op().operands();
        for (int i = 0; i < operands.size(); i++) {
            Target.Partial partial = needs.partial(rule, statement, i);
            if (partial == null) {
                continue;
            }
            Value factor = partial(partial.function(), statement, out, recover);
            Value contribution = contribution(bar, factor, partial, adjoints, out);
            if (ReverseNeeds.isChecked(partial)) {
                List<Value> point = new ArrayList<>();
                for (Value input : inputs) {
                    point.add(input.type().isReference() ? new Constant.NullConstant() : recover.primal(input));
                }
                CheckCalls.partial(partial, point, i, List.of(bar, factor, contribution), out);
            }
            adjoints.add(operands.get(i), contribution);
        }
    }

    private Value partial(Function partial, Statement statement, FunctionBuilder out, Recovery recover) {
        Value atCall = needs.atCall(partial, statement);
        if (atCall != null) {
            return recover.primal(atCall);
        }
        List<Value> inputs = PartialValues.inputs(statement);
        List<Integer> used = PartialValues.usedParameters(partial);
        List<Value> arguments = new ArrayList<>();
        for (int p = 0; p < partial.parameters().size(); p++) {
            arguments.add(
                    used.contains(p)
                            ? recover.primal(inputs.get(p))
                            : Constant.zero(partial.parameters().get(p).type()));
        }
        return out.call(new Op.Call(partial.name(), arguments), partial.resultTypes()).getFirst();
    }

    private static Value contribution(
            Value bar, Value factor, Target.Partial partial, Adjoints adjoints, FunctionBuilder out) {
        if (Choices.isZeroOrOne(partial.function())) {
            Value zero = Constant.zero(bar.type());
            return adjoints.linear(new Op.Select(out.add(new Op.Compare(CompareKind.NE, factor, zero)), bar, zero));
        }
        Value product = adjoints.times(bar, factor);
        return partial.strongZero() ? StrongZero.of(bar, factor, product, out) : product;
    }

    private static void reverseDispatch(
            Statement statement, DynamicSite site, Adjoints adjoints, FunctionBuilder out, Recovery recover) {
        List<Value> operands = statement.op().operands();
        List<Value> given = new ArrayList<>();
        given.add(recover.primal(operands.getFirst()));
        if (site.result() != null && site.result().isFloating()) {
            given.add(adjoints.take(statement.result()));
        }
        given.add(recover.shadows());
        List<Integer> numbers = site.numbers();
        if (numbers.size() > 1) {
            ArrayType doubles = new ArrayType(PrimitiveType.F64);
            given.add(out.add(new Op.NewArray(doubles, List.of(Constant.of(numbers.size() - 1)))));
        }
        Op call = site.reverse().call(given, statement.position());
        if (numbers.isEmpty()) {
            out.effect(call);
            return;
        }
        adjoints.add(operands.get(numbers.getFirst()), out.add(call));
        for (int i = 1; i < numbers.size(); i++) {
            Value operand = operands.get(numbers.get(i));
            if (adjoints.isActive(operand)) {
                Value bar = out.add(new Op.ArrayLoad(PrimitiveType.F64, given.getLast(), Constant.of(i - 1)));
                adjoints.add(
                        operand,
                        operand.type() == PrimitiveType.F64
                                ? bar
                                : out.add(new Op.Convert((PrimitiveType) operand.type(), bar)));
            }
        }
    }

    private void reverseCall(Statement statement, Adjoints adjoints, FunctionBuilder out, Recovery recover) {
        CallShape shape = java.util.Objects.requireNonNull(calls.shape(statement));
        List<Value> bars = new ArrayList<>();
        for (Variable result : statement.results()) {
            if (result.type().isFloating()) {
                bars.add(adjoints.take(result));
            }
        }
        if (calls.takesShadows()) {
            bars.add(recover.shadows());
        }
        List<Variable> given = out.call(new Op.Call(shape.reverse(), bars), shape.adjointTypes());
        for (int i = 0; i < given.size(); i++) {
            adjoints.add(statement.op().operands().get(shape.numbers().get(i)), given.get(i));
        }
    }
}
