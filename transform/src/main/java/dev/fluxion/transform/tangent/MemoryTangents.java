package dev.fluxion.transform.tangent;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
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

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Tangents in memory: what is done in the shadow after it was done in the primal.
 *
 * <pre>
 *   y = a[i]     y_dot = shadow_a[i]
 *   a[i] = v     shadow_a[i] = v_dot
 *   y = o.f      s = shadows.find(o); y_dot = s == null ? 0 : s[slot]
 *   o.f = v      s = shadows.of(o); s[slot] = v_dot
 *   o.f = 1.0    s = shadows.find(o); if (s != null) s[slot] = 0
 * </pre>
 *
 * <p>The tangents of one number lie side by side: with K lanes, a shadow has K numbers for each of its owner's.
 */
final class MemoryTangents {

    private final Activity activity;
    private final Accesses accesses;
    private final ShadowPlan plan;
    private final Tangents tangents;
    private final Consumer<Function> library;
    private final FunctionBuilder out;

    /**
     * Prepares to emit.
     *
     * @param plan where shadows are made
     * @param library takes the functions that are called
     */
    MemoryTangents(
            Activity activity,
            Accesses accesses,
            ShadowPlan plan,
            Tangents tangents,
            Consumer<Function> library,
            FunctionBuilder out) {
        this.activity = activity;
        this.accesses = accesses;
        this.plan = plan;
        this.tangents = tangents;
        this.library = library;
        this.out = out;
    }

    /** Emits what a read of the primal is for the shadow known as a value. */
    void load(Statement statement, Op.ArrayLoad op, Value shadow) {
        PrimitiveType element = (PrimitiveType) op.element();
        Value first = first(op.index());
        tangents.set(
                statement.result(),
                tangents.each(lane -> out.add(new Op.ArrayLoad(element, shadow, place(first, lane)))));
    }

    /** Emits what a store of the primal is for the shadow known as a value. */
    void store(Op.ArrayStore op, Value shadow) {
        store((PrimitiveType) op.element(), shadow, op.index(), tangents.of(op.value()));
    }

    /**
     * Emits what a statement is for shadows that are found, if it has to do with any.
     *
     * @param table the table of shadows
     */
    void emit(Statement statement, Value table) {
        if (statement.op() instanceof Op.MakeClosure closure && activity.isActive(closure)) {
            Value shadow = out.add(ShadowCalls.ofStored(table, statement.result()));
            for (CapturedNumbers.Captured captured : CapturedNumbers.of(closure)) {
                store(PrimitiveType.F64, shadow, Constant.of(captured.slot()), widened(captured.value()));
            }
            return;
        }
        Access access = accesses.of(statement);
        if (access == null) {
            return;
        }
        Value index = access.index() != null ? access.index() : Constant.of(access.slot());
        Value stored = access.stored();
        if (stored == null) {
            read(statement, shadow(access, table), index);
        } else if (activity.isActive(stored)) {
            boolean isMadeHere = plan.madeAfter(statement) != null;
            Value owner = access.owner();
            Value shadow =
                    isMadeHere && owner != null ? out.add(ShadowCalls.ofStored(table, owner)) : shadow(access, table);
            PrimitiveType element = element(shadow);
            store(element, shadow, index, element == stored.type() ? tangents.of(stored) : widened(stored));
        } else {
            Value shadow = shadow(access, table);
            call(TangentFunctions.clear(element(shadow), tangents.lanes()), List.of(shadow, index));
        }
    }

    private Value shadow(Access access, Value table) {
        return out.add(
                access.owner() != null
                        ? ShadowCalls.find(table, access.owner())
                        : ShadowCalls.findStatic(table, Objects.requireNonNull(access.field())));
    }

    private void read(Statement statement, Value shadow, Value index) {
        PrimitiveType element = element(shadow);
        PrimitiveType type = (PrimitiveType) statement.result().type();
        List<? extends Value> read = call(TangentFunctions.read(element, tangents.lanes()), List.of(shadow, index));
        tangents.set(statement.result(), tangents.each(lane -> converted(read.get(lane), type)));
    }

    private List<Value> widened(Value number) {
        List<Value> narrow = tangents.of(number);
        return tangents.each(lane -> converted(narrow.get(lane), PrimitiveType.F64));
    }

    private Value converted(Value tangent, PrimitiveType to) {
        return tangent.type() == to ? tangent : out.add(new Op.Convert(to, tangent));
    }

    private void store(PrimitiveType element, Value shadow, Value index, List<Value> values) {
        Value first = first(index);
        for (int lane = 0; lane < tangents.lanes(); lane++) {
            out.effect(new Op.ArrayStore(element, shadow, place(first, lane), values.get(lane)));
        }
    }

    private Value first(Value index) {
        return TangentFunctions.first(index, tangents.lanes(), out);
    }

    private Value place(Value first, int lane) {
        return TangentFunctions.place(first, lane, out);
    }

    private List<? extends Value> call(Function function, List<Value> arguments) {
        library.accept(function);
        return out.call(new Op.Call(function.name(), arguments), function.resultTypes());
    }

    private static PrimitiveType element(Value shadow) {
        return (PrimitiveType) ((ArrayType) shadow.type()).element();
    }

    /** Emits the shadow of a fresh array of numbers. */
    Value made(Op.NewArray array) {
        Value length = array.lengths().getFirst();
        return out.add(new Op.NewArray(array.type(), Collections.singletonList(first(length))));
    }
}
