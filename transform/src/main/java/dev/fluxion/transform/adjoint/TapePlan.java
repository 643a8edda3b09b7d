package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Label;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.CountedLoop;
import dev.fluxion.ir.analysis.Induction;
import dev.fluxion.ir.op.Op;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is remembered where. Each block has a frame: the needs whose values it pushes at its end and whose reverse pops
 * them at its start, in the opposite order.
 */
final class TapePlan {

    /**
     * A value that is remembered.
     *
     * @param need what
     * @param stack the stack it goes to
     */
    record Entry(Need need, int stack) {}

    /** How the reverse sweep gets at a value. */
    sealed interface Recipe {
        /** It is at hand: never lost, or popped before. */
        record AtHand() implements Recipe {}

        /** It is computed anew. */
        record Recompute(Op op) implements Recipe {}

        /** It follows from the number of the trip. */
        record FromTrip(Induction induction, Label header) implements Recipe {}

        /** How often a loop went round follows from where it began and where it had to end. */
        record FromBounds(CountedLoop loop) implements Recipe {}
    }

    private final Map<Label, Map<Need, Entry>> frames = new LinkedHashMap<>();
    private final Map<Label, Set<Need>> prepared = new LinkedHashMap<>();
    private final Map<Label, Set<Variable>> owners = new LinkedHashMap<>();

    /** Adds to a block's frame, unless it is there already. */
    void remember(Label block, Need need, java.util.function.IntSupplier freshStack) {
        frames.computeIfAbsent(block, key -> new LinkedHashMap<>())
                .computeIfAbsent(need, key -> new Entry(key, freshStack.getAsInt()));
    }

    /** Has the reverse of a block compute a value at its start, for the reverse of a loop that comes after it. */
    void prepare(Label block, Need need) {
        prepared.computeIfAbsent(block, key -> new LinkedHashSet<>()).add(need);
    }

    /** Has the reverse of a block look up a shadow at its start, for the reverse of a loop that comes after it. */
    void lookUp(Label block, Variable owner) {
        owners.computeIfAbsent(block, key -> new LinkedHashSet<>()).add(owner);
    }

    /** Returns the owners of the shadows that the reverse of a block looks up at its start. */
    Set<Variable> lookedUp(Label block) {
        return owners.getOrDefault(block, Set.of());
    }

    /** Returns whether a value is there from the start of a block's reverse on. */
    boolean provides(Label block, Need need) {
        return frames.getOrDefault(block, Map.of()).containsKey(need)
                || prepared.getOrDefault(block, Set.of()).contains(need);
    }

    /** Returns what the reverse of a block computes at its start. */
    Set<Need> prepared(Label block) {
        return new LinkedHashSet<>(prepared.getOrDefault(block, Set.of()));
    }

    /** Returns a block's frame, in the order of the pushes. */
    List<Entry> frame(Label block) {
        return new ArrayList<>(frames.getOrDefault(block, Map.of()).values());
    }
}
