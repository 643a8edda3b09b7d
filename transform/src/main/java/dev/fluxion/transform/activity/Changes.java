package dev.fluxion.transform.activity;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Target;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The numbers that functions may change where others find them. Those of objects that they make count only if they
 * store references as well.
 */
final class Changes {
    private final Callees callees;
    private final Set<FieldRef> fields = new LinkedHashSet<>();
    private final Set<Type> elements = new LinkedHashSet<>();
    private final Set<FieldRef> fresh = new LinkedHashSet<>();
    private boolean keeps;

    Changes(Callees callees) {
        this.callees = callees;
    }

    /** Returns whether any of the numbers are read where a derivative is taken. */
    boolean isHarm(HeapActivity heap) {
        for (FieldRef field : fields) {
            if (heap.isRead(field)) {
                return true;
            }
        }
        for (Type element : elements) {
            if (heap.isRead(element)) {
                return true;
            }
        }
        for (FieldRef field : fresh) {
            if (keeps && heap.isRead(field)) {
                return true;
            }
        }
        return false;
    }

    /** Adds the changes to what a function does. */
    void addTo(Footprint footprint) {
        footprint.addChangedByCallbacks(fields, elements);
        if (keeps) {
            footprint.addChangedByCallbacks(fresh, Set.of());
        }
    }

    /** Adds what a function does itself. */
    void note(Function function) {
        Origins origins = new Origins(function);
        boolean isConstructor = function.name().contains("<init>");
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                switch (statement.op()) {
                    case Op.PutField put -> {
                        boolean isOwn = isConstructor && put.object().equals(function.parameters().getFirst());
                        note(put.field(), isOwn);
                    }
                    case Op.PutStatic put -> note(put.field(), false);
                    case Op.ArrayStore store -> {
                        if (!isMade(store.array(), origins)) {
                            keeps |= store.element().isReference();
                            if (store.element().isFloating()) {
                                elements.add(store.element());
                            }
                        }
                    }
                    case Op.Invoke call -> {
                        switch (callees.target(call)) {
                            case Target.Moves _ -> keeps = true;
                            case Target.Box _ -> fresh.add(callees.declared(Boxed.field(call)));
                            case Target.Body _,
                                    Target.Ruled _,
                                    Target.Rule _,
                                    Target.Dispatched _,
                                    Target.NonDifferentiable _,
                                    Target.Refused _ -> {}
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    private void note(FieldRef field, boolean isOwn) {
        if (field.type().isFloating()) {
            (isOwn ? fresh : fields).add(callees.declared(field));
        } else if (field.type().isReference() && !isOwn && OpaqueCalls.leadsOn(field.type())) {
            keeps = true;
            if (Origins.isArrayOfNumbers(field.type())) {
                elements.add(((ArrayType) field.type()).element());
            }
        }
    }

    private static boolean isMade(Value array, Origins origins) {
        for (Variable origin : origins.of(array)) {
            if (!origins.isNewArray(origin)) {
                return false;
            }
        }
        return true;
    }
}
