package dev.fluxion.transform.adjoint;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Pass;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.activity.Callee;
import dev.fluxion.transform.activity.HeapActivity;
import dev.fluxion.transform.exceptions.RestoreExceptions;
import dev.fluxion.transform.primal.Findings;
import dev.fluxion.transform.primal.ProgramCallees;
import dev.fluxion.transform.rule.RuleFunctions;
import dev.fluxion.transform.rule.RulePair;
import dev.fluxion.transform.shadow.ShadowCalls;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Reverse-mode differentiation of whole programs.
 *
 * <p>The fused form computes value and gradient in one function: the primal, then its adjoint from the return back to
 * the entry, seeded with 1.
 *
 * <pre>
 *   func @f(%x: f64, %a: f64[]) -&gt; f64
 *   func @f$gradient(%x: f64, %a: f64[], %shadow_a: f64[]) -&gt; f64, f64        value, adjoint of x; shadow_a is added to
 * </pre>
 *
 * <p>Calls that are not inlined (recursion) are differentiated in split form, see {@link CallShape}. The result is a
 * program like any other: it can be differentiated again.
 *
 * <p>After Innes, <i>Don't Unroll Adjoint: Differentiating SSA-Form Programs</i>, arXiv:1810.07951.
 */
public final class ReverseMode {

    private final MethodSource methods;
    private final Pass preparation;
    private final Library library;
    private final Map<String, CallShape> pairs = new HashMap<>();
    private final Deque<CallShape> pending = new ArrayDeque<>();
    private final Map<String, Function> prepared = new HashMap<>();
    private final Map<String, Analysis> analyses = new HashMap<>();
    private final HeapActivity heap = new HeapActivity();
    private final SessionOfThis session;
    private final Findings findings = new Findings();
    private int order = 1;
    private @Nullable SharedStacks stacks;

    /**
     * Prepares to differentiate.
     *
     * @param methods says what calls stand for
     * @param preparation brings a function into the form that differentiation wants: calls inlined, simplified,
     *     normalised
     * @param library functions that the primals call by {@link Op.Call}; what is made here is added to it
     */
    public ReverseMode(MethodSource methods, Pass preparation, Library library) {
        this.methods = methods;
        this.preparation = preparation;
        this.library = library;
        this.session = new SessionOfThis();
    }

    /**
     * A differentiated function.
     *
     * @param primal the primal as it was differentiated: prepared
     * @param gradient the fused value and gradient
     * @param equalityGuards places where a branch hangs on active numbers being equal, so that the slope of the branch
     *     taken may not be that of the function
     * @param usesShadows whether shadows are found by identity, so that the gradient takes a {@link
     *     dev.fluxion.runtime.Shadows} as its last argument
     */
    public record Result(Function primal, Function gradient, Set<Position> equalityGuards, boolean usesShadows) {

        /** Returns the gradient as a function that makes the table of shadows itself, if it needs one. */
        public Function standalone() {
            if (!usesShadows) {
                return gradient;
            }
            List<Variable> parameters = new ArrayList<>(gradient.parameters());
            Variable table = parameters.removeLast();
            Block entry = gradient.entry();
            List<Statement> statements = new ArrayList<>();
            statements.add(new Statement(List.of(table), ShadowCalls.create(), entry.position()));
            statements.addAll(entry.statements());
            List<Block> blocks = new ArrayList<>(gradient.blocks());
            blocks.set(0, entry.withParameters(parameters).withStatements(statements));
            return gradient.withBlocks(blocks);
        }
    }

    /**
     * Differentiates a function whose first result is a floating number.
     *
     * @param primal the function
     * @param active for each parameter whether the gradient in it is wanted
     * @return its fused form; what this calls is in the library
     * @throws NotDifferentiableException listing every construct that is in the way
     */
    public Result gradient(Function primal, List<Boolean> active) {
        Function root = prepared(primal);
        session.start(root, true);
        for (int i = 0; i < active.size(); i++) {
            Type type = root.parameters().get(i).type();
            if (active.get(i) && type.isReference() && !Activity.isArrayOfNumbers(type)) {
                heap.wantEverything();
            }
        }
        Analysis analysis = analyse(root, active, true);
        Function gradient = new FunctionAdjoint(analysis, true, session).fused(Constant::one);
        splitPending();
        library.put(gradient);
        Function primalAsIs = new RestoreExceptions().apply(root);
        return new Result(primalAsIs, gradient, findings.equalityGuards(), heap.isActive());
    }

    private void splitPending() {
        while (!pending.isEmpty()) {
            CallShape shape = pending.removeFirst();
            String ruled = ruled(shape);
            if (ruled != null) {
                putRule(ruled, shape);
                continue;
            }
            Analysis ofCallee = Objects.requireNonNull(analyses.get(shape.name()), shape.name());
            FunctionAdjoint.Pair pair = new FunctionAdjoint(ofCallee, false, session).split(shape);
            library.put(pair.augmented());
            library.put(pair.reverse());
        }
    }

