package dev.fluxion.transform.rule;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Edge;
import dev.fluxion.transform.Incoming;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds partial derivatives that are nothing but one or zero, such as those of {@code max}. They hand the adjoint of
 * the result on, or not; a multiplication would make NaN of an infinite adjoint that is not handed on.
 */
public final class Choices {

    private final Function function;
    private final Definitions definitions;
    private final Incoming incoming;
    private final Set<Variable> seen = new HashSet<>();

    private Choices(Function function) {
        this.function = function;
        this.definitions = Definitions.of(function);
        this.incoming = Incoming.of(function.blocks());
    }

    /** Returns whether a function of one floating-point result returns zeros and ones only. */
    public static boolean isZeroOrOne(Function function) {
        Choices choices = new Choices(function);
        for (Block block : function.blocks()) {
            if (block.terminator() instanceof Terminator.Return end && !choices.isZeroOrOne(end.values().getFirst())) {
                return false;
            }
        }
        return true;
    }

    private boolean isZeroOrOne(Value value) {
        if (!(value instanceof Variable variable)) {
            return value.equals(Constant.zero(value.type())) || value.equals(Constant.one(value.type()));
        }
        if (!seen.add(variable)) {
            return true;
        }
        if (definitions.op(variable) instanceof Op.Select select) {
            return isZeroOrOne(select.x()) && isZeroOrOne(select.y());
        }
        return !function.parameters().contains(variable) && isZeroOrOneParameter(variable);
    }

    private boolean isZeroOrOneParameter(Variable variable) {
        for (Block block : function.blocks()) {
            int index = block.parameters().indexOf(variable);
            if (index < 0) {
                continue;
            }
            for (Edge edge : incoming.to(block.label())) {
                if (!isZeroOrOne(edge.arguments().get(index))) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }
}
