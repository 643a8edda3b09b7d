package dev.fluxion.transform.tangent;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Edge;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.activity.Callee;
import dev.fluxion.transform.activity.Coverage;
import dev.fluxion.transform.dispatch.CallChecks;
import dev.fluxion.transform.dispatch.DynamicSite;
import dev.fluxion.transform.exceptions.Attempt;
import dev.fluxion.transform.primal.Landings;
import dev.fluxion.transform.primal.PrimalShape;
import dev.fluxion.transform.program.Analysis;
import dev.fluxion.transform.program.Session;
import dev.fluxion.transform.shadow.Accesses;
import dev.fluxion.transform.shadow.ShadowCalls;
import dev.fluxion.transform.shadow.ShadowPlan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tangent function of one prepared function: each operation of the primal, and after it what it does to the
 * tangents.
 */
final class FunctionTangent {

    /** Serves the tangent function for a callee. */
    interface Requests {
        /** Returns its shape; the function will exist in the program in the end. */
        TangentShape tangent(Callee callee);
    }

    private final Analysis analysis;
    private final Session session;
    private final Requests requests;
    private final Function primal;
    private final Activity activity;
    private final PrimalShape shape;
    private final Landings landings;
    private final FunctionBuilder out;
    private final Tangents tangents;
    private final ShadowPlan plan;
    private final TangentAlgebra arithmetic;
    private final MemoryTangents memory;
    private final CallTangents calls;
    private final Map<Variable, Value> shadows = new HashMap<>();
    private final Value table;

    FunctionTangent(
            Analysis analysis, TangentShape wanted, TangentKind kind, int lanes, Session session, Requests requests) {
        this.analysis = analysis;
        this.session = session;
        this.requests = requests;
        this.primal = analysis.function();
        this.activity = analysis.activity();
        this.shape = new PrimalShape(primal);
        new Coverage(primal, activity, analysis.arrays(), session, shape::mayReturn)
                .check(session.findings()::refuse, session.findings()::warnOfEquality);
        if (kind == TangentKind.INDEX_SETS) {
            IndexSetTangents.check(primal, activity, session.findings());
        }
        session.findings().stopIfRefused();
        this.landings = new Landings(primal);
        this.out = FunctionBuilder.numberedAfter(primal, wanted.name(), wanted.resultTypes());
        this.tangents = new Tangents(activity, lanes);
        Accesses accesses = new Accesses(activity, session);
        this.plan = new ShadowPlan(shape, activity, accesses);
        this.arithmetic =
                switch (kind) {
                    case NUMBERS -> new ArithmeticTangents(tangents, out);
                    case INDEX_SETS -> new IndexSetTangents(tangents, out);
                };
        this.memory = new MemoryTangents(activity, accesses, plan, tangents, session::add, out);
        this.calls = new CallTangents(tangents, kind, out);
        this.table = session.usesShadows() ? out.variable(ShadowCalls.TYPE, "shadows") : new Constant.NullConstant();
    }

    /** Returns the tangent function. */
    Function build() {
        Map<Label, List<Variable>> parameters = new HashMap<>();
        for (Block block : shape.cfg().blocks()) {
            parameters.put(block.label(), parameters(block));
        }
        for (Block block : shape.cfg().blocks()) {
            emit(block, parameters.getOrDefault(block.label(), List.of()));
        }
        return out.build();
    }

    /** Returns all parameters of a block: those of the primal, their tangents and shadows, and the table. */
    private List<Variable> parameters(Block block) {
        boolean isEntry = block.label().equals(primal.entry().label());
        List<Variable> all = landings.parameters(block);
        for (int i = 0; i < block.parameters().size(); i++) {
            Variable parameter = block.parameters().get(i);
            if (isEntry ? !analysis.active().get(i) : !isCarried(parameter, block.label())) {
                continue;
            }
            if (parameter.type().isReference()) {
                Variable shadow = out.variable(parameter.type(), parameter.name() + "_dot");
                shadows.put(parameter, shadow);
                all.add(shadow);
            } else {
                List<Variable> variables = tangents.variables(parameter, out);
                tangents.set(parameter, variables);
                all.addAll(variables);
            }
        }
        if (isEntry && table instanceof Variable variable) {
            all.add(variable);
        }
        return all;
    }

    /** Returns whether the tangents or the shadow of a parameter come in with it. */
    private boolean isCarried(Variable parameter, Label at) {
        return shape.mayReturn(at) && (tangents.isActive(parameter) || activity.hasShadow(parameter));
    }

    private void emit(Block block, List<Variable> parameters) {
        Label label = block.label();
        out.begin(label, parameters);
        boolean mayReturn = shape.mayReturn(label);
        if (label.equals(primal.entry().label())) {
            out.at(block.position());
            enter();
        }
        Attempt attempt = landings.attempt(label);
        if (attempt != null) {
            attempt(block, attempt);
        } else {
            for (Statement statement : block.statements()) {
                out.at(statement.position());
                if (landings.isSaid(statement, label)) {
                    continue;
                }
                if (mayReturn) {
                    CallChecks.of(statement.op(), activity, session, table).forEach(out::effect);
                    run(statement);
                    follow(statement);
                } else {
                    out.append(statement);
                }
            }
        }
        out.at(block.position());
        plan.leave(label, table, out);
        end(landings.end(block));
    }

    private void enter() {
        for (Variable parameter : primal.entry().parameters()) {
            Value shadow = shadows.get(parameter);
            if (shadow != null && activity.mustBeFound(parameter)) {
                out.effect(ShadowCalls.put(table, parameter, shadow));
            }
        }
        plan.enter(table, out);
    }

