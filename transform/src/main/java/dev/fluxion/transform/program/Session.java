package dev.fluxion.transform.program;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Pass;
import dev.fluxion.transform.activity.Callee;
import dev.fluxion.transform.activity.HeapActivity;
import dev.fluxion.transform.dispatch.DynamicSite;
import dev.fluxion.transform.rule.RuleFunctions;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What one differentiation of a program knows: its functions as they are differentiated, memory, stacks, findings. */
public final class Session extends ProgramCallees {

    private final Pass preparation;
    private final Library library;
    private final Map<String, Function> prepared = new HashMap<>();
    private final Map<String, Analysis> analyses = new HashMap<>();
    private final String suffix;
    private final Map<Integer, Integer> shadowStacks = new HashMap<>();
    private final HeapActivity heap = new HeapActivity();
    private final Findings findings = new Findings();
    private int order = 1;
    private @Nullable SharedStacks stacks;

    /**
     * Starts with nothing known.
     *
     * @param methods what calls stand for
     * @param preparation brings a function into the form that differentiation wants: calls inlined, simplified,
     *     normalised
     * @param library functions that the primals call by {@link dev.fluxion.ir.op.Op.Call}; takes what is made
     */
    public Session(MethodSource methods, Pass preparation, Library library) {
        super(methods, library);
        this.preparation = preparation;
        this.library = library;
        this.suffix = library.nextSuffix();
    }

    /** Returns the functions made so far. */
    public Library library() {
        return library;
    }

    /** Returns what the names of all functions that are made end in, to tell them from those of other sessions. */
    public String suffix() {
        return suffix;
    }

    /** Returns what is known of memory. */
    public HeapActivity heap() {
        return heap;
    }

    /** Returns what is in the way, and what to warn of. */
    public Findings findings() {
        return findings;
    }

    /** Says that what is differentiated may be part of a derivative of this order already, less one. */
    public void startAtOrder(int first) {
        order = first;
    }

    /** Returns how often what is differentiated may have been differentiated already. */
    public int level() {
        return order - 1;
    }

    /** Returns whether shadows are looked up, so that each function takes the table of shadows. */
    public boolean usesShadows() {
        return heap.isActive();
    }

    /** Makes a function part of the program, if there is none of its name. */
    public void add(Function function) {
        if (!library.has(function.name())) {
            library.put(function);
        }
    }

    /** Returns the variant of a function that gives its exception back. */
    Function caught(Function function) {
        return RuleFunctions.caught(function, library);
    }

    /** Returns the number of a stack that nothing uses yet. */
    public int freshStack() {
        return stacks == null ? library.freshStack() : stacks.fresh();
    }

    /**
     * Returns the stack that holds the derivatives of what another stack holds; always the same one. Another session
     * has another one: what it differentiates may use this one.
     */
    public int shadowStack(int stack) {
        return stacks == null
                ? shadowStacks.computeIfAbsent(stack, none -> library.freshStack())
                : stacks.shadow(stack);
    }

    /** Returns the site of an active call whose code is found when it runs, or null. */
    public @Nullable DynamicSite site(Statement statement, dev.fluxion.transform.activity.Activity activity) {
        return DynamicSite.of(statement, activity, this, level());
    }

    /** Returns a function as it is differentiated. */
    public Function prepared(Function function) {
        Function known = prepared.get(function.name());
        if (known == null) {
            known = preparation.apply(function);
            prepared.put(function.name(), known);
        }
        return known;
    }

    /** Returns what is known of a callee. */
    public Analysis analysis(String callee) {
        return Objects.requireNonNull(analyses.get(callee), callee);
    }

    /** Looks at a callee that nothing has called so far. */
    public void analyse(Callee callee, Analysis analysis) {
        analyses.put(callee.name(), analysis);
    }

    /**
     * Looks at all functions that are differentiated until nothing more is learned of memory, and of their order.
     *
     * @param root where the program starts, prepared
     * @param active for each of its parameters whether a derivative flows through it
     * @param isWhole whether that is the function that the derivative was asked for
     */
    public Analysis analyse(Function root, List<Boolean> active, boolean isWhole) {
        while (true) {
            int known = heap.size();
            analyses.clear();
            Analysis analysis = Analysis.of(root, active, isWhole, this);
            Deque<Analysis> open = new ArrayDeque<>(List.of(analysis));
            while (!open.isEmpty()) {
                for (Callee callee : callees(open.removeFirst())) {
                    boolean isRuled = library.rule(callee.function().name()) != null;
                    if (!isRuled && !analyses.containsKey(callee.name())) {
                        Analysis inner = Analysis.of(prepared(callee.function()), callee.active(), false, this);
                        analyses.put(callee.name(), inner);
                        open.addLast(inner);
                    }
                }
            }
            int found = order(analysis);
            if (heap.size() == known && found <= order) {
                stacks = order == 1 ? null : new SharedStacks(order, library.sharedStacks());
                return analysis;
            }
            order = Math.max(order, found);
        }
    }

    /** Returns the order of the derivative. */
    private int order(Analysis root) {
        List<Analysis> all = new ArrayList<>(List.of(root));
        all.addAll(analyses.values());
        boolean isDynamic = false;
        for (Analysis each : all) {
            isDynamic |= isDynamic(each);
        }
        int found = 1;
        for (Analysis each : all) {
            found = Math.max(found, SharedStacks.orderOf(each.function(), isDynamic));
        }
        return found;
    }

    private boolean isDynamic(Analysis analysis) {
        for (Block block : analysis.function().blocks()) {
            for (Statement statement : block.statements()) {
                if (site(statement, analysis.activity()) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Callee> callees(Analysis analysis) {
        List<Callee> callees = new ArrayList<>();
        for (Block block : analysis.function().blocks()) {
            for (Statement statement : block.statements()) {
                Callee callee = Callee.of(statement, analysis.activity(), this);
                if (callee != null) {
                    callees.add(callee);
                }
            }
        }
        return callees;
    }
}
