package dev.fluxion.ir.build;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Dominators;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds the value of each slot where a block asks for it, and where an edge passes it to a join: a walk down the
 * dominator tree on which each slot knows its latest value.
 */
final class SsaNaming {

    /** What happens next on the walk; a stack of these instead of recursion, as the tree may be deep. */
    private sealed interface Step {
        /** Down into a block: its start, then what an exception in it may lead to. */
        record Enter(Label block) implements Step {}

        /** On to the end of a block. */
        record Complete(Label block) implements Step {}

        /** Back up: as many changes are undone as to have so many left. */
        record Leave(int changes) implements Step {}
    }

    private record Change(SsaSlot slot, @Nullable Value before) {}

    private record Edge(Label from, boolean isExceptional, Label to) {}

    private final Dominators dominators;
    private final Map<Label, Map<SsaSlot, Value>> written;
    private final Map<Label, Map<SsaSlot, Variable>> asked;
    private final SsaJoins joins;
    private final Map<Variable, Value> named = new HashMap<>();
    private final Map<Edge, List<Value>> passed = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Deque<Step> steps = new ArrayDeque<>();

    SsaNaming(
            Dominators dominators,
            Map<Label, Map<SsaSlot, Value>> written,
            Map<Label, Map<SsaSlot, Variable>> asked,
            SsaJoins joins) {
        this.dominators = dominators;
        this.written = written;
        this.asked = asked;
        this.joins = joins;
    }

    /** Walks, and lets the joins find out what they come to. */
    void walk() {
        steps.push(new Step.Enter(dominators.cfg().function().entry().label()));
        while (!steps.isEmpty()) {
            switch (steps.pop()) {
                case Step.Enter(Label block) -> enter(block);
                case Step.Complete(Label block) -> complete(block);
                case Step.Leave(int left) -> undo(left);
            }
        }
        for (Block block : dominators.cfg().blocks()) {
            for (Successor edge : block.terminator().successors()) {
                tell(new Edge(block.label(), false, edge.target()));
            }
            for (Handler handler : block.handlers()) {
                tell(new Edge(block.label(), true, handler.target()));
            }
        }
        forgetUnreachable();
        joins.solve();
    }

    /** What an unreachable block asks for is zero; nobody will know. */
    private void forgetUnreachable() {
        for (var ofBlock : asked.entrySet()) {
            if (!dominators.cfg().isReachable(ofBlock.getKey())) {
                for (Variable variable : ofBlock.getValue().values()) {
                    named.put(variable, Constant.zero(variable.type()));
                }
            }
        }
    }

    private void enter(Label block) {
        steps.push(new Step.Leave(changes.size()));
        for (SsaJoins.Join join : joins.at(block)) {
            set(join.slot, join.parameter);
        }
        for (var ask : asked.getOrDefault(block, Map.of()).entrySet()) {
            Value value = ask.getKey().value();
            if (!value.equals(ask.getValue())) {
                named.put(ask.getValue(), value);
            }
        }
        for (Handler handler : dominators.cfg().block(block).handlers()) {
            pass(new Edge(block, true, handler.target()));
        }
        steps.push(new Step.Complete(block));
        descend(block, false);
    }

    private void complete(Label block) {
        written.getOrDefault(block, Map.of()).forEach((slot, value) -> set(slot, named(value)));
        for (Successor edge : dominators.cfg().block(block).terminator().successors()) {
            pass(new Edge(block, false, edge.target()));
        }
        descend(block, true);
    }

    private void descend(Label block, boolean fromEnd) {
        for (Label child : dominators.children(block)) {
            if (dominators.isAfterCompletion(child) == fromEnd) {
                steps.push(new Step.Enter(child));
            }
        }
    }

    private void set(SsaSlot slot, Value value) {
        changes.add(new Change(slot, slot.current));
        slot.current = value;
    }

    private void undo(int left) {
        while (changes.size() > left) {
            Change change = changes.removeLast();
            change.slot.current = change.before;
        }
    }

    private void pass(Edge edge) {
        List<SsaJoins.Join> targets = joins.at(edge.to);
        if (!targets.isEmpty()) {
            List<Value> values = new ArrayList<>(targets.size());
            for (SsaJoins.Join join : targets) {
                values.add(join.slot.value());
            }
            passed.put(edge, values);
        }
    }

    private void tell(Edge edge) {
        List<SsaJoins.Join> targets = joins.at(edge.to);
        for (int i = 0; i < targets.size(); i++) {
            targets.get(i).incoming.add(named(Objects.requireNonNull(passed.get(edge)).get(i)));
        }
    }

    /** Returns what stands for a value that a block has asked for; others stand for themselves. */
    Value named(Value value) {
        Value at = value;
        while (at instanceof Variable variable) {
            Value next = named.get(variable);
            if (next == null) {
                break;
            }
            at = next;
        }
        return at;
    }

    /** Returns what an edge passes to the joins of its target; null for the edges of unreachable blocks. */
    @Nullable List<Value> passed(Label from, boolean isExceptional, Label to) {
        return passed.get(new Edge(from, isExceptional, to));
    }
}
