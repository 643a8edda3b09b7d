package dev.fluxion.transform.shadow;

import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.FieldPlace;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.activity.Boxed;
import dev.fluxion.transform.activity.Callees;

import org.jspecify.annotations.Nullable;

/** Which statements of a function read or store a number where it may vary, and its shadow is found by identity. */
public final class Accesses {
    private final Activity activity;
    private final Callees callees;

    /**
     * Prepares to look at statements.
     *
     * @param callees knows fields and boxes
     */
    public Accesses(Activity activity, Callees callees) {
        this.activity = activity;
        this.callees = callees;
    }

    /** Returns what a statement reads or stores, or null if its reverse has nothing to do with it. */
    public @Nullable Access of(Statement statement) {
        Access access = any(statement);
        return access != null && access.stored() == null && !activity.hasActiveResult(statement) ? null : access;
    }

    private @Nullable Access any(Statement statement) {
        return switch (statement.op()) {
            case Op.ArrayLoad op ->
                    isFound(op.element(), op.array()) ? element(op.element(), op.array(), op.index(), null) : null;
            case Op.ArrayStore op ->
                    isFound(op.element(), op.array())
                            ? element(op.element(), op.array(), op.index(), op.value())
                            : null;
            case Op.GetField op -> activity.isActive(op.field()) ? field(op.field(), op.object(), null) : null;
            case Op.PutField op -> activity.isActive(op.field()) ? field(op.field(), op.object(), op.value()) : null;
            case Op.GetStatic op -> activity.isActive(op.field()) ? field(op.field(), null, null) : null;
            case Op.PutStatic op -> activity.isActive(op.field()) ? field(op.field(), null, op.value()) : null;
            case Op.Invoke op ->
                    callees.target(op) instanceof Target.Box && activity.isActive(Boxed.field(op))
                            ? box(statement, op)
                            : null;
            case Op.Negate _,
                    Op.Binary _,
                    Op.IntegerDivide _,
                    Op.Compare _,
                    Op.ThreeWay _,
                    Op.Convert _,
                    Op.Select _,
                    Op.ArrayLength _,
                    Op.NewArray _,
                    Op.New _,
                    Op.InstanceOf _,
                    Op.CheckCast _,
                    Op.Monitor _,
                    Op.InvokeDynamic _,
                    Op.MakeClosure _,
                    Op.Call _,
                    Op.TapePush _,
                    Op.TapePop _,
                    Op.TapeReserve _,
                    Op.TapeRelease _,
                    Op.TapeTop _ ->
                    null;
        };
    }

    private boolean isFound(Type element, Value array) {
        return element.isFloating() && activity.isFound(array);
    }

    private static Access element(Type element, Value array, Value index, @Nullable Value stored) {
        return new Access(array, index, 0, null, (PrimitiveType) element, stored);
    }

    private Access field(FieldRef field, @Nullable Value object, @Nullable Value stored) {
        FieldPlace place = callees.field(field);
        String name = object == null ? place.field().owner() + "." + place.field().name() : null;
        return new Access(object, null, place.slot(), name, (PrimitiveType) field.type(), stored);
    }

    /** A box is fresh, so that one of a constant has no shadow that would have to be cleared. */
    private @Nullable Access box(Statement statement, Op.Invoke op) {
        PrimitiveType type = (PrimitiveType) Boxed.field(op).type();
        Value first = op.arguments().getFirst();
        if (!Boxed.isMade(op)) {
            return new Access(first, null, 0, null, type, null);
        }
        return activity.isActive(first) ? new Access(statement.result(), null, 0, null, type, first) : null;
    }
}