    /** What may throw is done alone; its tangents come after its completion. */
    private void attempt(Block block, Attempt plain) {
        Attempt attempt = carrying(plain);
        if (block.statements().isEmpty()) {
            out.protect(attempt.handlers());
            return;
        }
        boolean mayReturn = shape.mayReturn(block.label());
        Statement statement = block.statements().getFirst();
        out.at(statement.position());
        List<Op> checks = mayReturn ? CallChecks.of(statement.op(), activity, session, table) : List.of();
        if (!checks.isEmpty()) {
            checks.forEach(out::effect);
            Label alone = out.label("");
            out.jump(alone);
            out.begin(alone, List.of());
        }
        boolean givesException = landings.givesException(plain);
        if (!givesException) {
            out.protect(attempt.handlers());
        }
        if (mayReturn) {
            run(statement);
        } else {
            out.append(statement);
        }
        landings.land(attempt, givesException ? statement.results().getLast() : null, out);
        if (mayReturn) {
            follow(statement);
        }
        for (Statement after : block.statements().subList(1, block.statements().size())) {
            run(after);
            follow(after);
        }
    }

    /** Returns an attempt that passes tangents to where its exceptions land. */
    private Attempt carrying(Attempt attempt) {
        List<Attempt.Way> ways = new ArrayList<>();
        for (Attempt.Way way : attempt.ways()) {
            ways.add(new Attempt.Way(way.type(), carrying(way.landing())));
        }
        return new Attempt(attempt.before(), attempt.risky(), ways);
    }

    /** Emits the operation of the primal, or what is called in its place. */
    private void run(Statement statement) {
        Callee callee = Callee.of(statement, activity, session);
        DynamicSite site = session.site(statement, activity);
        if (callee != null) {
            calls.call(
                    statement,
                    requests.tangent(callee),
                    this::shadow,
                    table instanceof Variable ? List.of(table) : List.of());
        } else if (site != null) {
            calls.dispatch(statement, site, table);
        } else {
            out.append(statement);
        }
    }

    /** Emits what an operation of the primal, which has completed, does to tangents. */
    private void follow(Statement statement) {
        switch (statement.op()) {
            case Op.NewArray array when activity.hasShadow(statement.result()) -> {
                Value shadow = memory.made(array);
                shadows.put(statement.result(), shadow);
                if (activity.mustBeFound(statement.result())) {
                    out.effect(ShadowCalls.put(table, statement.result(), shadow));
                }
            }
            case Op.CheckCast cast when activity.hasShadow(statement.result()) ->
                    shadows.put(statement.result(), shadow(cast.object()));
            case Op.Select select when activity.hasShadow(statement.result()) ->
                    shadows.put(
                            statement.result(),
                            out.add(new Op.Select(select.condition(), shadow(select.x()), shadow(select.y()))));
            case Op.ArrayLoad load when activity.hasShadow(load.array()) && tangents.isActive(statement.result()) ->
                    memory.load(statement, load, shadow(load.array()));
            case Op.ArrayStore store when activity.hasShadow(store.array()) && store.element().isFloating() ->
                    memory.store(store, shadow(store.array()));
            case Op.TapePush push when push.value().type().isFloating() -> push(push);
            case Op.TapePop pop when pop.type().isFloating() -> pop(statement, pop);
            case Op.Negate _, Op.Binary _, Op.Convert _, Op.Select _ -> {
                if (tangents.isActive(statement.result())) {
                    arithmetic.emit(statement);
                }
            }
            case Op.Invoke invoke
                    when session.target(invoke) instanceof Target.Rule rule && activity.hasActiveResult(statement) ->
                    arithmetic.emit(statement, rule);
            default -> memory.emit(statement, table);
        }
    }

    private void push(Op.TapePush push) {
        int stack = session.shadowStack(push.stack());
        for (Value tangent : tangents.of(push.value())) {
            out.effect(new Op.TapePush(stack, tangent));
        }
    }

    private void pop(Statement statement, Op.TapePop pop) {
        int stack = session.shadowStack(pop.stack());
        List<Value> reversed = new ArrayList<>(tangents.each(lane -> out.add(new Op.TapePop(stack, pop.type()))));
        tangents.set(statement.result(), reversed.reversed());
    }

    private Value shadow(Value array) {
        Value known = array instanceof Variable variable ? shadows.get(variable) : null;
        if (known == null && array instanceof Variable && activity.hasShadow(array)) {
            throw new IllegalStateException("no shadow of " + array + " in " + primal.name());
        }
        return known == null ? new Constant.NullConstant() : known;
    }

    private void end(Terminator terminator) {
        if (terminator instanceof Terminator.Return leave) {
            List<Value> values = new ArrayList<>(leave.values());
            for (Value value : leave.values()) {
                if (value.type().isFloating()) {
                    values.addAll(tangents.of(value));
                }
            }
            out.end(new Terminator.Return(values));
            return;
        }
        Terminator end = terminator;
        List<Successor> edges = terminator.successors();
        for (int i = 0; i < edges.size(); i++) {
            end = Edge.withSuccessor(end, i, carrying(edges.get(i)));
        }
        out.end(end);
    }

    /** Returns an edge that passes the tangents and shadows of what it passes as well. */
    private Successor carrying(Successor edge) {
        List<Value> arguments = new ArrayList<>(edge.arguments());
        List<Variable> parameters = shape.cfg().block(edge.target()).parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Variable parameter = parameters.get(i);
            if (isCarried(parameter, edge.target())) {
                Value argument = edge.arguments().get(i);
                if (parameter.type().isReference()) {
                    arguments.add(shadow(argument));
                } else {
                    arguments.addAll(tangents.of(argument));
                }
            }
        }
        return new Successor(edge.target(), arguments);
    }
}