    /** Returns the function that a pair is for if it stands for a method with a rule, or null. */
    private @Nullable String ruled(CallShape shape) {
        String function = shape.name().substring(0, shape.name().lastIndexOf('$'));
        return library.rule(function) == null ? null : function;
    }

    private void putRule(String function, CallShape shape) {
        RulePair.Shape wanted =
                new RulePair.Shape(shape.augmented(), shape.reverse(), shape.numbers(), heap.isActive());
        RuleFunctions.putPair(function, wanted, library, session::freshStack);
    }

    /**
     * Both halves of a derivative that is found when the code runs, see {@link dev.fluxion.runtime.Dispatch}; what they
     * call is in the library.
     *
     * @param augmented takes the arguments and the table of shadows
     * @param reverse takes the receiver, the cotangent of a floating result, the table of shadows and, if there are
     *     several floating arguments, an array for the adjoints of all but the first, which is what it returns
     * @param equalityGuards as in {@link Result}
     */
    public record Pair(Function augmented, Function reverse, Set<Position> equalityGuards) {}

    /**
     * Differentiates a function in split form, in all its numbers, where anything in memory may vary.
     *
     * @param primal the function
     * @param order 1 for the derivative of a method, 2 for that of such a derivative's half, and so on
     * @throws NotDifferentiableException listing every construct that is in the way
     */
    public Pair pair(Function primal, int order) {
        this.order = order;
        heap.wantEverything();
        Function root = prepared(primal);
        session.start(root, false);
        List<Boolean> active = new ArrayList<>();
        for (Variable parameter : root.parameters()) {
            active.add(parameter.type().isFloating());
        }
        Callee callee = new Callee(primal, List.copyOf(active));
        analyses.put(callee.name(), analyse(root, active, false));
        CallShape shape = session.pair(callee);
        splitPending();
        Function reverse = DynamicPairs.reverse(shape);
        library.put(reverse);
        return new Pair(library.function(shape.augmented()), reverse, findings.equalityGuards());
    }

    /** Looks at all functions that are differentiated until nothing more is learned of memory, and of their order. */
    private Analysis analyse(Function root, List<Boolean> active, boolean isWhole) {
        while (true) {
            int known = heap.size();
            analyses.clear();
            Analysis analysis = Analysis.of(root, active, isWhole, session, heap);
            Deque<Analysis> open = new ArrayDeque<>(List.of(analysis));
            while (!open.isEmpty()) {
                for (Callee callee : callees(open.removeFirst())) {
                    boolean isRuled = library.rule(callee.function().name()) != null;
                    if (!isRuled && !analyses.containsKey(callee.name())) {
                        Function function = prepared(callee.function());
                        Analysis inner = Analysis.of(function, callee.active(), false, session, heap);
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
        Calls calls = new Calls(analysis.activity(), session);
        for (Block block : analysis.function().blocks()) {
            for (Statement statement : block.statements()) {
                if (calls.site(statement) != null) {
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
                Callee callee = Callee.of(statement, analysis.activity(), session);
                if (callee != null) {
                    callees.add(callee);
                }
            }
        }
        return callees;
    }

    private Function prepared(Function function) {
        Function known = prepared.get(function.name());
        if (known == null) {
            known = preparation.apply(function);
            prepared.put(function.name(), known);
        }
        return known;
    }

    /**
     * Differentiates a function in numbers, and in everything that it may find in memory: the gradient in an object is
     * in the shadows of what it leads to.
     *
     * @param primal the function
     * @param active for each parameter whether it is a number that the gradient is wanted in
     */
    public Result gradientInMemory(Function primal, List<Boolean> active) {
        heap.wantEverything();
        return gradient(primal, active);
    }

    private final class SessionOfThis extends ProgramCallees implements FunctionAdjoint.Session {
        SessionOfThis() {
            super(methods, library);
        }

        void start(Function function, boolean all) {
            begin(function, all);
        }

        @Override
        public CallShape pair(Callee callee) {
            CallShape shape = pairs.get(callee.name());
            if (shape == null) {
                Function function = callee.function();
                shape = CallShape.of(callee.name(), function.parameters(), callee.active(), function.resultTypes());
                pairs.put(callee.name(), shape);
                pending.addLast(shape);
            }
            return shape;
        }

        @Override
        public int level() {
            return order - 1;
        }

        @Override
        public boolean usesShadows() {
            return heap.isActive();
        }

        @Override
        public void add(Function function) {
            if (!library.has(function.name())) {
                library.put(function);
            }
        }

        @Override
        public Function caught(Function function) {
            return RuleFunctions.caught(function, library);
        }

        @Override
        public int freshStack() {
            return stacks == null ? library.freshStack() : stacks.fresh();
        }

        @Override
        public int shadowStack(int stack) {
            return stacks == null ? library.shadowStack(stack) : stacks.shadow(stack);
        }

        @Override
        public Findings findings() {
            return findings;
        }
    }
}
