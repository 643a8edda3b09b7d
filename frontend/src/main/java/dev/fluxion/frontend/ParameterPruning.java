package dev.fluxion.frontend;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removes the block parameters that always have one and the same value, and those that nothing uses, and numbers
 * variables and labels anew in the order of the blocks.
 *
 * <pre>{@code
 * before   ^loop(%x, %i, %t): ... br ^loop(%x, %i2, %t2)      entered with (%a, 0, 0), %t never used
 * after    ^loop(%i): ... br ^loop(%i2)                       %a for %x
 * }</pre>
 *
 * <p>All parameters are first taken to be needless, and those are kept that this leads to a contradiction for; so also
 * parameters that only pass each other round are found, in irreducible control flow too. Function parameters and the
 * exceptions of handlers stay. Precondition: each block can be reached.
 */
final class ParameterPruning {
    private final Function function;
    private final Map<Integer, Parameter> parameters = new LinkedHashMap<>();
    private final Map<Integer, Value> replaced = new HashMap<>();

    /** A parameter that may go. */
    private static final class Parameter {
        final Variable variable;
        final List<Parameter> users = new ArrayList<>();
        final List<Value> incoming = new ArrayList<>();

        /** The one value that it has: unknown yet, another, or itself. */
        @Nullable Value meaning;

        boolean queued;
        boolean used;

        Parameter(Variable variable) {
            this.variable = variable;
        }

        boolean isNeeded() {
            return variable.equals(meaning);
        }

        /** Returns the only value other than itself that comes in, or null if there are several or none. */
        @Nullable Value onlyIncoming() {
            Value common = null;
            for (Value value : incoming) {
                if (!value.equals(variable) && common != null && !common.equals(value)) {
                    return null;
                }
                common = value.equals(variable) ? common : value;
            }
            return common;
        }
    }

    private ParameterPruning(Function function) {
        this.function = function;
    }

    static Function prune(Function function) {
        ParameterPruning pruning = new ParameterPruning(function);
        pruning.collect();
        pruning.solve();
        pruning.commit();
        pruning.markUsed();
        return new Renumbering(function, pruning.replaced, pruning.dropped()).apply();
    }

    private void collect() {
        Map<Label, Block> blocks = function.blocksByLabel();
        Set<Label> handlers = new HashSet<>();
        for (Block block : function.blocks()) {
            for (Handler handler : block.handlers()) {
                handlers.add(handler.target());
            }
        }
        for (Block block : function.blocks().subList(1, function.blocks().size())) {
            int first = handlers.contains(block.label()) ? 1 : 0;
            for (int i = first; i < block.parameters().size(); i++) {
                Variable variable = block.parameters().get(i);
                parameters.put(variable.id(), new Parameter(variable));
            }
        }
        for (Block block : function.blocks()) {
            for (Successor edge : block.terminator().successors()) {
                pass(edge.arguments(), blocks.get(edge.target()), 0);
            }
            for (Handler handler : block.handlers()) {
                pass(handler.arguments(), blocks.get(handler.target()), 1);
            }
        }
    }

    private void pass(List<Value> arguments, @Nullable Block target, int skipped) {
        for (int i = 0; target != null && i < arguments.size(); i++) {
            Parameter parameter = parameter(target.parameters().get(i + skipped));
            if (parameter != null) {
                parameter.incoming.add(arguments.get(i));
            }
        }
    }

    private @Nullable Parameter parameter(Value value) {
        return value instanceof Variable variable ? parameters.get(variable.id()) : null;
    }

    /**
     * Finds what each parameter stands for: nothing known, then one value, then itself. What was concluded from the one
     * value is taken back when a parameter turns out to be needed.
     */
    private void solve() {
        for (Parameter parameter : parameters.values()) {
            for (Value value : parameter.incoming) {
                Parameter source = parameter(value);
                if (source != null) {
                    source.users.add(parameter);
                }
            }
        }
        Deque<Parameter> pending = new ArrayDeque<>(parameters.values());
        while (!pending.isEmpty()) {
            Parameter parameter = pending.removeFirst();
            parameter.queued = false;
            if (!parameter.isNeeded()) {
                update(parameter, pending);
            }
        }
    }

    private void update(Parameter parameter, Deque<Parameter> pending) {
        Value common = null;
        for (Value value : parameter.incoming) {
            Parameter source = parameter(value);
            Value resolved = source == null ? value : source.meaning;
            if (resolved == null || resolved.equals(parameter.variable) || resolved.equals(common)) {
                continue;
            }
            if (common != null) {
                common = parameter.variable;
                break;
            }
            common = resolved;
        }
        Value before = parameter.meaning;
        if (common != null && !common.equals(before)) {
            parameter.meaning = common;
            for (Parameter user : parameter.users) {
                if (before != null) {
                    takeBack(user, before, pending);
                }
                enqueue(user, pending);
            }
        }
    }

    private static void takeBack(Parameter first, Value wrong, Deque<Parameter> pending) {
        Deque<Parameter> reached = new ArrayDeque<>();
        reached.add(first);
        while (!reached.isEmpty()) {
            Parameter parameter = reached.removeFirst();
            if (wrong.equals(parameter.meaning) && !parameter.isNeeded()) {
                parameter.meaning = null;
                enqueue(parameter, pending);
                reached.addAll(parameter.users);
            }
        }
    }

    private static void enqueue(Parameter parameter, Deque<Parameter> pending) {
        if (!parameter.queued) {
            parameter.queued = true;
            pending.addLast(parameter);
        }
    }

    /** Removes what is not needed, and what turns out to have one value once that is gone. */
    private void commit() {
        for (Parameter parameter : List.copyOf(parameters.values())) {
            Value meaning = parameter.meaning;
            if (meaning != null && !parameter.isNeeded()) {
                remove(parameter, meaning);
            }
        }
        boolean removed = true;
        while (removed) {
            removed = false;
            for (Parameter parameter : List.copyOf(parameters.values())) {
                parameter.incoming.replaceAll(this::meaning);
                Value only = parameter.onlyIncoming();
                if (only != null) {
                    remove(parameter, only);
                    removed = true;
                }
            }
        }
    }

    private void remove(Parameter parameter, Value meaning) {
        replaced.put(parameter.variable.id(), meaning);
        parameters.remove(parameter.variable.id());
    }

    private Value meaning(Value value) {
        Value resolved = value;
        while (resolved instanceof Variable variable && replaced.containsKey(variable.id())) {
            resolved = replaced.get(variable.id());
        }
        return resolved;
    }

    private void markUsed() {
        Deque<Value> pending = new ArrayDeque<>();
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                pending.addAll(statement.op().operands());
            }
            switch (block.terminator()) {
                case Terminator.Branch branch -> pending.add(branch.condition());
                case Terminator.Switch choice -> pending.add(choice.selector());
                case Terminator.Return leave -> pending.addAll(leave.values());
                case Terminator.Throw raise -> pending.add(raise.exception());
                case Terminator.Jump jump -> {}
                case Terminator.Unreachable never -> {}
            }
        }
        while (!pending.isEmpty()) {
            Parameter parameter = parameter(meaning(pending.removeFirst()));
            if (parameter != null && !parameter.used) {
                parameter.used = true;
                pending.addAll(parameter.incoming);
            }
        }
    }

    private Set<Integer> dropped() {
        Set<Integer> dropped = new HashSet<>(replaced.keySet());
        for (Parameter parameter : parameters.values()) {
            if (!parameter.used) {
                dropped.add(parameter.variable.id());
            }
        }
        return dropped;
    }
}
