package dev.fluxion.transform.adjoint;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Position;
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
import dev.fluxion.transform.program.Analysis;
import dev.fluxion.transform.program.Session;
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

    private final Session session;
    private final Library library;
    private final HeapActivity heap;
    private final Map<String, CallShape> pairs = new HashMap<>();
    private final Deque<CallShape> pending = new ArrayDeque<>();

    /**
     * Prepares to differentiate.
     *
     * @param methods says what calls stand for
     * @param preparation brings a function into the form that differentiation wants: calls inlined, simplified,
     *     normalised
     * @param library functions that the primals call by {@link Op.Call}; what is made here is added to it
     */
    public ReverseMode(MethodSource methods, Pass preparation, Library library) {
        this.session = new Session(methods, preparation, library);
        this.library = library;
        this.heap = session.heap();
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
            return usesShadows ? ShadowCalls.withTable(gradient, 1) : gradient;
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
        Function root = session.prepared(primal);
        session.begin(root, true);
        for (int i = 0; i < active.size(); i++) {
            Type type = root.parameters().get(i).type();
            if (active.get(i) && type.isReference() && !Activity.isArrayOfNumbers(type)) {
                heap.wantEverything();
            }
        }
        Analysis analysis = session.analyse(root, active, true);
        Function gradient = new FunctionAdjoint(analysis, true, session, this::shape).fused(Constant::one);
        splitPending();
        library.put(gradient);
        Function primalAsIs = new RestoreExceptions().apply(root);
        return new Result(primalAsIs, gradient, session.findings().equalityGuards(), heap.isActive());
    }

    private void splitPending() {
        while (!pending.isEmpty()) {
            CallShape shape = pending.removeFirst();
            String ruled = ruled(shape);
            if (ruled != null) {
                putRule(ruled, shape);
                continue;
            }
            Analysis ofCallee = session.analysis(shape.name());
            FunctionAdjoint.Pair pair = new FunctionAdjoint(ofCallee, false, session, this::shape).split(shape);
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
     * @param order which order of derivative it is: more than was asked for if the primal has derivatives in it already
     */
    public record Pair(Function augmented, Function reverse, Set<Position> equalityGuards, int order) {}

    /**
     * Differentiates a function in split form, in all its numbers, where anything in memory may vary.
     *
     * @param primal the function
     * @param order at least: 1 for the derivative of a method, 2 for that of such a derivative's half, and so on
     * @throws NotDifferentiableException listing every construct that is in the way
     */
    public Pair pair(Function primal, int order) {
        session.startAtOrder(order);
        heap.wantEverything();
        Function root = session.prepared(primal);
        session.begin(root, false);
        List<Boolean> active = new ArrayList<>();
        for (Variable parameter : root.parameters()) {
            active.add(parameter.type().isFloating());
        }
        Callee callee = new Callee(primal, List.copyOf(active));
        session.analyse(callee, session.analyse(root, active, false));
        CallShape shape = shape(callee);
        splitPending();
        Function reverse = DynamicPairs.reverse(shape);
        library.put(reverse);
        return new Pair(
                library.function(shape.augmented()), reverse, session.findings().equalityGuards(), session.level() + 1);
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

    private CallShape shape(Callee callee) {
        CallShape shape = pairs.get(callee.name());
        if (shape == null) {
            shape = CallShape.of(callee, session.suffix());
            pairs.put(callee.name(), shape);
            pending.addLast(shape);
        }
        return shape;
    }
}
