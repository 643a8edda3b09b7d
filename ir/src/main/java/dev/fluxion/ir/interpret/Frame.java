package dev.fluxion.ir.interpret;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The variables of one running call, and constants. */
final class Frame {

    private final Map<Variable, @Nullable Object> variables = new HashMap<>();
    private final ConstantValues constants;
    private final String function;

    Frame(String function, ConstantValues constants) {
        this.function = function;
        this.constants = constants;
    }

    /** Gives all variables their values at once. */
    void assign(List<Variable> targets, List<? extends @Nullable Object> values) {
        if (targets.size() != values.size()) {
            throw new InterpretationException("in " + function + " " + targets + " take " + values.size() + " values");
        }
        for (int i = 0; i < values.size(); i++) {
            variables.put(targets.get(i), values.get(i));
        }
    }

    @Nullable Object value(Value value) throws Throwable {
        return switch (value) {
            case Constant constant -> constants.value(constant);
            case Variable variable -> {
                Object known = variables.get(variable);
                if (known == null && !variables.containsKey(variable)) {
                    throw new InterpretationException("in " + function + " " + variable + " has no value");
                }
                yield known;
            }
        };
    }

    int integer(Value value) throws Throwable {
        if (value(value) instanceof Integer integer) {
            return integer;
        }
        throw new InterpretationException("in " + function + " " + value + " is no i32");
    }

    List<@Nullable Object> values(List<Value> values) throws Throwable {
        List<@Nullable Object> all = new ArrayList<>(values.size());
        for (Value value : values) {
            all.add(value(value));
        }
        return all;
    }
}
