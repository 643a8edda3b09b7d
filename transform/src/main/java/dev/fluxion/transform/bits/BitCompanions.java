package dev.fluxion.transform.bits;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.runtime.Bits;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Edge;
import dev.fluxion.transform.Incoming;
import dev.fluxion.transform.Pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets a companion travel beside bits that come from floating numbers and become floating numbers again.
 *
 * <pre>
 *   %b = invoke static Double.doubleToRawLongBits (%x)     %t = invoke static Bits.lift (%x, rate of %x)
 *   %m = and %b, 9223372036854775807
 *   %y = invoke static Double.longBitsToDouble (%m)        %y' = invoke static Bits.carry (%y, %t, 1 / rate of %y)
 * </pre>
 *
 * <p>Values stay as they are; only the slopes are new.
 */
public record BitCompanions() implements Pass {

    @Override
    public String name() {
        return "bit-companions";
    }

    @Override
    public Function apply(Function function) {
        Taint taint = Taint.of(function);
        return taint.isEmpty() ? function : new Run(function, taint).run();
    }

    private static final class Run {
        private final Function function;
        private final Taint taint;
        private final Draft draft;
        private final Map<Variable, Variable> companions = new HashMap<>();
        private List<Statement> into = new ArrayList<>();
        private Position at = Position.NONE;

        Run(Function function, Taint taint) {
            this.function = function;
            this.taint = taint;
            this.draft = new Draft(function);
        }

        Function run() {
            for (Block block : function.blocks()) {
                for (Variable parameter : block.parameters()) {
                    reserve(parameter);
                }
                for (Statement statement : block.statements()) {
                    statement.results().forEach(this::reserve);
                }
            }
            for (Block block : function.blocks()) {
                into = new ArrayList<>();
                for (Statement statement : block.statements()) {
                    at = statement.position();
                    emit(statement);
                }
                draft.put(draft.block(block.label()).withStatements(into));
            }
            passCompanions();
            return draft.build();
        }

        private void reserve(Variable variable) {
            if (taint.isFollowed(variable)) {
                companions.put(variable, draft.newVariable(PrimitiveType.F64, ""));
            }
        }

        /** A followed block parameter comes with its companion. */
        private void passCompanions() {
            Incoming incoming = Incoming.of(function.blocks());
            for (Block block : function.blocks()) {
                for (int i = 0; i < block.parameters().size(); i++) {
                    Variable companion = companions.get(block.parameters().get(i));
                    if (companion == null) {
                        continue;
                    }
                    for (Edge edge : incoming.to(block.label())) {
                        edge.append(draft, companion(edge.arguments().get(edge.exceptional() ? i - 1 : i)));
                    }
                    Block now = draft.block(block.label());
                    List<Variable> parameters = new ArrayList<>(now.parameters());
                    parameters.add(companion);
                    draft.put(now.withParameters(parameters));
                }
            }
        }

        private Value companion(Value value) {
            Variable companion = value instanceof Variable variable ? companions.get(variable) : null;
            return companion == null ? Constant.of(0.0) : companion;
        }

        private void emit(Statement statement) {
            Op op = statement.op();
            if (BitMethods.isGiving(op) && taint.isFollowed(op.operands().getFirst())) {
                give(statement);
                return;
            }
            into.add(statement);
            for (Variable result : statement.results()) {
                Variable companion = companions.get(result);
                if (companion != null) {
                    into.add(new Statement(List.of(companion), slope(op), at));
                }
            }
        }

        /** The operation that gives the companion of what {@code op} gives. */
        private Op slope(Op op) {
            List<Value> operands = op.operands();
            if (BitMethods.isTaking(op)) {
                Value x = operands.getFirst();
                Value rate = call(x.type() == PrimitiveType.F32 ? BitMethods.RATE_OF_FLOAT : BitMethods.RATE, x);
                return new Op.Invoke(InvokeKind.STATIC, BitMethods.LIFT, List.of(wide(x), rate));
            }
            return switch (Motion.of(op, taint::isFollowed, 0)) {
                case NEGATIVE -> new Op.Negate(companion(operands.getFirst()));
                case DIFFERENCE ->
                        new Op.Binary(BinaryKind.SUB, companion(operands.getFirst()), companion(operands.getLast()));
                case LEFT -> scaled(operands, BitMethods.LEFT);
                case RIGHT -> scaled(operands, BitMethods.RIGHT);
                case CHOICE ->
                        new Op.Select(operands.getFirst(), companion(operands.get(1)), companion(operands.getLast()));
                case SUM, UNKNOWN, NONE -> sum(operands);
            };
        }

        private Op sum(List<Value> operands) {
            Value sum = Constant.of(0.0);
            for (Value operand : operands.subList(0, operands.size() - 1)) {
                sum = add(new Op.Binary(BinaryKind.ADD, sum, companion(operand)));
            }
            return new Op.Binary(BinaryKind.ADD, sum, companion(operands.getLast()));
        }

        private Op scaled(List<Value> operands, MethodRef factor) {
            Value distance = operands.getLast();
            return new Op.Binary(BinaryKind.MUL, companion(operands.getFirst()), call(factor, distance));
        }

        /** A floating number made of followed bits takes its slope from their companion. */
        private void give(Statement statement) {
            Value bits = statement.op().operands().getFirst();
            Variable plain = draft.newVariable(statement.result().type(), "");
            into.add(new Statement(List.of(plain), statement.op(), at));
            Value y = wide(plain);
            Op carry;
            if (taint.isLost(bits)) {
                carry = new Op.Invoke(InvokeKind.STATIC, BitMethods.LOST, List.of(y, companion(bits)));
            } else if (BitMethods.isAssembling(statement.op())) {
                boolean isFloat = plain.type() == PrimitiveType.F32;
                Value rate = call(isFloat ? BitMethods.RATE_OF_FLOAT : BitMethods.RATE, plain);
                Value inverse = add(new Op.Binary(BinaryKind.DIV, Constant.of(1.0), rate));
                carry = new Op.Invoke(InvokeKind.STATIC, BitMethods.CARRY, List.of(y, companion(bits), inverse));
            } else {
                carry =
                        new Op.Invoke(
                                InvokeKind.STATIC,
                                BitMethods.CARRY,
                                List.of(y, companion(bits), Constant.of(Bits.unit())));
            }
            if (plain.type() == PrimitiveType.F32) {
                Value result = add(carry);
                into.add(new Statement(statement.results(), new Op.Convert(PrimitiveType.F32, result), at));
            } else {
                into.add(new Statement(statement.results(), carry, at));
            }
        }

        private Value wide(Value number) {
            return number.type() == PrimitiveType.F32 ? add(new Op.Convert(PrimitiveType.F64, number)) : number;
        }

        private Value call(MethodRef method, Value argument) {
            return add(new Op.Invoke(InvokeKind.STATIC, method, List.of(argument)));
        }

        private Value add(Op op) {
            Variable result = draft.newVariable(PrimitiveType.F64, "");
            into.add(new Statement(List.of(result), op, at));
            return result;
        }
    }
}
