package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Constant.DoubleConstant;
import dev.fluxion.ir.Constant.FloatConstant;
import dev.fluxion.ir.Constant.IntConstant;
import dev.fluxion.ir.Constant.LongConstant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** What is known of the values seen so far: the operations that define them. */
final class Known {

    private final Map<Variable, Op> definitions = new HashMap<>();

    /** Notes the operation whose only result is {@code variable}. */
    void define(Variable variable, Op op) {
        definitions.put(variable, op);
    }

    /** Returns the operation that defines a value, or null if there is none or it is not known. */
    @Nullable Op definition(Value value) {
        return value instanceof Variable variable ? definitions.get(variable) : null;
    }

    /** Returns {@code x} if the value is {@code -x}, else null. */
    @Nullable Value negated(Value value) {
        return definition(value) instanceof Op.Negate(Value x) ? x : null;
    }

    /** Returns whether the value is 0 or 1 whatever happens. */
    boolean isBoolean(Value value) {
        return isBoolean(value, 4);
    }

    private boolean isBoolean(Value value, int depth) {
        if (value instanceof IntConstant(int constant)) {
            return constant == 0 || constant == 1;
        }
        Op op = definition(value);
        if (op instanceof Op.Compare || op instanceof Op.InstanceOf) {
            return true;
        }
        return depth > 0
                && op instanceof Op.Select(Value condition, Value x, Value y)
                && isBoolean(x, depth - 1)
                && isBoolean(y, depth - 1);
    }

    /** Returns whether the value is that integer, as an {@code i32} or {@code i64}. */
    static boolean isInteger(Value value, long integer) {
        return value instanceof IntConstant(int i) && i == integer
                || value instanceof LongConstant(long l) && l == integer;
    }

    /** Returns whether the value is that number as an {@code f32} or {@code f64}; zeros are told apart. */
    static boolean isFloating(Value value, double number) {
        return value instanceof DoubleConstant(double d) && Double.compare(d, number) == 0
                || value instanceof FloatConstant(float f) && Double.compare(f, number) == 0;
    }

    /** Returns {@code -constant} if it is a floating constant, else null. */
    static @Nullable Constant negatedFloating(Value constant) {
        if (constant instanceof DoubleConstant(double d)) {
            return Constant.of(-d);
        }
        return constant instanceof FloatConstant(float f) ? Constant.of(-f) : null;
    }
}
