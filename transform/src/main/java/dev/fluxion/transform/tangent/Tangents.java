package dev.fluxion.transform.tangent;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.activity.Activity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;

/** The tangents of a function's numbers: for each active one as many values as there are lanes. */
final class Tangents {

    private final Activity activity;
    private final int lanes;
    private final Map<Variable, List<Value>> known = new HashMap<>();

    Tangents(Activity activity, int lanes) {
        this.activity = activity;
        this.lanes = lanes;
    }

    /** Returns how many tangents each active number has. */
    int lanes() {
        return lanes;
    }

    /** Returns whether a number has tangents; those of any other are zero. */
    boolean isActive(Value value) {
        return value.type().isFloating() && activity.isActive(value);
    }

    /** Returns the tangents of a number: zeros for one that is not active. */
    List<Value> of(Value value) {
        return isActive(value)
                ? Objects.requireNonNull(known.get((Variable) value), () -> "no tangent of " + value)
                : zeros(value.type());
    }

    /** Says what the tangents of a number are, if it is one that has any. */
    void set(Variable variable, List<? extends Value> tangents) {
        if (isActive(variable)) {
            known.put(variable, List.copyOf(tangents));
        }
    }

    /** Returns zero tangents. */
    List<Value> zeros(Type type) {
        return Collections.nCopies(lanes, Constant.zero(type));
    }

    /** Returns what is computed for each lane. */
    List<Value> each(IntFunction<Value> ofLane) {
        List<Value> values = new ArrayList<>(lanes);
        for (int lane = 0; lane < lanes; lane++) {
            values.add(ofLane.apply(lane));
        }
        return values;
    }

    /** Returns fresh variables for tangents, for parameters. */
    List<Variable> variables(Variable of, FunctionBuilder out) {
        List<Variable> variables = new ArrayList<>(lanes);
        for (int lane = 0; lane < lanes; lane++) {
            variables.add(out.variable(of.type(), of.name().isEmpty() ? "" : of.name() + "_dot"));
        }
        return variables;
    }
}
