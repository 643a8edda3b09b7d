package dev.fluxion.transform.tangent;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.rule.Choices;
import dev.fluxion.transform.rule.StrongZero;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The tangents of arithmetic, and of functions with a rule: the linear map of the calculus table, lane by lane. */
final class ArithmeticTangents implements TangentAlgebra {

    private final Tangents tangents;
    private final FunctionBuilder out;

    ArithmeticTangents(Tangents tangents, FunctionBuilder out) {
        this.tangents = tangents;
        this.out = out;
    }

    @Override
    public void emit(Statement statement) {
        tangents.set(statement.result(), tangents.each(lane -> lane(statement, lane)));
    }

    private Value lane(Statement statement, int lane) {
        return switch (statement.op()) {
            case Op.Negate op -> out.add(new Op.Negate(tangent(op.x(), lane)));
            case Op.Convert op -> out.add(new Op.Convert(op.to(), tangent(op.x(), lane)));
            case Op.Select op -> out.add(new Op.Select(op.condition(), tangent(op.x(), lane), tangent(op.y(), lane)));
            case Op.Binary op -> binary(statement, op, lane);
            default -> throw new IllegalArgumentException("no derivative of " + statement.op() + " is known");
        };
    }

    private Value binary(Statement statement, Op.Binary op, int lane) {
        return switch (op.kind()) {
            case ADD -> sum(scaled(op.x(), null, lane), scaled(op.y(), null, lane), op.x().type());
            case SUB -> difference(scaled(op.x(), null, lane), scaled(op.y(), null, lane), op.x().type());
            case MUL -> sum(scaled(op.x(), op.y(), lane), scaled(op.y(), op.x(), lane), op.x().type());
            case DIV -> {
                Value above =
                        difference(scaled(op.x(), null, lane), scaled(op.y(), statement.result(), lane), op.x().type());
                yield out.add(new Op.Binary(BinaryKind.DIV, above, op.y()));
            }
            case REM -> remainder(statement, op, lane);
            case AND, OR, XOR, SHL, SHR, USHR ->
                    throw new IllegalArgumentException("no derivative of " + op + " is known");
        };
    }

    /** {@code x % y = x - n y} with {@code n} a whole number; not differentiable (NaN) where x is a multiple of y. */
    private Value remainder(Statement statement, Op.Binary op, int lane) {
        Value remainder = statement.result();
        Type type = remainder.type();
        Value slope = tangents.isActive(op.x()) ? tangent(op.x(), lane) : null;
        if (tangents.isActive(op.y())) {
            Value whole = out.add(new Op.Binary(BinaryKind.SUB, op.x(), remainder));
            Value times = out.add(new Op.Binary(BinaryKind.DIV, whole, op.y()));
            slope = difference(slope, out.add(new Op.Binary(BinaryKind.MUL, tangent(op.y(), lane), times)), type);
        }
        Value smooth = slope == null ? Constant.zero(type) : slope;
        Value atJump = out.add(new Op.Compare(CompareKind.EQ, remainder, Constant.zero(type)));
        Value undefined = type == PrimitiveType.F32 ? Constant.of(Float.NaN) : Constant.of(Double.NaN);
        return out.add(new Op.Select(atJump, undefined, smooth));
    }

    /** The sum of the partials times the arguments' tangents. */
    @Override
    public void emit(Statement statement, Target.Rule rule) {
        Value result = statement.result();
        List<Value> inputs = new ArrayList<>(statement.op().operands());
        inputs.add(result);
        List<@Nullable Value> sums = new ArrayList<>();
        for (int lane = 0; lane < tangents.lanes(); lane++) {
            sums.add(null);
        }
        for (int i = 0; i < statement.op().operands().size(); i++) {
            Target.Partial partial = rule.partials().get(i);
            Value operand = statement.op().operands().get(i);
            if (partial == null || !tangents.isActive(operand)) {
                continue;
            }
            Function function = partial.function();
            Value factor = out.call(new Op.Call(function.name(), inputs), function.resultTypes()).getFirst();
            boolean isChoice = Choices.isZeroOrOne(function);
            for (int lane = 0; lane < tangents.lanes(); lane++) {
                Value product = product(tangent(operand, lane), factor, partial, isChoice);
                sums.set(lane, sum(sums.get(lane), product, result.type()));
            }
        }
        tangents.set(
                statement.result(),
                tangents.each(lane -> {
                    Value sum = sums.get(lane);
                    return sum == null ? Constant.zero(result.type()) : sum;
                }));
    }

    private Value product(Value tangent, Value factor, Target.Partial partial, boolean isChoice) {
        if (isChoice) {
            Value zero = Constant.zero(tangent.type());
            return out.add(new Op.Select(out.add(new Op.Compare(CompareKind.NE, factor, zero)), tangent, zero));
        }
        Value product = out.add(new Op.Binary(BinaryKind.MUL, tangent, factor));
        return partial.strongZero() ? StrongZero.of(tangent, factor, product, out) : product;
    }

    private Value tangent(Value of, int lane) {
        return tangents.of(of).get(lane);
    }

    /** Returns a tangent times a factor, null for zero. */
    private @Nullable Value scaled(Value of, @Nullable Value factor, int lane) {
        if (!tangents.isActive(of)) {
            return null;
        }
        Value tangent = tangent(of, lane);
        return factor == null ? tangent : out.add(new Op.Binary(BinaryKind.MUL, tangent, factor));
    }

    private Value sum(@Nullable Value x, @Nullable Value y, Type type) {
        if (x == null || y == null) {
            return x == null ? y == null ? Constant.zero(type) : y : x;
        }
        return out.add(new Op.Binary(BinaryKind.ADD, x, y));
    }

    private Value difference(@Nullable Value x, @Nullable Value y, Type type) {
        if (y == null) {
            return x == null ? Constant.zero(type) : x;
        }
        return x == null ? out.add(new Op.Negate(y)) : out.add(new Op.Binary(BinaryKind.SUB, x, y));
    }
}
