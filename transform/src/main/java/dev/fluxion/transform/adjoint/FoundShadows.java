package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.transform.activity.Activity;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Memory whose shadow is found by identity, in both sweeps.
 *
 * <pre>
 *   y = o.f      forwards: nothing                 backwards: s = shadows.find(o); if (s != null) s[slot] += yBar
 *   o.f = v      forwards: shadows.of(o)           backwards: s = shadows.find(o); vBar += s[slot]; s[slot] = 0
 *   o.f = 1.0    forwards: nothing                 backwards: s = shadows.find(o); if (s != null) s[slot] = 0
 * </pre>
 *
 * <p>A lambda is an object with a field for each number that it has captured, see {@link CapturedNumbers}.
 *
 * <p>A shadow is made before the outermost loop in which its owner stays the same: there it costs least, and one more
 * than is needed does no harm.
 */
final class FoundShadows {
    private final PrimalShape shape;
    private final Activity activity;
    private final Accesses accesses;
    private final Consumer<Function> library;
    private final Set<String> statics = new LinkedHashSet<>();
    private final Map<Label, Set<Value>> beforeLoops = new LinkedHashMap<>();
    private final Map<Statement, Value> inPlace = new HashMap<>();
    private final Map<Value, Set<Label>> madeIn = new HashMap<>();

    /**
     * Plans where shadows are made.
     *
     * @param library takes the functions that are called
     */
    FoundShadows(PrimalShape shape, Activity activity, Accesses accesses, Consumer<Function> library) {
        this.shape = shape;
        this.activity = activity;
        this.accesses = accesses;
        this.library = library;
        for (Block block : shape.cfg.blocks()) {
            if (shape.mayReturn(block.label())) {
                for (Statement statement : block.statements()) {
                    Access access = accesses.of(statement);
                    if (isActiveClosure(statement)) {
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
            if (shape.cfg.block(made).handlers().isEmpty() && shape.dominators.dominates(made, block)) {
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
            Loop around = shape.loops.innermost(at);
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
    void enter(Value shadows, FunctionBuilder out) {
        for (String field : statics) {
            out.add(ShadowCalls.ofStatic(shadows, field));
        }
    }

    /** Returns the owner whose shadow is made after a statement has stored in it, or null. */
    @Nullable Value madeAfter(Statement statement) {
        return inPlace.get(statement);
    }

    /** Makes the shadows that are needed in a loop that follows a block. */
    void leave(Label block, Value shadows, FunctionBuilder out) {
        for (Value owner : beforeLoops.getOrDefault(block, Set.of())) {
            out.add(ShadowCalls.ofStored(shadows, owner));
        }
    }

    /** Returns whether the reverse sweep has to do with memory for a statement. */
    boolean isReversed(Statement statement) {
        return accesses.of(statement) != null || isActiveClosure(statement);
    }

    /** Returns whether a statement reads or stores a number whose shadow is found. */
    boolean isAccess(Statement statement) {
        return accesses.of(statement) != null;
    }

    private boolean isActiveClosure(Statement statement) {
        return statement.op() instanceof Op.MakeClosure closure && activity.isActive(closure);
    }

    /** Asks for what the reverse of an access needs. */
    void ask(Statement statement, Label at, TapePlanner planner) {
        if (isActiveClosure(statement)) {
            planner.ask(statement.result(), at);
            return;
        }
        Access access = accesses.of(statement);
        if (access != null) {
            if (access.owner() instanceof Variable owner) {
                planner.askFound(owner, at);
            }
            if (access.index() != null) {
                planner.ask(access.index(), at);
            }
        }
    }

    /** Emits the reverse of an access. */
    void reverse(Statement statement, Adjoints adjoints, FunctionBuilder out, ReverseRules.Recovery recover) {
        if (statement.op() instanceof Op.MakeClosure closure) {
            Value shadow = out.add(ShadowCalls.find(recover.shadows(), recover.primal(statement.result())));
            CapturedNumbers.release(closure, shadow, adjoints, out);
            return;
        }
        Access access = Objects.requireNonNull(accesses.of(statement));
        Value shadow =
                access.owner() != null
                        ? recover.found(access.owner())
                        : out.add(ShadowCalls.findStatic(recover.shadows(), Objects.requireNonNull(access.field())));
        PrimitiveType element = (PrimitiveType) ((ArrayType) shadow.type()).element();
        Value index = access.index() != null ? recover.primal(access.index()) : Constant.of(access.slot());
        Value stored = access.stored();
        if (stored == null) {
            Value bar = converted(adjoints.take(statement.result()), element, adjoints);
            if (adjoints.elements().isHeld(shadow, index)) {
                adjoints.elements().add(element, shadow, index, bar);
            } else {
                adjoints.elements().finish();
                call(ShadowCalls.add(element), List.of(shadow, index, bar), out);
            }
        } else if (activity.isActive(stored)) {
            Value bar = adjoints.elements().take(element, shadow, index);
            adjoints.add(stored, converted(bar, (PrimitiveType) stored.type(), adjoints));
        } else {
            adjoints.elements().finish();
            call(ShadowCalls.clear(element), List.of(shadow, index), out);
        }
    }

    private static Value converted(Value bar, PrimitiveType to, Adjoints adjoints) {
        return bar.type() == to ? bar : adjoints.linear(new Op.Convert(to, bar));
    }

    private void call(Function function, List<Value> arguments, FunctionBuilder out) {
        library.accept(function);
        out.append(new Statement(List.of(), new Op.Call(function.name(), new ArrayList<>(arguments)), out.position()));
    }
}
