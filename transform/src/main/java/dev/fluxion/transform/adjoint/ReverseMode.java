package dev.fluxion.transform.adjoint;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Pass;
import dev.fluxion.transform.Target;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
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

    private record Request(Function callee, List<Boolean> active, CallShape shape) {}

    private final MethodSource methods;
    private final Pass preparation;
    private final Library library;
    private final Map<String, CallShape> pairs = new HashMap<>();
    private final Deque<Request> pending = new ArrayDeque<>();
    private final Set<Position> equalityGuards = new LinkedHashSet<>();
    private final List<Diagnostic> refusals = new ArrayList<>();
    private final FunctionAdjoint.Session session = new SessionOfThis();

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
    }

    /**
     * A differentiated function.
     *
     * @param primal the primal as it was differentiated: prepared
     * @param gradient the fused value and gradient
     * @param equalityGuards places where a branch hangs on active numbers being equal, so that the slope of the branch
     *     taken may not be that of the function
     */
    public record Result(Function primal, Function gradient, Set<Position> equalityGuards) {}

    /**
     * Differentiates a function whose first result is a floating number.
     *
     * @param primal the function
     * @param active for each parameter whether the gradient in it is wanted
     * @return its fused form; what this calls is in the library
     * @throws NotDifferentiableException listing every construct that is in the way
     */
    public Result gradient(Function primal, List<Boolean> active) {
        Function prepared = preparation.apply(primal);
        Function gradient = new FunctionAdjoint(prepared, active, true, session).fused(Constant::one);
        while (!pending.isEmpty()) {
            Request request = pending.removeFirst();
            Function callee = preparation.apply(request.callee());
            FunctionAdjoint.Pair pair =
                    new FunctionAdjoint(callee, request.active(), false, session).split(request.shape());
            library.put(pair.augmented());
            library.put(pair.reverse());
        }
        library.put(gradient);
        return new Result(prepared, gradient, Collections.unmodifiableSet(equalityGuards));
    }

    private final class SessionOfThis implements FunctionAdjoint.Session {
        private final Map<Op.Invoke, Target> known = new HashMap<>();

        @Override
        public CallShape pair(Function callee, List<Boolean> active) {
            StringBuilder mask = new StringBuilder(callee.name()).append('$');
            active.forEach(one -> mask.append(one ? '1' : '0'));
            String key = mask.toString();
            CallShape shape = pairs.get(key);
            if (shape == null) {
                shape = CallShape.of(key, callee.parameters(), active, callee.resultTypes());
                pairs.put(key, shape);
                pending.addLast(new Request(callee, active, shape));
            }
            return shape;
        }

        @Override
        public Function function(String name) {
            return library.function(name);
        }

        @Override
        public Target target(Op.Invoke invoke) {
            Target target = known.get(invoke);
            if (target == null) {
                target = methods.resolve(invoke.kind(), invoke.method());
                known.put(invoke, target);
                if (target instanceof Target.Rule rule) {
                    for (Target.Partial partial : rule.partials()) {
                        if (partial != null) {
                            library.put(partial.function());
                        }
                    }
                }
            }
            return target;
        }

        @Override
        public boolean usesTape(Op.Call call) {
            return library.usesTape(call.function());
        }

        @Override
        public int freshStack() {
            return library.freshStack();
        }

        @Override
        public int shadowStack(int stack) {
            return library.shadowStack(stack);
        }

        @Override
        public void refuse(Diagnostic reason) {
            refusals.add(reason);
        }

        @Override
        public void stopIfRefused() {
            if (!refusals.isEmpty()) {
                throw new NotDifferentiableException(List.copyOf(new LinkedHashSet<>(refusals)));
            }
        }

        @Override
        public void warnOfEquality(Position site) {
            equalityGuards.add(site);
        }
    }
}
