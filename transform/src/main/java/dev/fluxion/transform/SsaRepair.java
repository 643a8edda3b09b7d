package dev.fluxion.transform;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a variable that now has several definitions known where it is used, by passing it along the edges between:
 * blocks where different definitions meet get a parameter.
 *
 * <p>Use: {@link #define} each definition, {@link #need} each block that uses the variable, {@link #finish}, then ask
 * {@link #at}. Every path to a block that needs the variable must pass a definition. The graph must not change between.
 */
public final class SsaRepair {

    private final Draft draft;
    private final Incoming entering;
    private final Variable variable;
    private final Map<Label, Value> defined = new HashMap<>();
    private final Map<Label, Value> known = new HashMap<>();
    private final Map<Variable, Join> joins = new LinkedHashMap<>();
    private final Substitution trivial = Substitution.chained();

    /** A block where several edges meet, and what they pass. */
    private record Join(Label block, List<Edge> edges, List<Value> incoming) {}

    /**
     * Starts the repair of one variable.
     *
     * @param draft the function
     * @param entering its edges by target, as {@link Incoming} gives them
     * @param variable the variable, for type and name
     */
    public SsaRepair(Draft draft, Incoming entering, Variable variable) {
        this.draft = draft;
        this.entering = entering;
        this.variable = variable;
    }

    /** Says that the variable is {@code value} from the start of {@code block} on. */
    public void define(Label block, Value value) {
        defined.put(block, value);
    }

    /** Says that the variable is used in {@code block}. */
    public void need(Label block) {
        atStart(block);
    }

    private Value atStart(Label block) {
        Value value = defined.get(block);
        if (value == null) {
            value = known.get(block);
        }
        if (value != null) {
            return value;
        }
        List<Edge> edges = entering.to(block);
        if (edges.isEmpty()) {
            throw new IllegalArgumentException(
                    "no definition of " + variable + " on a path to " + block + " in " + draft.original().name());
        }
        if (edges.size() == 1) {
            value = atStart(edges.getFirst().from());
            known.put(block, value);
            return value;
        }
        Variable parameter = draft.newVariable(variable);
        known.put(block, parameter);
        Join join = new Join(block, edges, new ArrayList<>());
        joins.put(parameter, join);
        for (Edge edge : edges) {
            join.incoming.add(atStart(edge.from()));
        }
        return parameter;
    }

    /** Adds the parameters that are needed, and what is passed to them, to the draft. */
    public void finish() {
        boolean progress = true;
        while (progress) {
            progress = false;
            for (Map.Entry<Variable, Join> entry : joins.entrySet()) {
                Variable parameter = entry.getKey();
                if (!trivial.replaces(parameter)) {
                    Value only = onlyOther(parameter, entry.getValue().incoming);
                    if (!only.equals(parameter)) {
                        trivial.put(parameter, only);
                        progress = true;
                    }
                }
            }
        }
        for (Map.Entry<Variable, Join> entry : joins.entrySet()) {
            if (!trivial.replaces(entry.getKey())) {
                materialize(entry.getKey(), entry.getValue());
            }
        }
    }

    /** Returns the one value besides the parameter itself that comes in, or the parameter if there are several. */
    private Value onlyOther(Variable parameter, List<Value> incoming) {
        Value only = parameter;
        for (Value value : incoming) {
            Value passed = trivial.apply(value);
            if (passed.equals(parameter) || passed.equals(only)) {
                continue;
            }
            if (!only.equals(parameter)) {
                return parameter;
            }
            only = passed;
        }
        return only;
    }

    private void materialize(Variable parameter, Join join) {
        Block block = draft.block(join.block);
        List<Variable> parameters = new ArrayList<>(block.parameters());
        parameters.add(parameter);
        draft.put(block.withParameters(parameters));
        for (int i = 0; i < join.edges.size(); i++) {
            join.edges.get(i).append(draft, trivial.apply(join.incoming.get(i)));
        }
    }

    /** Adds to {@code values} what the new parameters are passed; after {@link #finish}. */
    public void collectPassed(Set<Value> values) {
        for (Map.Entry<Variable, Join> entry : joins.entrySet()) {
            if (!trivial.replaces(entry.getKey())) {
                for (Value value : entry.getValue().incoming) {
                    values.add(trivial.apply(value));
                }
            }
        }
    }

    /** Returns the variable's value at the start of a block that needs it. */
    public Value at(Label block) {
        return trivial.apply(atStart(block));
    }
}
