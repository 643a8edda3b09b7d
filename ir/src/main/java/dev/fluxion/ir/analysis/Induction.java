package dev.fluxion.ir.analysis;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * An induction variable: a header parameter of type {@code i32} or {@code i64} to which every trip adds the same
 * constant. On trip {@code k = 0, 1, ...} it is {@code init + k * step} in the type's wrapping arithmetic, always.
 *
 * @param variable the header's parameter
 * @param init its value on the first trip; every edge into the loop passes it
 * @param step what each trip adds, not 0
 */
public record Induction(Variable variable, Value init, long step) {

    /** Finds the induction variables of a loop, in the order of the header's parameters. */
    public static List<Induction> of(Loop loop, Cfg cfg, Definitions definitions) {
        Block header = cfg.block(loop.header());
        List<List<Value>> entering = new ArrayList<>();
        List<List<Value>> returning = new ArrayList<>();
        for (Label source : cfg.predecessors(loop.header())) {
            Block block = cfg.block(source);
            for (Handler handler : block.handlers()) {
                if (handler.target().equals(loop.header())) {
                    return List.of();
                }
            }
            for (Successor edge : block.terminator().successors()) {
                if (edge.target().equals(loop.header())) {
                    (loop.contains(source) ? returning : entering).add(edge.arguments());
                }
            }
        }
        if (entering.isEmpty()) {
            return List.of();
        }
        List<Induction> found = new ArrayList<>();
        for (int i = 0; i < header.parameters().size(); i++) {
            Variable variable = header.parameters().get(i);
            Value init = same(entering, i);
            long step = step(variable, returning, i, definitions);
            if (init != null && step != 0) {
                found.add(new Induction(variable, init, step));
            }
        }
        return List.copyOf(found);
    }

    /**
     * Returns {@code c} if {@code value} is {@code variable + c} in the type's wrapping arithmetic; 0 if it is not, or
     * if it is the variable itself.
     */
    static long distance(Value value, Variable variable, Definitions definitions) {
        if (!(value instanceof Variable sum && definitions.op(sum) instanceof Op.Binary(var kind, var x, var y))) {
            return 0;
        }
        if (kind == BinaryKind.ADD) {
            return x.equals(variable) ? constant(y) : y.equals(variable) ? constant(x) : 0;
        }
        if (kind == BinaryKind.SUB && x.equals(variable)) {
            return y instanceof Constant.IntConstant(int c) ? -c : -constant(y);
        }
        return 0;
    }

    private static long constant(Value value) {
        return switch (value) {
            case Constant.IntConstant(int c) -> c;
            case Constant.LongConstant(long c) -> c;
            case Value other -> 0;
        };
    }

    private static @Nullable Value same(List<List<Value>> edges, int parameter) {
        Value common = edges.getFirst().get(parameter);
        for (List<Value> arguments : edges) {
            if (!arguments.get(parameter).equals(common)) {
                return null;
            }
        }
        return common;
    }

    private static long step(Variable variable, List<List<Value>> edges, int parameter, Definitions definitions) {
        long step = 0;
        for (List<Value> arguments : edges) {
            long distance = distance(arguments.get(parameter), variable, definitions);
            if (distance == 0 || step != 0 && distance != step) {
                return 0;
            }
            step = distance;
        }
        return step;
    }
}
