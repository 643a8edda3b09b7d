package dev.fluxion.transform.tape;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * A whole number as {@code constant + sum of factor * term}, modulo 2^32 as in the arithmetic of {@code int}, so that
 * equal forms are equal numbers also where something overflows.
 *
 * @param terms the factors, none of them zero
 * @param constant what is left
 */
record LinearForm(Map<Object, Integer> terms, int constant) {

    /** How many operations deep one looks. */
    private static final int DEEPEST = 8;

    /** Says what a variable is that no sum or multiple defines: a form of other terms, or null. */
    interface Leaves {
        @Nullable LinearForm of(Variable variable);
    }

    static LinearForm of(int constant) {
        return new LinearForm(Map.of(), constant);
    }

    static LinearForm term(Object term) {
        return new LinearForm(Map.of(term, 1), 0);
    }

    LinearForm plus(LinearForm other, int factor) {
        Map<Object, Integer> sum = new HashMap<>(terms);
        other.terms.forEach((term, by) -> sum.merge(term, by * factor, Integer::sum));
        sum.values().removeIf(by -> by == 0);
        return new LinearForm(sum, constant + other.constant * factor);
    }

    /** Returns the form of a value, or null if the leaves do not know what it consists of. */
    static @Nullable LinearForm of(Value value, Definitions definitions, Leaves leaves) {
        return of(value, definitions, leaves, 0);
    }

    private static @Nullable LinearForm of(Value value, Definitions definitions, Leaves leaves, int depth) {
        if (value instanceof Constant.IntConstant(int number)) {
            return of(number);
        }
        if (!(value instanceof Variable variable) || variable.type() != PrimitiveType.I32) {
            return null;
        }
        LinearForm computed =
                depth < DEEPEST && definitions.op(variable) instanceof Op.Binary op
                        ? of(op, definitions, leaves, depth + 1)
                        : null;
        return computed != null ? computed : leaves.of(variable);
    }

    private static @Nullable LinearForm of(Op.Binary op, Definitions definitions, Leaves leaves, int depth) {
        LinearForm x = of(op.x(), definitions, leaves, depth);
        LinearForm y = of(op.y(), definitions, leaves, depth);
        if (x == null || y == null) {
            return null;
        }
        if (op.kind() == BinaryKind.ADD || op.kind() == BinaryKind.SUB) {
            return x.plus(y, op.kind() == BinaryKind.ADD ? 1 : -1);
        }
        if (op.kind() == BinaryKind.MUL && y.terms.isEmpty()) {
            return of(0).plus(x, y.constant);
        }
        return op.kind() == BinaryKind.MUL && x.terms.isEmpty() ? of(0).plus(y, x.constant) : null;
    }
}
