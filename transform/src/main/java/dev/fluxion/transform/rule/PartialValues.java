package dev.fluxion.transform.rule;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Pass;
import dev.fluxion.transform.Target;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Computes partial derivatives that look into objects right after the call, for what the objects hold may be another
 * thing when the derivative runs backwards.
 *
 * <pre>
 *     %y = invoke virtual Spline.at (%s, %x)    =&gt;    %y = invoke virtual Spline.at (%s, %x)
 *                                                     %d = call @slope (%s, %x, %y)
 * </pre>
 *
 * @param methods says which methods have rules
 * @param library takes the partial derivatives
 */
public record PartialValues(MethodSource methods, Library library) implements Pass {

    @Override
    public String name() {
        return "partial values";
    }

    @Override
    public Function apply(Function function) {
        Draft draft = new Draft(function);
        for (Block block : function.blocks()) {
            Set<Op> known = new HashSet<>();
            block.statements().forEach(statement -> known.add(statement.op()));
            List<Statement> statements = new ArrayList<>();
            for (Statement statement : block.statements()) {
                statements.add(statement);
                for (Function partial : partials(statement)) {
                    Op.Call call = call(partial, statement);
                    if (known.add(call)) {
                        library.put(partial);
                        Variable value = draft.newVariable(partial.resultTypes().getFirst(), "");
                        statements.add(new Statement(List.of(value), call, statement.position()));
                    }
                }
            }
            if (statements.size() > block.statements().size()) {
                draft.put(block.withStatements(statements));
            }
        }
        return draft.build();
    }

    private List<Function> partials(Statement statement) {
        if (!(statement.op() instanceof Op.Invoke call)
                || statement.results().isEmpty()
                || !statement.result().type().isFloating()
                || !(methods.resolve(call.kind(), call.method()) instanceof Target.Rule rule)
                || !rule.isGivenObjects()) {
            return List.of();
        }
        List<Function> partials = new ArrayList<>();
        for (Target.@Nullable Partial partial : rule.partials()) {
            if (partial != null && looksIntoObjects(partial.function())) {
                partials.add(partial.function());
            }
        }
        return partials;
    }

    /**
     * Returns the call that computes a partial derivative.
     *
     * @param statement the call of the method
     */
    public static Op.Call call(Function partial, Statement statement) {
        return new Op.Call(partial.name(), inputs(statement));
    }

    /** Returns what a partial takes: the arguments, then the result. */
    public static List<Value> inputs(Statement statement) {
        List<Value> inputs = new ArrayList<>(statement.op().operands());
        inputs.addAll(statement.results());
        return inputs;
    }

    /** Returns whether a partial derivative depends on what an object holds. */
    public static boolean looksIntoObjects(Function partial) {
        List<Variable> parameters = partial.parameters();
        return usedParameters(partial).stream().anyMatch(used -> parameters.get(used).type().isReference());
    }

    /** Returns the parameters that a function reads. */
    public static List<Integer> usedParameters(Function function) {
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            Variable parameter = function.parameters().get(i);
            for (Block block : function.blocks()) {
                boolean uses = block.terminator().operands().contains(parameter);
                for (Statement statement : block.statements()) {
                    uses |= statement.op().operands().contains(parameter);
                }
                if (uses) {
                    used.add(i);
                    break;
                }
            }
        }
        return used;
    }
}
