package dev.fluxion.transform.tangent;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.ForwardRule;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Pass;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.activity.Callee;
import dev.fluxion.transform.exceptions.RestoreExceptions;
import dev.fluxion.transform.program.Analysis;
import dev.fluxion.transform.program.Session;
import dev.fluxion.transform.rule.RuleTangent;
import dev.fluxion.transform.shadow.ShadowCalls;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Forward-mode differentiation of whole programs: each number that may vary goes along with its tangents, the numbers
 * in memory with theirs in a shadow.
 *
 * <pre>
 *   func @f(%x: f64, %a: f64[]) -&gt; f64
 *   func @f$11$pushforward(%x: f64, %a: f64[], %x_dot: f64, %a_dot: f64[]) -&gt; f64, f64        value, tangent
 * </pre>
 *
 * <p>Several tangents at once, <em>lanes</em>, share what the primal computes. A number has as many tangents then, and
 * a shadow as many numbers for each one of its owner's, side by side. The result is a program like any other: it can be
 * differentiated again, in either mode.
 */
public final class ForwardMode {

    private final Session session;
    private final Library library;
    private final TangentKind kind;
    private final int lanes;
    private final Map<String, TangentShape> shapes = new HashMap<>();
    private final Deque<Callee> pending = new ArrayDeque<>();

    /**
     * Prepares to differentiate.
     *
     * @param methods says what calls stand for
     * @param preparation brings a function into the form that differentiation wants: calls inlined, simplified,
     *     normalised
     * @param library functions that the primals call by {@link dev.fluxion.ir.op.Op.Call}; what is made here is added
     *     to it
     * @param lanes how many tangents each number has, 1 to 9
     */
    public ForwardMode(MethodSource methods, Pass preparation, Library library, int lanes) {
        this(methods, preparation, library, TangentKind.NUMBERS, lanes);
    }

    /**
     * Prepares to differentiate.
     *
     * @param methods as above
     * @param preparation as above
     * @param library as above
     * @param kind what tangents are
     * @param lanes how many of them each number has, 1 to 9
     */
    public ForwardMode(MethodSource methods, Pass preparation, Library library, TangentKind kind, int lanes) {
        if (lanes < 1 || lanes > 9) {
            throw new IllegalArgumentException("1 to 9 tangents at once, not " + lanes);
        }
        this.session = new Session(methods, preparation, library);
        this.library = library;
        this.kind = kind;
        this.lanes = lanes;
    }

    /**
     * A differentiated function.
     *
     * @param primal the primal as it was differentiated: prepared
     * @param tangent takes the arguments, then for each active one its tangents or its shadow, then the table of
     *     shadows if there is one; gives the results, then for each floating one its tangents
     * @param equalityGuards places where a branch hangs on active numbers being equal, so that the slope of the branch
     *     taken may not be that of the function
     * @param usesShadows whether shadows are found by identity, so that the function takes a {@link
     *     dev.fluxion.runtime.Shadows} as its last argument
     * @param lanes how many tangents each number has
     */
    public record Result(
            Function primal, Function tangent, Set<Position> equalityGuards, boolean usesShadows, int lanes) {

        /** Returns the tangent function as one that makes the table of shadows itself, if it needs one. */
        public Function standalone() {
            return usesShadows ? ShadowCalls.withTable(tangent, lanes) : tangent;
        }
    }

    /**
     * Differentiates a function.
     *
     * @param primal the function
     * @param active for each parameter whether it has a tangent, or comes with a shadow
     * @return its tangent function; what this calls is in the library. The tangents of a result that is no number are
     *     in the shadows of what it leads to
     * @throws NotDifferentiableException listing every construct that is in the way
     */
    public Result tangent(Function primal, List<Boolean> active) {
        Function root = session.prepared(primal);
        session.begin(root, true);
        for (int i = 0; i < active.size(); i++) {
            Type type = root.parameters().get(i).type();
            if (active.get(i) && type.isReference() && !Activity.isArrayOfNumbers(type)) {
                session.heap().wantEverything();
            }
        }
        for (Type type : root.resultTypes()) {
            if (Activity.isArrayOfNumbers(type)) {
                session.heap().giveBack(((ArrayType) type).element());
            } else if (type.isReference()) {
                session.heap().wantEverything();
            }
        }
        Function tangent = differentiate(root, active, true);
        Function asItIs = new RestoreExceptions().apply(root);
        return new Result(asItIs, tangent, session.findings().equalityGuards(), session.usesShadows(), lanes);
    }

    /**
     * Differentiates a function in numbers, and in everything that it may find in memory: tangents come and go in the
     * shadows of what its arguments and its result lead to.
     *
     * @param primal the function
     * @param active for each parameter whether it is a number that has a tangent
     */
    public Result tangentInMemory(Function primal, List<Boolean> active) {
        session.heap().wantEverything();
        return tangent(primal, active);
    }

    /**
     * A differentiated function that is found when the code runs.
     *
     * @param tangent as {@link dev.fluxion.runtime.Dispatch} calls it
     * @param equalityGuards as in {@link Result}
     * @param order which order of derivative it is: more than was asked for if the primal has derivatives in it already
     */
    public record Dispatched(Function tangent, Set<Position> equalityGuards, int order) {}

    /**
     * Differentiates a function that is found when the code runs, in all its numbers and in memory.
     *
     * @param primal the function
     * @param order at least: 1 for the derivative of a method, 2 for that of such a derivative, and so on
     * @throws NotDifferentiableException listing every construct that is in the way
     */
    public Dispatched dispatched(Function primal, int order) {
        session.startAtOrder(order);
        session.heap().wantEverything();
        Function root = session.prepared(primal);
        session.begin(root, false);
        List<Boolean> active = new ArrayList<>();
        for (Variable parameter : root.parameters()) {
            active.add(parameter.type().isFloating());
        }
        Function tangent = differentiate(root, active, false);
        Function dispatched = DispatchedTangent.of(tangent, root, lanes);
        library.put(dispatched);
        return new Dispatched(dispatched, session.findings().equalityGuards(), session.level() + 1);
    }

    private Function differentiate(Function root, List<Boolean> active, boolean isWhole) {
        Analysis analysis = session.analyse(root, active, isWhole);
        Callee callee = new Callee(root, active);
        TangentShape shape = TangentShape.ofRoot(callee, lanes, session.suffix());
        Function tangent = new FunctionTangent(analysis, shape, kind, lanes, session, this::shape).build();
        library.put(tangent);
        while (!pending.isEmpty()) {
            Callee next = pending.removeFirst();
            library.put(
                    library.rule(next.function().name()) instanceof ForwardRule rule
                            ? ruled(rule, next)
                            : new FunctionTangent(
                                            session.analysis(next.name()),
                                            shape(next),
                                            kind,
                                            lanes,
                                            session,
                                            this::shape)
                                    .build());
        }
        return tangent;
    }

    private Function ruled(ForwardRule rule, Callee callee) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < callee.active().size(); i++) {
            if (callee.active().get(i)) {
                numbers.add(i);
            }
        }
        RuleTangent.Shape wanted = new RuleTangent.Shape(shape(callee).name(), numbers, lanes, session.usesShadows());
        return RuleTangent.of(rule, callee.function().name(), wanted, library);
    }

    private TangentShape shape(Callee callee) {
        TangentShape shape = shapes.get(callee.name());
        if (shape == null) {
            shape = TangentShape.of(callee, lanes, session.suffix());
            shapes.put(callee.name(), shape);
            pending.addLast(callee);
        }
        return shape;
    }
}
