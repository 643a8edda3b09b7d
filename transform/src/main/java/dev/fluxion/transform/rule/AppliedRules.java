package dev.fluxion.transform.rule;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** The rules that one differentiation has come across, by the names of the functions that stand for their methods. */
public final class AppliedRules {

    private final Map<String, ReverseRule> rules = new HashMap<>();
    private final Map<String, RuleForward> forwards = new HashMap<>();
    private final Set<String> caught = new HashSet<>();

    /** Starts with none. */
    public AppliedRules() {}

    /**
     * Notes a rule, and returns the name of the function that stands for its method.
     *
     * @param program takes the function, and what it calls
     */
    public String apply(ReverseRule rule, Consumer<Function> program) {
        String name = rule.primal();
        if (!rules.containsKey(name)) {
            RuleForward forward = RuleForward.of(rule);
            rules.put(name, rule);
            forwards.put(name, forward);
            program.accept(forward.function());
            program.accept(primal(rule, forward));
        }
        return name;
    }

    /** Returns the rule that a function of the program stands for, or null. */
    public @Nullable ReverseRule rule(String function) {
        return rules.get(function);
    }

    /** Notes that one function does what another does, and gives its exception back. */
    public void catches(String variant, String function) {
        ReverseRule rule = rules.get(function);
        if (rule != null) {
            rules.put(variant, rule);
            caught.add(variant);
        }
    }

    /**
     * Returns the pair for a function that stands for a method with a rule.
     *
     * @param program takes what the pair calls
     * @param stacks gives a stack of the tape that nothing else uses
     */
    public RulePair pair(String function, RulePair.Shape shape, Consumer<Function> program, IntSupplier stacks) {
        ReverseRule rule = rules.get(function);
        if (rule == null) {
            throw new IllegalArgumentException("no rule for " + function);
        }
        RuleForward forward = Objects.requireNonNull(forwards.get(rule.primal()));
        return caught.contains(function)
                ? CaughtPair.of(RulePair.of(rule, forward, CaughtPair.inner(shape), stacks), shape, program, stacks)
                : RulePair.of(rule, forward, shape, stacks);
    }

    /** What is called where no derivative flows: the value, without what the pullback would need. */
    private static Function primal(ReverseRule rule, RuleForward forward) {
        FunctionBuilder out = new FunctionBuilder(rule.primal(), rule.resultTypes());
        List<Variable> parameters = new ArrayList<>();
        for (Variable parameter : rule.body().parameters()) {
            parameters.add(out.variable(parameter.type(), parameter.name()));
        }
        out.begin(out.label("entry"), parameters);
        Op.Call call = new Op.Call(forward.function().name(), List.copyOf(parameters));
        List<Variable> given = out.call(call, forward.function().resultTypes());
        List<Value> results = List.copyOf(given.subList(0, rule.resultTypes().size()));
        out.end(new Terminator.Return(results));
        return out.build();
    }
}
