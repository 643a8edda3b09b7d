package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Place;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.activity.Arrays;
import dev.fluxion.transform.activity.Footprint;
import dev.fluxion.transform.primal.PrimalShape;
import dev.fluxion.transform.program.Session;
import dev.fluxion.transform.range.LaterStores;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether what was read from memory in the forward sweep can be read again in the reverse sweep: nothing has been
 * stored there in between. The reverse of a function in split form runs after its caller has gone on, so that there
 * nobody in the whole program may store, unless the memory is the function's own.
 */
final class Reloading {
    private final PrimalShape shape;
    private final Arrays arrays;
    private final boolean fused;
    private final Session session;
    private final LaterStores stores;
    private final Map<Variable, Boolean> safe = new HashMap<>();
    private final Map<Variable, Place> stored = new HashMap<>();
    private final Map<Variable, Op.@Nullable ArrayLoad> kept = new HashMap<>();

    Reloading(PrimalShape shape, Arrays arrays, boolean fused, Session session) {
        this.shape = shape;
        this.arrays = arrays;
        this.fused = fused;
        this.session = session;
        this.stores = new LaterStores(shape.cfg(), shape.dominators(), shape.loops(), shape.definitions());
        shape.cfg().blocks().forEach(this::noteStored);
    }

    private void noteStored(Block block) {
        List<Statement> statements = block.statements();
        for (int i = 0; i < statements.size() && block.handlers().isEmpty(); i++) {
            if (statements.get(i).op() instanceof Op.ArrayStore store
                    && store.value() instanceof Variable value
                    && value.type().isFloating()
                    && shape.definitions().place(value).block().equals(block.label())) {
                stored.put(value, new Place(block.label(), i));
            }
        }
    }

    /** Returns whether a load that gave a variable gives the same at the end. */
    boolean isSafe(Variable variable, Op.ArrayLoad load) {
        Boolean known = safe.get(variable);
        if (known == null) {
            Place place = shape.definitions().place(variable);
            known = isSafe(place, load.element(), load.array(), load.index());
            safe.put(variable, known);
        }
        return known;
    }

    /** Returns a load that gives a number back, from where it was stored as soon as it was computed; null if none. */
    Op.@Nullable ArrayLoad kept(Variable variable) {
        Place place = stored.get(variable);
        if (place == null) {
            return null;
        }
        if (!kept.containsKey(variable)) {
            Op.ArrayStore store = (Op.ArrayStore) shape.cfg().block(place.block()).statements().get(place.index()).op();
            boolean isKept = isSafe(place, store.element(), store.array(), store.index());
            kept.put(variable, isKept ? new Op.ArrayLoad(store.element(), store.array(), store.index()) : null);
        }
        return kept.get(variable);
    }

    private boolean isSafe(Place place, Type element, Value array, Value index) {
        boolean isSeen = fused || arrays.isPrivate(array);
        return !arrays.isClobbered(element)
                && (isSeen || !program().mayStore(element))
                && !stores.mayHit(place, array, index, store -> arrays.mayWrite(store, array, element));
    }

    boolean isSafe(FieldRef field) {
        return !program().mayStore(session.field(field));
    }

    private Footprint program() {
        return session.program();
    }
}
