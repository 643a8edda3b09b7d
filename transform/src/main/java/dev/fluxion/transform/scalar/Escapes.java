package dev.fluxion.transform.scalar;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Liveness;
import dev.fluxion.ir.op.ObjectMaking;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.transform.Edge;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the objects that cannot give way to the values of their fields, because somebody else sees them.
 *
 * <p>Names that meet in a block parameter stand or fall together: they form a group. Where an object goes on under two
 * names, because the old one is still used after the new one is given, a write through one would have to show under the
 * other; a group with such objects may write only while they are made, before there is a second name.
 */
final class Escapes {

    private final Function function;
    private final Cfg cfg;
    private final Aliases aliases;
    private final Map<Variable, Variable> leaders = new HashMap<>();
    private final Set<Variable> escaped = new HashSet<>();
    private final Set<Variable> shared = new HashSet<>();
    private final Map<Variable, Label> allocations = new LinkedHashMap<>();
    private final Map<Variable, List<Label>> passedTo = new HashMap<>();

    private Escapes(Function function, Aliases aliases) {
        this.function = function;
        this.cfg = Cfg.of(function);
        this.aliases = aliases;
    }

    /**
     * Returns the names of the objects that can be dissolved, allocations and block parameters; only allocations with
     * zeroed fields count, not those that a constructor call makes in one.
     */
    static Set<Variable> local(Function function, Aliases aliases) {
        return new Escapes(function, aliases).find();
    }

