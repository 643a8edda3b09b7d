package dev.fluxion.transform.rule;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.ForwardRule;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.MethodRule;
import dev.fluxion.transform.ReverseRule;
import dev.fluxion.transform.exceptions.CatchAll;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;

/** The functions of a program that stand for methods with rules. */
public final class RuleFunctions {

    private RuleFunctions() {}

    /**
     * Makes the function that stands for a method part of a program, and returns its name.
     *
     * @param call a call of the method
     */
    static String apply(MethodRule rule, Op call, Library library) {
        return switch (rule) {
            case ReverseRule reverse -> apply(reverse, library);
            case ForwardRule forward -> RuleTangent.apply(forward, call, library);
        };
    }

    private static String apply(ReverseRule rule, Library library) {
        String name = rule.primal();
        if (library.rule(name) == null) {
            library.putRule(name, rule);
            RuleForward forward = RuleForward.of(rule);
            library.put(forward.function());
            library.put(primal(rule, forward));
        }
        return name;
    }

    /** Makes the variant of a function that gives its exception back part of a program, and returns it. */
    public static Function caught(Function function, Library library) {
        String name = CatchAll.name(function);
        if (!library.has(name)) {
            library.put(CatchAll.of(function));
            MethodRule rule = library.rule(function.name());
            if (rule != null) {
                library.putRule(name, rule);
            }
        }
        return library.function(name);
    }

    /**
     * Makes the pair of a function that stands for a method with a rule part of a program.
     *
     * @param stacks gives a stack of the tape that nothing else uses
     */
    public static void putPair(String function, RulePair.Shape shape, Library library, IntSupplier stacks) {
        ReverseRule rule = (ReverseRule) Objects.requireNonNull(library.rule(function), function);
        RuleForward forward = RuleForward.of(rule);
        RulePair pair =
                function.equals(rule.primal())
                        ? RulePair.of(rule, forward, shape, stacks)
                        : CaughtPair.of(
                                RulePair.of(rule, forward, CaughtPair.inner(shape), stacks),
                                rule,
                                shape,
                                library,
                                stacks);
        library.put(pair.augmented());
        library.put(pair.reverse());
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
