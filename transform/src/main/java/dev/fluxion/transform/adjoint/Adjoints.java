package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.build.SsaBuilder;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.activity.Activity;

import java.util.HashSet;
import java.util.Set;

/**
 * The adjoints of the primal's numbers while the reverse sweep is emitted: one slot each, zero at first, added to where
 * the number is used, taken and zeroed where it is defined.
 */
final class Adjoints {

    private record Slot(Variable variable) {}

    private final Activity activity;
    private final FunctionBuilder out;
    private final SsaBuilder slots;
    private final Set<Variable> linear = new HashSet<>();
    private final ElementAdjoints elements;

    Adjoints(Activity activity, FunctionBuilder out, SsaBuilder slots) {
        this.activity = activity;
        this.out = out;
        this.slots = slots;
        this.elements = new ElementAdjoints(out);
    }

    /** Returns the adjoints of array elements. */
    ElementAdjoints elements() {
        return elements;
    }

    /** Says that nothing has been added yet to the adjoint of a variable. */
    void begin(Variable variable) {
        if (isActive(variable)) {
            slots.write(new Slot(variable), Constant.zero(variable.type()));
        }
    }

    /**
     * Returns the variables whose operations are linear in adjoints, so that structural zeros may be folded in them.
     */
    Set<Variable> linear() {
        return linear;
    }

    /** Returns whether an adjoint is kept for the value. */
    boolean isActive(Value value) {
        return value.type().isFloating() && activity.isActive(value);
    }

    /** Returns the adjoint of a variable. */
    Value get(Variable variable) {
        return slots.read(new Slot(variable), variable.type());
    }

    /** Returns the adjoint of a variable that is being undefined, and zeroes it for the next trip. */
    Value take(Variable variable) {
        Value adjoint = get(variable);
        slots.write(new Slot(variable), Constant.zero(variable.type()));
        return adjoint;
    }

    /** Adds to the adjoint of a value, if it has one. */
    void add(Value value, Value contribution) {
        if (value instanceof Variable variable && isActive(variable)) {
            Value before = get(variable);
            boolean isFirst = before.equals(Constant.zero(variable.type()));
            slots.write(new Slot(variable), isFirst ? contribution : sum(BinaryKind.ADD, before, contribution));
        }
    }

    /** Subtracts from the adjoint of a value, if it has one. */
    void subtract(Value value, Value contribution) {
        if (value instanceof Variable variable && isActive(variable)) {
            Value before = get(variable);
            boolean isFirst = before.equals(Constant.zero(variable.type()));
            slots.write(
                    new Slot(variable),
                    isFirst ? linear(new Op.Negate(contribution)) : sum(BinaryKind.SUB, before, contribution));
        }
    }

    private Value sum(BinaryKind kind, Value before, Value contribution) {
        return linear(new Op.Binary(kind, before, contribution));
    }

    /** Returns the product of an adjoint and a factor. */
    Value times(Value adjoint, Value factor) {
        return linear(new Op.Binary(BinaryKind.MUL, adjoint, factor));
    }

    /** Emits an operation that is zero where its adjoint operand (the first number among its operands) is. */
    Value linear(Op op) {
        Variable result = out.add(op);
        linear.add(result);
        return result;
    }
}