    private Set<Variable> find() {
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (ObjectMaking.isAllocation(statement.op())) {
                    allocations.put(statement.result(), block.label());
                }
            }
        }
        merge();
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                use(statement);
            }
            switch (block.terminator()) {
                case Terminator.Return(List<Value> values) -> values.forEach(this::escape);
                case Terminator.Throw(Value exception) -> escape(exception);
                case Terminator.Jump _, Terminator.Branch _, Terminator.Switch _, Terminator.Unreachable _ -> {}
            }
        }
        escapeWritesToShared();
        Set<Variable> local = new LinkedHashSet<>();
        for (Block block : function.blocks()) {
            for (Variable parameter : block.parameters()) {
                addIfLocal(parameter, local);
            }
            for (Statement statement : block.statements()) {
                if (ObjectMaking.isAllocation(statement.op())) {
                    addIfLocal(statement.result(), local);
                }
            }
        }
        return local;
    }

    private void addIfLocal(Variable variable, Set<Variable> local) {
        Aliases.Named named = aliases.of(variable);
        if (named != null && named.name().equals(variable) && !escaped.contains(leader(variable))) {
            local.add(variable);
        }
    }

    // ---------------------------------------------------------------- groups

    private void merge() {
        Liveness liveness = Liveness.of(cfg);
        for (Block block : function.blocks()) {
            for (Edge edge : Edge.leaving(block)) {
                List<Variable> parameters = cfg.block(edge.target()).parameters();
                int skipped = edge.exceptional() ? 1 : 0;
                Set<Variable> passed = new HashSet<>();
                for (int i = 0; i < edge.arguments().size(); i++) {
                    Aliases.Named given = aliases.of(edge.arguments().get(i));
                    if (given == null) {
                        continue;
                    }
                    Aliases.Named taken = aliases.of(parameters.get(i + skipped));
                    if (taken == null) {
                        escape(edge.arguments().get(i));
                        continue;
                    }
                    union(given.name(), taken.name());
                    passedTo.computeIfAbsent(given.name(), none -> new ArrayList<>()).add(edge.target());
                    if (!passed.add(given.name())) {
                        shared.add(given.name());
                    }
                }
                shareLive(passed, liveness.liveIn(edge.target()));
            }
            for (Statement statement : block.statements()) {
                // an object that a constructor call makes in one keeps all that it meets
                if (statement.op() instanceof Op.New && !ObjectMaking.isAllocation(statement.op())) {
                    escape(statement.result());
                }
            }
        }
    }

    private void shareLive(Set<Variable> passed, List<Variable> live) {
        if (passed.isEmpty()) {
            return;
        }
        for (Variable variable : live) {
            Aliases.Named named = aliases.of(variable);
            if (named != null && passed.contains(named.name())) {
                shared.add(named.name());
            }
        }
    }

    private Variable leader(Variable name) {
        Variable at = name;
        for (Variable next = leaders.get(at); next != null; next = leaders.get(at)) {
            at = next;
        }
        return at;
    }

    private void union(Variable one, Variable other) {
        Variable x = leader(one);
        Variable y = leader(other);
        if (!x.equals(y)) {
            leaders.put(x, y);
            if (escaped.contains(x)) {
                escaped.add(y);
            }
        }
    }

    private void escape(Value value) {
        Aliases.Named named = aliases.of(value);
        if (named != null) {
            escaped.add(leader(named.name()));
        }
    }

    // ---------------------------------------------------------------- uses

    private void use(Statement statement) {
        Op op = statement.op();
        switch (op) {
            case Op.GetField get -> access(get.field(), get.object());
            case Op.PutField put -> {
                access(put.field(), put.object());
                escape(put.value());
            }
            case Op.CheckCast cast -> {
                if (aliases.of(statement.result()) == null) {
                    escape(cast.object());
                }
            }
            case Op.InstanceOf _, Op.Monitor _ -> {}
            case Op.Compare compare -> {
                if (isSame(compare, aliases) == null) {
                    escape(compare.x());
                    escape(compare.y());
                }
            }
            case Op.Invoke invoke when Aliases.isNullCheck(invoke) ->
                    invoke.arguments().subList(1, invoke.arguments().size()).forEach(this::escape);
            default -> op.operands().forEach(this::escape);
        }
    }

    private void access(FieldRef field, Value object) {
        Aliases.Named named = aliases.of(object);
        if (named != null && named.type().field(field) == null) {
            escape(object);
        }
    }

    /** Returns whether two references are the same, one of which is an object made here; null if that is not known. */
    static @Nullable Boolean isSame(Op.Compare compare, Aliases aliases) {
        Aliases.Named x = aliases.of(compare.x());
        Aliases.Named y = aliases.of(compare.y());
        if (x == null || y == null) {
            Aliases.Named made = x == null ? y : x;
            Value other = x == null ? compare.x() : compare.y();
            if (made == null) {
                return null;
            }
            boolean isToldApart = other instanceof Constant.NullConstant || isTold(made);
            return isToldApart ? false : null;
        }
        if (x.name().equals(y.name())) {
            return true;
        }
        boolean areFirst = x.isAllocated() && y.isAllocated();
        return isTold(x) && (areFirst || !x.type().name().equals(y.type().name())) ? false : null;
    }

    private static boolean isTold(Aliases.Named named) {
        return !Boxing.isBox(named.type().name()) || Boxing.isFresh(named.type().name());
    }

    // ---------------------------------------------------------------- two names

    private void escapeWritesToShared() {
        Set<Variable> groups = new HashSet<>();
        for (Variable name : shared) {
            groups.add(leader(name));
        }
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (!(statement.op() instanceof Op.PutField put)) {
                    continue;
                }
                Aliases.Named named = aliases.of(put.object());
                if (named != null && groups.contains(leader(named.name())) && isLate(named.name(), block.label())) {
                    escape(put.object());
                }
            }
        }
    }

    /** Returns whether the object may have a second name when the block is run. */
    private boolean isLate(Variable name, Label block) {
        Label home = allocations.get(name);
        if (home == null) {
            return true;
        }
        Set<Label> reached = new HashSet<>();
        Deque<Label> pending = new ArrayDeque<>(passedTo.getOrDefault(name, List.of()));
        while (!pending.isEmpty()) {
            Label next = pending.pop();
            if (!next.equals(home) && reached.add(next)) {
                pending.addAll(cfg.successors(next));
            }
        }
        return reached.contains(block);
    }
}
