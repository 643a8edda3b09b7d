package dev.fluxion.transform.range;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.CountedLoop;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.type.PrimitiveType;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** The loops of a function that count in {@code int} without overflow and test at their top. */
final class Counters {
    private final Map<Loop, CountedLoop> counted = new HashMap<>();
    private final Map<Variable, CountedLoop> byVariable = new HashMap<>();
    private final Loops loops;

    Counters(Loops loops, Dominators dominators, Definitions definitions) {
        this.loops = loops;
        for (Loop loop : loops.all()) {
            CountedLoop found = CountedLoop.of(loop, loops, dominators, definitions);
            if (found != null
                    && found.testsAtTop()
                    && !found.testsNext()
                    && found.conditions().isEmpty()
                    && found.isBoundDefinedOutside(definitions)
                    && found.induction().variable().type() == PrimitiveType.I32
                    && isOrdered(found)) {
                counted.put(loop, found);
                byVariable.put(found.induction().variable(), found);
            }
        }
    }

    /** A loop that goes on while the counter is not at the bound may count through the overflow. */
    private static boolean isOrdered(CountedLoop loop) {
        return loop.kind() != CompareKind.NE
                || loop.induction().init() instanceof Constant.IntConstant(int from)
                        && loop.bound() instanceof Constant.IntConstant(int to)
                        && (loop.induction().step() > 0 ? from <= to : from >= to);
    }

    /** Returns how a loop counts, or null. */
    @Nullable CountedLoop of(Loop loop) {
        return counted.get(loop);
    }

    /** Returns the loop that counts in a variable, or null. */
    @Nullable CountedLoop countedBy(Variable variable) {
        return byVariable.get(variable);
    }

    /** Returns whether the test has been passed in a block, on the same trip. */
    static boolean isTested(CountedLoop loop, Label block) {
        return loop.loop().contains(block) && !loop.loop().header().equals(block);
    }

    /** Returns the innermost loop around both blocks, or null. */
    @Nullable Loop common(Label one, Label other) {
        Loop loop = loops.innermost(one);
        while (loop != null && !loop.contains(other)) {
            loop = loop.parent();
        }
        return loop;
    }

    @Nullable Loop innermost(Label block) {
        return loops.innermost(block);
    }
}
