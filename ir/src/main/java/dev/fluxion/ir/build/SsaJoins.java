package dev.fluxion.ir.build;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.DominanceFrontiers;
import dev.fluxion.ir.analysis.Dominators;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The places where different values of a slot may meet, and what they come to. */
final class SsaJoins {

    /** One slot at the start of one block. */
    static final class Join {
        final SsaSlot slot;
        final Variable parameter;

        /** What each edge into the block passes. */
        final List<Value> incoming = new ArrayList<>();

        /** The joins that this is passed to. */
        private final List<Join> users = new ArrayList<>();

        /** The one value that it stands for: unknown yet, another, or itself. */
        private @Nullable Value meaning;

        private Join(SsaSlot slot, Variable parameter) {
            this.slot = slot;
            this.parameter = parameter;
        }

        private boolean isNeeded() {
            return parameter.equals(meaning);
        }
    }

    private final Map<Label, List<Join>> ofBlock = new HashMap<>();
    private final Map<Variable, Join> ofParameter = new LinkedHashMap<>();

    private SsaJoins() {}

    /** Puts joins on the iterated dominance frontier of the writes of each slot that some block asks others for. */
    static SsaJoins place(
            Dominators dominators,
            Collection<SsaSlot> slots,
            Map<Label, Map<SsaSlot, Variable>> asked,
            FunctionBuilder out) {
        SsaJoins joins = new SsaJoins();
        DominanceFrontiers frontiers = DominanceFrontiers.of(dominators);
        for (SsaSlot slot : slots) {
            if (!slot.isReadAcross) {
                continue;
            }
            Set<Label> seen = new HashSet<>();
            Deque<Label> pending = new ArrayDeque<>();
            for (Label writer : slot.writers) {
                if (dominators.cfg().isReachable(writer)) {
                    pending.addAll(frontiers.ofEnd(writer));
                }
            }
            while (!pending.isEmpty()) {
                Label block = pending.removeFirst();
                if (seen.add(block)) {
                    Variable known = asked.getOrDefault(block, Map.of()).get(slot);
                    joins.add(block, slot, known != null ? known : out.variable(slot.type, ""));
                    pending.addAll(frontiers.ofParameters(block));
                }
            }
        }
        return joins;
    }

    private void add(Label block, SsaSlot slot, Variable parameter) {
        Join join = new Join(slot, parameter);
        ofBlock.computeIfAbsent(block, key -> new ArrayList<>()).add(join);
        ofParameter.put(parameter, join);
    }

    /** Returns the joins at the start of a block. */
    List<Join> at(Label block) {
        return ofBlock.getOrDefault(block, List.of());
    }

    /** Returns the join that a value is, or null. */
    @Nullable Join join(Value value) {
        return value instanceof Variable variable ? ofParameter.get(variable) : null;
    }

    /** Returns what a value comes to, once {@link #solve} has run. */
    Value meaning(Value value) {
        Value at = value;
        for (Join join = join(at); join != null && !join.isNeeded(); join = join(at)) {
            at = java.util.Objects.requireNonNull(join.meaning);
        }
        for (Join join = join(value); join != null && !join.isNeeded(); ) {
            Join next = join(java.util.Objects.requireNonNull(join.meaning));
            join.meaning = at;
            join = next;
        }
        return at;
    }

    /**
     * Finds the one value that each join stands for, or the join itself where different values meet: a fixpoint from
     * "not known yet" upwards, over a lattice of height two.
     */
    void solve() {
        for (Join join : ofParameter.values()) {
            for (Value value : join.incoming) {
                Join source = join(value);
                if (source != null) {
                    source.users.add(join);
                }
            }
        }
        Deque<Join> pending = new ArrayDeque<>(ofParameter.values());
        while (!pending.isEmpty()) {
            Join join = pending.removeFirst();
            if (join.isNeeded()) {
                continue;
            }
            Value meet = meet(join);
            if (meet != null && !meet.equals(join.meaning)) {
                join.meaning = meet;
                pending.addAll(join.users);
            }
        }
        for (Join join : ofParameter.values()) {
            if (join.meaning == null) {
                join.meaning = Constant.zero(join.parameter.type());
            }
        }
        dropCopies();
    }

    private @Nullable Value meet(Join join) {
        Value common = null;
        for (Value value : join.incoming) {
            Join source = join(value);
            Value resolved = source == null ? value : source.meaning;
            if (resolved == null) {
                continue;
            }
            if (common == null) {
                common = resolved;
            } else if (!common.equals(resolved)) {
                return join.parameter;
            }
        }
        // a join that once stood for itself or for another value than now joins different values
        Value before = join.meaning;
        return before != null && common != null && !before.equals(common) ? join.parameter : common;
    }

    /** Drops joins of one value with themselves, which the fixpoint leaves where a cycle remembers an early guess. */
    private void dropCopies() {
        Deque<Join> pending = new ArrayDeque<>(ofParameter.values());
        while (!pending.isEmpty()) {
            Join join = pending.removeFirst();
            Value only = join.isNeeded() ? onlyOther(join) : null;
            if (only != null) {
                join.meaning = only;
                pending.addAll(join.users);
                Join instead = join(only);
                if (instead != null) {
                    instead.users.addAll(join.users);
                }
            }
        }
    }

    private @Nullable Value onlyOther(Join join) {
        Value only = null;
        for (Value value : join.incoming) {
            Value resolved = meaning(value);
            if (resolved.equals(join.parameter)) {
                continue;
            }
            if (only != null && !only.equals(resolved)) {
                return null;
            }
            only = resolved;
        }
        return only;
    }
}
