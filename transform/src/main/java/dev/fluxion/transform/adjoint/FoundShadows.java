package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.shadow.Access;
import dev.fluxion.transform.shadow.Accesses;
import dev.fluxion.transform.shadow.CapturedNumbers;
import dev.fluxion.transform.shadow.ShadowCalls;
import dev.fluxion.transform.shadow.ShadowPlan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
 */
final class FoundShadows {
    private final Activity activity;
    private final Accesses accesses;
    private final Consumer<Function> library;

    /**
     * Prepares to reverse accesses.
     *
     * @param library takes the functions that are called
     */
    FoundShadows(Activity activity, Accesses accesses, Consumer<Function> library) {
        this.activity = activity;
        this.accesses = accesses;
        this.library = library;
    }

    /** Returns whether the reverse sweep has to do with memory for a statement. */
    boolean isReversed(Statement statement) {
        return accesses.of(statement) != null || ShadowPlan.isActive(statement, activity);
    }

    /** Returns whether a statement reads or stores a number whose shadow is found. */
    boolean isAccess(Statement statement) {
        return accesses.of(statement) != null;
    }

    /** Asks for what the reverse of an access needs. */
    void ask(Statement statement, Label at, TapePlanner planner) {
        if (ShadowPlan.isActive(statement, activity)) {
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
            release(closure, shadow, adjoints, out);
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

    /** The adjoints of what a lambda has captured are taken out of its shadow. */
    private static void release(Op.MakeClosure closure, Value shadow, Adjoints adjoints, FunctionBuilder out) {
        for (CapturedNumbers.Captured captured : CapturedNumbers.of(closure)) {
            if (adjoints.isActive(captured.value())) {
                Value place = Constant.of(captured.slot());
                Value bar = out.add(new Op.ArrayLoad(PrimitiveType.F64, shadow, place));
                out.effect(new Op.ArrayStore(PrimitiveType.F64, shadow, place, Constant.zero(PrimitiveType.F64)));
                PrimitiveType type = (PrimitiveType) captured.value().type();
                adjoints.add(captured.value(), type == PrimitiveType.F64 ? bar : out.add(new Op.Convert(type, bar)));
            }
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
