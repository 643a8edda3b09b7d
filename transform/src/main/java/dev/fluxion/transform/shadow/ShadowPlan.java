package dev.fluxion.transform.shadow;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.primal.PrimalShape;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Where the shadows of what active numbers are stored in are made, in the forward sweep: before the outermost loop in
 * which the owner stays the same. There it costs least, and one more than is needed does no harm.
 */
public final class ShadowPlan {
    private final PrimalShape shape;
    private final Set<String> statics = new LinkedHashSet<>();
    private final Map<Label, Set<Value>> beforeLoops = new LinkedHashMap<>();
    private final Map<Statement, Value> inPlace = new HashMap<>();
    private final Map<Value, Set<Label>> madeIn = new HashMap<>();

    /** Plans where shadows are made. */
    public ShadowPlan(PrimalShape shape, Activity activity, Accesses accesses) {
        this.shape = shape;
        for (Block block : shape.cfg().blocks()) {
            if (shape.mayReturn(block.label())) {
                for (Statement statement : block.statements()) {
                    Access access = accesses.of(statement);
                    if (isActive(statement, activity)) {
                        inPlace.put(statement, statement.result());
                    }
                    if (access != null && access.stored() != null && activity.isActive(access.stored())) {
                        plan(statement, access, block.label());
                    }
                }
            }
        }
        beforeLoops.forEach((before, owners) -> owners.removeIf(owner -> isMadeBefore(owner, before)));
    }

    /** Returns whether a store on the way to a block has made a shadow already. */
    private boolean isMadeBefore(Value owner, Label block) {
        for (Label made : madeIn.getOrDefault(owner, Set.of())) {
            if (shape.cfg().block(made).handlers().isEmpty() && shape.dominators().dominates(made, block)) {
                return true;
            }
        }
        return false;
    }

    private void plan(Statement statement, Access access, Label at) {
        if (access.field() != null) {
            statics.add(access.field());
        } else if (access.owner() instanceof Variable owner) {
            Loop defined = shape.loopOf(owner);
            Loop around = shape.loops().innermost(at);
            if (around == defined) {
                inPlace.put(statement, owner);
                madeIn.computeIfAbsent(owner, key -> new LinkedHashSet<>()).add(at);
                return;
            }
            while (around != null && around.parent() != defined) {
                around = around.parent();
            }
            Label before = shape.preheader(Objects.requireNonNull(around));
            beforeLoops.computeIfAbsent(before, key -> new LinkedHashSet<>()).add(owner);
        }
    }

    /** Makes what shadows are needed from the start. */
    public void enter(Value shadows, FunctionBuilder out) {
        for (String field : statics) {
            out.add(ShadowCalls.ofStatic(shadows, field));
        }
    }

    /** Returns the owner whose shadow is made after a statement has stored in it, or null. */
    public @Nullable Value madeAfter(Statement statement) {
        return inPlace.get(statement);
    }

    /** Makes the shadows that are needed in a loop that follows a block. */
    public void leave(Label block, Value shadows, FunctionBuilder out) {
        for (Value owner : beforeLoops.getOrDefault(block, Set.of())) {
            out.add(ShadowCalls.ofStored(shadows, owner));
        }
    }

    /** Returns whether a statement makes a lambda that captures active numbers, whose object needs a shadow. */
    public static boolean isActive(Statement statement, Activity activity) {
        return statement.op() instanceof Op.MakeClosure closure && activity.isActive(closure);
    }
}
