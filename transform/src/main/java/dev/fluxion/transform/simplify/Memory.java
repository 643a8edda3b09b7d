package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Numbers states of memory, so that two loads with equal operands in one state give one value. Memory is told apart by
 * the type of array elements and the name of fields; the arrays of the tape and the table of shadows are apart from all
 * others.
 */
final class Memory {

    /** Memory that an array load or field access touches, by name. */
    private record Part(String name) {}

    private static final Part EVERYTHING = new Part("*");
    private static final Part TAPE = new Part("tape");
    private static final Part SHADOWS = new Part("shadows");

    /** A load, in a state of memory. */
    record Load(Op op, int state) {}

    private final Known known;
    private final Set<Part> written = new HashSet<>();
    private final boolean isTapeShared;
    private int states;
    private State current = new State(0);

    /** What has been written since. */
    static final class State {
        private final int base;
        private final Map<Part, Integer> parts = new HashMap<>();

        private State(int base) {
            this.base = base;
        }
    }

    Memory(Function function, Known known) {
        this.known = known;
        boolean pushes = false;
        boolean reserves = false;
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                Op op = statement.op();
                pushes |= op instanceof Op.TapePush || op instanceof Op.TapePop || op instanceof Op.Call;
                reserves |= op instanceof Op.TapeReserve || op instanceof Op.TapeRelease;
                Part part = written(op);
                if (part != null) {
                    written.add(part);
                }
            }
        }
        isTapeShared = pushes && reserves;
    }

    /** Starts a block of which nothing is known. */
    void begin() {
        current = new State(++states);
    }

    /** Starts a block in the state that its only predecessor ended in. */
    void begin(State state) {
        current = new State(state.base);
        current.parts.putAll(state.parts);
    }

    /** Returns the state now. */
    State state() {
        return current;
    }

    /** Notes what an operation changes. */
    void pass(Op op) {
        Part part = written(op);
        if (part == null) {
            return;
        }
        if (part.equals(EVERYTHING)) {
            begin();
        } else {
            current.parts.put(part, ++states);
        }
    }

    /** Returns the key of a load in the state now, or null if the operation is none. */
    @Nullable Load load(Op op) {
        Part part = read(op);
        if (part == null) {
            return null;
        }
        if (!written.contains(part) && !written.contains(EVERYTHING)) {
            return new Load(op, 0);
        }
        Integer state = current.parts.get(part);
        return new Load(op, state == null ? current.base : state);
    }

    private @Nullable Part read(Op op) {
        if (op instanceof Op.ArrayLoad load) {
            return isTape(load.array()) ? null : elements(load.element());
        }
        if (ShadowTable.isLookup(op)) {
            return SHADOWS;
        }
        if (op instanceof Op.GetField get) {
            return new Part(get.field().name());
        }
        return op instanceof Op.GetStatic get ? new Part(get.field().name()) : null;
    }

    private @Nullable Part written(Op op) {
        if (op instanceof Op.ArrayStore store) {
            return isTape(store.array()) ? TAPE : elements(store.element());
        }
        if (op instanceof Op.PutField put) {
            return new Part(put.field().name());
        }
        if (op instanceof Op.PutStatic put) {
            return new Part(put.field().name());
        }
        if (op instanceof Op.TapePush
                || op instanceof Op.TapePop
                || op instanceof Op.TapeReserve
                || op instanceof Op.TapeRelease) {
            return isTapeShared ? EVERYTHING : TAPE;
        }
        if (ShadowTable.isChange(op)) {
            return SHADOWS;
        }
        return Effects.writes(op) ? EVERYTHING : null;
    }

    private boolean isTape(Value array) {
        Op origin = known.definition(array);
        return origin instanceof Op.TapeReserve || origin instanceof Op.TapeRelease;
    }

    private static Part elements(Type element) {
        if (element.isReference()) {
            return new Part("[reference");
        }
        return new Part("[" + (element == PrimitiveType.BOOL ? PrimitiveType.I8 : element));
    }
}
