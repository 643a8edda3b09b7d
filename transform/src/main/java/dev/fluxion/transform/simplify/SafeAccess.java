package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.CountedLoop;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds array loads that cannot throw: {@code a[i]} inside of {@code for (int i = c; i < a.length; i += s)} with {@code
 * c >= 0} and {@code s == 1}.
 */
final class SafeAccess {

    private SafeAccess() {}

    /** Returns the results of the loads that never throw. */
    static Set<Variable> find(Function function) {
        Set<Variable> safe = new HashSet<>();
        if (!hasLoads(function)) {
            return safe;
        }
        Dominators dominators = Dominators.of(Cfg.of(function));
        Loops loops = Loops.of(dominators);
        Definitions definitions = Definitions.of(function);
        for (Loop loop : loops.all()) {
            CountedLoop counted = CountedLoop.of(loop, loops, dominators, definitions);
            if (counted != null
                    && isUpwards(counted)
                    && counted.bound() instanceof Variable bound
                    && definitions.op(bound) instanceof Op.ArrayLength(Value array)) {
                collect(dominators, counted, array, safe);
            }
        }
        return safe;
    }

    private static boolean hasLoads(Function function) {
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (statement.op() instanceof Op.ArrayLoad) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether {@code 0 <= i < bound} where the test has been passed. */
    private static boolean isUpwards(CountedLoop counted) {
        return !counted.testsNext()
                && counted.kind() == CompareKind.LT
                && counted.induction().step() == 1
                && counted.induction().variable().type() == PrimitiveType.I32
                && counted.induction().init() instanceof Constant.IntConstant(int first)
                && first >= 0;
    }

    private static void collect(Dominators dominators, CountedLoop counted, Value array, Set<Variable> safe) {
        Label body = counted.body();
        if (dominators.cfg().predecessors(body).size() != 1 || body.equals(counted.loop().header())) {
            return;
        }
        Variable index = counted.induction().variable();
        for (Label label : counted.loop().blocks()) {
            if (!dominators.dominates(body, label)) {
                continue;
            }
            for (Statement statement : dominators.cfg().block(label).statements()) {
                if (statement.op() instanceof Op.ArrayLoad load
                        && load.array().equals(array)
                        && load.index().equals(index)) {
                    safe.add(statement.result());
                }
            }
        }
    }
}
