package dev.fluxion.transform.overwrite;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** An index as {@code constant + sum of factor * variable}. */
record Affine(long constant, Map<Variable, Long> factors) {

    private static final int DEEPEST = 8;

    /** Returns the index in terms of some variables, or null if it depends on anything else. */
    static @Nullable Affine of(Value index, Set<Variable> variables, Definitions definitions) {
        return of(index, variables, definitions, DEEPEST);
    }

    private static @Nullable Affine of(Value index, Set<Variable> variables, Definitions definitions, int depth) {
        if (index instanceof Constant.IntConstant(int value)) {
            return new Affine(value, Map.of());
        }
        if (!(index instanceof Variable variable) || depth == 0) {
            return null;
        }
        if (variables.contains(variable)) {
            return new Affine(0, Map.of(variable, 1L));
        }
        if (!(definitions.op(variable) instanceof Op.Binary(var kind, var x, var y))) {
            return null;
        }
        Affine left = of(x, variables, definitions, depth - 1);
        Affine right = of(y, variables, definitions, depth - 1);
        if (left == null || right == null) {
            return null;
        }
        if (kind == BinaryKind.ADD || kind == BinaryKind.SUB) {
            return left.plus(right, kind == BinaryKind.ADD ? 1 : -1);
        }
        if (kind == BinaryKind.MUL && (left.factors.isEmpty() || right.factors.isEmpty())) {
            return left.factors.isEmpty() ? right.times(left.constant) : left.times(right.constant);
        }
        return null;
    }

    private Affine plus(Affine other, long sign) {
        Map<Variable, Long> sum = new HashMap<>(factors);
        other.factors.forEach((variable, factor) -> sum.merge(variable, sign * factor, Long::sum));
        return new Affine(constant + sign * other.constant, sum);
    }

    private Affine times(long by) {
        Map<Variable, Long> product = new HashMap<>();
        factors.forEach((variable, factor) -> product.put(variable, by * factor));
        return new Affine(by * constant, product);
    }

    /** Returns the factor of a variable. */
    long factor(Variable variable) {
        return factors.getOrDefault(variable, 0L);
    }
}
