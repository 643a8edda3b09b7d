package dev.fluxion.ir.build;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns assignments to named slots into SSA form while a {@link FunctionBuilder} makes the function.
 *
 * <p>A slot is any key with {@code equals}; it is written and read in the open block. A read that no write in its block
 * precedes becomes a block parameter, at first; {@link #build} finds what each edge passes and then keeps only those
 * parameters that join different values (found optimistically, so that cycles of mere copies vanish) and that something
 * uses. A slot that is read where it was not written on some path is zero (or null) there.
 *
 * <p>A handler edge passes the value that a slot has when its protected block is entered.
 *
 * <p>After Braun, Buchwald, Hack, Leissa, Mallon, Zwinkau, <i>Simple and Efficient Construction of Static Single
 * Assignment Form</i>, doi:10.1007/978-3-642-37051-9_6; here blocks need not be sealed since edges are met at the end.
 */
public final class SsaBuilder {
    private final FunctionBuilder out;
    private final Map<Label, Map<Object, Value>> lastWrite = new HashMap<>();
    private final Map<Label, Map<Object, Variable>> joins = new HashMap<>();
    private final Map<Integer, Join> joinOf = new LinkedHashMap<>();
    private final List<Join> inOrder = new ArrayList<>();

    /** What a parameter made here stands for. */
    private static final class Join {
        final Variable parameter;
        final Label block;
        final Object slot;
        final List<Value> incoming = new ArrayList<>();

        Join(Variable parameter, Label block, Object slot) {
            this.parameter = parameter;
            this.block = block;
            this.slot = slot;
        }
    }

    /** Starts on a function in the making. */
    public SsaBuilder(FunctionBuilder out) {
        this.out = out;
    }

    /** Sets a slot from here on in the open block. */
    public void write(Object slot, Value value) {
        lastWrite.computeIfAbsent(out.current(), key -> new HashMap<>()).put(slot, value);
    }

    /** Returns the value of a slot here in the open block; {@code type} is the slot's. */
    public Value read(Object slot, Type type) {
        return atEnd(out.current(), slot, type);
    }

    private Value atEnd(Label block, Object slot, Type type) {
        Map<Object, Value> writes = lastWrite.get(block);
        Value written = writes == null ? null : writes.get(slot);
        return written != null ? written : atStart(block, slot, type);
    }

    private Variable atStart(Label block, Object slot, Type type) {
        Map<Object, Variable> ofBlock = joins.computeIfAbsent(block, key -> new LinkedHashMap<>());
        Variable known = ofBlock.get(slot);
        if (known != null) {
            return known;
        }
        Variable fresh = out.variable(type, "");
        ofBlock.put(slot, fresh);
        Join join = new Join(fresh, block, slot);
        joinOf.put(fresh.id(), join);
        inOrder.add(join);
        return fresh;
    }

    /** Returns the finished function. */
    public Function build() {
        Function draft = out.build();
        Map<Label, List<Edge>> incoming = edges(draft);
        collect(draft.entry().label(), incoming);
        Map<Integer, Value> meaning = solve();
        return new SsaAssembly(draft, joins, this::passed, meaning).assemble();
    }

    /** An edge, as seen from its target. */
    private record Edge(Label from, boolean exceptional) {}

    private static Map<Label, List<Edge>> edges(Function draft) {
        Map<Label, List<Edge>> incoming = new HashMap<>();
        for (Block block : draft.blocks()) {
            for (Successor successor : block.terminator().successors()) {
                incoming.computeIfAbsent(successor.target(), key -> new ArrayList<>())
                        .add(new Edge(block.label(), false));
            }
            for (Handler handler : block.handlers()) {
                incoming.computeIfAbsent(handler.target(), key -> new ArrayList<>()).add(new Edge(block.label(), true));
            }
        }
        return incoming;
    }

    /** Finds what each edge passes to each join; asking may make further joins in the predecessors. */
    private void collect(Label entry, Map<Label, List<Edge>> incoming) {
        for (int i = 0; i < inOrder.size(); i++) {
            Join join = inOrder.get(i);
            if (join.block.equals(entry)) {
                join.incoming.add(Constant.zero(join.parameter.type()));
                continue;
            }
            for (Edge edge : incoming.getOrDefault(join.block, List.of())) {
                join.incoming.add(passed(edge.from, edge.exceptional, join.slot, join.parameter.type()));
            }
        }
    }

    private Value passed(Label from, boolean exceptional, Object slot, Type type) {
        return exceptional ? atStart(from, slot, type) : atEnd(from, slot, type);
    }

    /**
     * Finds the one value that each join stands for, or the join itself where different values meet: a fixpoint from
     * "not known yet" upwards, over a lattice of height two.
     */
    private Map<Integer, Value> solve() {
        Map<Integer, List<Join>> users = new HashMap<>();
        for (Join join : joinOf.values()) {
            for (Value value : join.incoming) {
                if (value instanceof Variable variable && joinOf.containsKey(variable.id())) {
                    users.computeIfAbsent(variable.id(), key -> new ArrayList<>()).add(join);
                }
            }
        }
        Map<Integer, Value> meaning = new HashMap<>();
        Deque<Join> pending = new ArrayDeque<>(joinOf.values());
        while (!pending.isEmpty()) {
            Join join = pending.removeFirst();
            Variable parameter = join.parameter;
            if (parameter.equals(meaning.get(parameter.id()))) {
                continue;
            }
            Value meet = meet(join, meaning);
            if (meet != null && !meet.equals(meaning.get(parameter.id()))) {
                meaning.put(parameter.id(), meet);
                pending.addAll(users.getOrDefault(parameter.id(), List.of()));
            }
        }
        for (Join join : joinOf.values()) {
            meaning.putIfAbsent(join.parameter.id(), Constant.zero(join.parameter.type()));
        }
        simplify(meaning);
        return meaning;
    }

    /** Drops joins of one value with themselves, which the fixpoint leaves where a cycle remembers an early guess. */
    private void simplify(Map<Integer, Value> meaning) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Join join : joinOf.values()) {
                Variable parameter = join.parameter;
                if (!parameter.equals(meaning.get(parameter.id()))) {
                    continue;
                }
                Value only = onlyOther(join, meaning);
                if (only != null) {
                    meaning.put(parameter.id(), only);
                    changed = true;
                }
            }
        }
        for (Join join : joinOf.values()) {
            meaning.put(join.parameter.id(), follow(join.parameter, meaning));
        }
    }

    private static @Nullable Value onlyOther(Join join, Map<Integer, Value> meaning) {
        Value only = null;
        for (Value value : join.incoming) {
            Value resolved = follow(value, meaning);
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

    private static Value follow(Value value, Map<Integer, Value> meaning) {
        Value at = value;
        while (at instanceof Variable variable) {
            Value next = meaning.get(variable.id());
            if (next == null || next.equals(at)) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private @Nullable Value meet(Join join, Map<Integer, Value> meaning) {
        Value common = null;
        for (Value value : join.incoming) {
            Value resolved = value;
            if (value instanceof Variable variable && joinOf.containsKey(variable.id())) {
                resolved = meaning.get(variable.id());
            }
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
        Value before = meaning.get(join.parameter.id());
        return before != null && common != null && !before.equals(common) ? join.parameter : common;
    }

    /** What an edge passes for a slot; for the assembly. */
    interface Passing {
        Value passed(Label from, boolean exceptional, Object slot, Type type);
    }
}
