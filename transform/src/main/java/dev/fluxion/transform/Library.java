package dev.fluxion.transform;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.op.Op;
import dev.fluxion.runtime.Dispatch;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The functions that one differentiation has made so far, by name, and the numbers of its tape stacks. Not thread safe;
 * lives as long as the differentiation.
 */
public final class Library {
    private final Map<String, Function> functions = new LinkedHashMap<>();
    private final Map<Integer, Integer> sharedStacks = new HashMap<>();
    private final Map<String, MethodRule> rules = new HashMap<>();
    private final Map<String, String> derived = new HashMap<>();
    private final Set<String> deriving = new HashSet<>();
    private int nextStack;
    private int differentiations;

    /** Starts empty. */
    public Library() {}

    /** Adds a function, in the place of one with its name; fresh stacks will differ from those that it uses. */
    public void put(Function function) {
        functions.put(function.name(), function);
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (statement.op() instanceof Op.TapePush push) {
                    nextStack = Math.max(nextStack, push.stack() + 1);
                } else if (statement.op() instanceof Op.TapePop pop) {
                    nextStack = Math.max(nextStack, pop.stack() + 1);
                }
            }
        }
    }

    /** Returns whether there is a function of that name. */
    public boolean has(String name) {
        return functions.containsKey(name);
    }

    /**
     * Returns the function of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Function function(String name) {
        Function function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException("no function " + name + " in the library");
        }
        return function;
    }

    /**
     * Returns whether a function, or one that it calls, pushes or pops, or hands the tape to code compiled elsewhere.
     */
    public boolean usesTape(String name) {
        for (Function function : programOf(function(name)).functions().values()) {
            for (Block block : function.blocks()) {
                for (Statement statement : block.statements()) {
                    boolean isDynamic =
                            statement.op() instanceof Op.InvokeDynamic call
                                    && call.site().method().owner().equals(Dispatch.NAME);
                    if (isDynamic || statement.op() instanceof Op.TapePush || statement.op() instanceof Op.TapePop) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /**
     * Returns what the names of functions end in that another differentiation makes; nothing for the first one. What it
     * knows of memory decides what its functions take, so that two may make different ones of the same function.
     */
    public String nextSuffix() {
        differentiations++;
        return differentiations == 1 ? "" : "#" + differentiations;
    }

    /** Returns the name under which something derived from a function is known, or null. */
    public @Nullable String derived(String what) {
        return derived.get(what);
    }

    /** Says under which name something derived from a function is known. */
    public void putDerived(String what, Function function) {
        put(function);
        derived.put(what, function.name());
    }

    /** Says that a function is being differentiated; returns false if it is already. */
    public boolean beginDeriving(String function) {
        return deriving.add(function);
    }

    /** Says that a function has been differentiated. */
    public void endDeriving(String function) {
        deriving.remove(function);
    }

    /** Returns the number of a stack that nothing uses yet. */
    public int freshStack() {
        return nextStack++;
    }

    /** Returns how many stacks have been given to derivatives of each order that are compiled in several parts. */
    public Map<Integer, Integer> sharedStacks() {
        return sharedStacks;
    }

    /** Says that a function stands for a method with a rule. */
    public void putRule(String function, MethodRule rule) {
        rules.put(function, rule);
    }

    /** Returns the rule of the method that a function stands for, or null. */
    public @Nullable MethodRule rule(String function) {
        return rules.get(function);
    }

    /** Returns all functions made so far that may be inlined: not those that stand for methods with a rule. */
    public Program inlinable() {
        Map<String, Function> all = new LinkedHashMap<>(functions);
        all.keySet().removeIf(name -> rules.containsKey(name));
        return new Program(all);
    }

    /** Returns all functions made so far. */
    public Program program() {
        return new Program(functions);
    }

    /** Returns a function with all that it calls, directly or not. */
    public Program programOf(Function root) {
        Map<String, Function> reached = new LinkedHashMap<>();
        Deque<Function> pending = new ArrayDeque<>();
        pending.add(root);
        while (!pending.isEmpty()) {
            Function function = pending.removeFirst();
            if (reached.put(function.name(), function) != null) {
                continue;
            }
            for (Block block : function.blocks()) {
                for (Statement statement : block.statements()) {
                    if (statement.op() instanceof Op.Call call && !reached.containsKey(call.function())) {
                        pending.addLast(function(call.function()));
                    }
                }
            }
        }
        return new Program(reached);
    }
}
