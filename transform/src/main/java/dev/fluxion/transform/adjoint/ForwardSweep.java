package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Induction;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.build.SsaBuilder;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.dispatch.DynamicSite;
import dev.fluxion.transform.exceptions.Attempt;
import dev.fluxion.transform.primal.Landings;
import dev.fluxion.transform.primal.PrimalShape;
import dev.fluxion.transform.shadow.LastShadow;
import dev.fluxion.transform.shadow.ShadowCalls;
import dev.fluxion.transform.shadow.ShadowPlan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Emits the primal, which remembers on its way what the plan says. */
final class ForwardSweep {

    /** Slot of a trip counter, for loops without an induction variable that tells. */
    private record Counter(Label header) {}

    /** Slot of a result of the primal. */
    record Result(int index) {}

    private final PrimalShape shape;
    private final Activity activity;
    private final Routes routes;
    private final TapePlanner planner;
    private final TapePlan plan;
    private final Calls calls;
    private final FunctionBuilder out;
    private final SsaBuilder slots;
    private final ShadowPlan memory;
    private final Value table;
    private final Landings landings;
    private final Map<Variable, Value> ownShadows = new LinkedHashMap<>();
    private final Map<Label, Loop> preheaders = new HashMap<>();
    private final Map<Label, Loop> latches = new HashMap<>();

    ForwardSweep(
            PrimalShape shape,
            Activity activity,
            Routes routes,
            TapePlanner planner,
            TapePlan plan,
            Calls calls,
            ShadowPlan memory,
            Value table,
            FunctionBuilder out,
            SsaBuilder slots) {
        this.memory = memory;
        this.table = table;
        this.shape = shape;
        this.activity = activity;
        this.routes = routes;
        this.planner = planner;
        this.plan = plan;
        this.calls = calls;
        this.out = out;
        this.slots = slots;
        this.landings = new Landings(shape.function());
        for (Loop loop : shape.loops().all()) {
            if (shape.unitInduction(loop) == null) {
                preheaders.put(shape.preheader(loop), loop);
                latches.put(PrimalShape.latch(loop), loop);
            }
        }
    }

    /**
     * Emits all blocks.
     *
     * @param shadows the shadows of the active array parameters, further parameters of the function; the table of
     *     shadows follows if there is one
     * @param after where to go on instead of returning, or null to return the primal's results
     */
    void emit(Map<Variable, Variable> shadows, @org.jspecify.annotations.Nullable Label after) {
        for (Block block : shape.cfg().blocks()) {
            List<Variable> parameters = landings.parameters(block);
            boolean isEntry = block.label().equals(shape.function().entry().label());
            if (isEntry) {
                parameters.addAll(shadows.values());
                if (table instanceof Variable parameter) {
                    parameters.add(parameter);
                }
            }
            out.begin(block.label(), parameters);
            if (isEntry) {
                out.at(block.position());
                shadows.forEach((array, shadow) -> enter(array, ownShadow(array, shadow)));
                memory.enter(table, out);
            }
            Attempt attempt = landings.attempt(block.label());
            if (attempt != null) {
                attempt(block, attempt);
            }
            block.parameters().forEach(parameter -> keep(parameter, block.label()));
            countTrips(block.label());
            for (Statement statement : block.statements()) {
                if (attempt == null) {
                    out.at(statement.position());
                    if (!landings.isSaid(statement, block.label())) {
                        check(statement, block);
                        emit(statement, block.label());
                    }
                    pass(statement, block);
                }
                statement.results().forEach(result -> keep(result, block.label()));
            }
            out.at(block.position());
            memory.leave(block.label(), table, out);
            remember(block.label());
            prepareEdges(block);
            end(block, after);
        }
    }

    /**
     * Where an argument is overwritten, what its shadow holds is taken out. So it starts from zeros, and the sum that
     * the caller has goes on afterwards.
     */
    private Value ownShadow(Variable array, Variable sum) {
        if (!activity.isOverwritten(array)) {
            return sum;
        }
        Value own = out.add(new Op.NewArray((ArrayType) array.type(), List.of(out.add(new Op.ArrayLength(array)))));
        ownShadows.put(sum, own);
        return own;
    }

    /** Returns the shadows that were used in the place of sums of the caller. */
    Map<Variable, Value> ownShadows() {
        return ownShadows;
    }

    /** Takes an array's shadow, which is registered where the array may be met under another name. */
    private void enter(Variable array, Value shadow) {
        slots.write(new Need.Shadow(array), shadow);
        if (activity.mustBeFound(array)) {
            out.effect(ShadowCalls.put(table, array, shadow));
        }
    }

    /** Makes the shadow of what a statement has stored in, unless that was done the last time round. */
    private void makeShadow(Statement statement, Block block) {
        Value owner = memory.madeAfter(statement);
        if (owner == null) {
            return;
        }
        Op making = ShadowCalls.ofStored(table, owner);
        boolean isRepeated = shape.loops().innermost(block.label()) != null;
        if (isRepeated && block.handlers().isEmpty() && owner instanceof Variable variable) {
            LastShadow.of(variable, owner, making, out, slots);
        } else {
            out.add(making);
        }
    }

    /** What may throw is done alone; after it comes only what is computed from it. */
    private void attempt(Block block, Attempt attempt) {
        if (block.statements().isEmpty()) {
            out.protect(attempt.handlers());
            return;
        }
        Statement statement = block.statements().getFirst();
        out.at(statement.position());
        if (check(statement, block)) {
            Label alone = out.label("");
            out.jump(alone);
            out.begin(alone, List.of());
        }
        if (landings.givesException(attempt)) {
            emit(statement);
            landings.land(attempt, statement.results().getLast(), out);
        } else {
            out.protect(attempt.handlers());
            emit(statement, block.label());
            landings.land(attempt, null, out);
        }
        pass(statement, block);
        for (Statement after : block.statements().subList(1, block.statements().size())) {
            emit(after, block.label());
            pass(after, block);
        }
    }

    /** What code of the JDK is given is checked, if it has to be. */
    private boolean check(Statement statement, Block block) {
        List<Op> checks = shape.mayReturn(block.label()) ? calls.checks(statement.op(), table) : List.of();
        checks.forEach(out::effect);
        return !checks.isEmpty();
    }

    private void pass(Statement statement, Block block) {
        if (shape.mayReturn(block.label())) {
            makeShadow(statement, block);
        }
    }

    private void emit(Statement statement, Label at) {
        if (shape.mayReturn(at)) {
            emit(statement);
        } else {
            out.append(statement);
        }
    }

    private void keep(Variable variable, Label at) {
        Need need = new Need.Primal(variable);
        if (planner.isLive(need, at)) {
            slots.write(need, variable);
        }
    }

    /** At an exit of loops: how often they went round. */
    private void countTrips(Label label) {
        if (!shape.mayReturn(label)) {
            return;
        }
        for (Loop loop : loopsLeftAt(shape, routes, label)) {
            Induction induction = shape.unitInduction(loop);
            Value trips;
            if (induction == null) {
                trips = slots.read(new Counter(loop.header()), PrimitiveType.I32);
            } else if (induction.step() > 0) {
                trips = difference(induction.variable(), induction.init());
            } else {
                trips = difference(induction.init(), induction.variable());
            }
            slots.write(new Need.Trips(loop.header()), trips);
        }
    }

    private Value difference(Value more, Value less) {
        return less.equals(Constant.of(0)) ? more : out.add(new Op.Binary(BinaryKind.SUB, more, less));
    }

    /** Returns the loops into which the reverse of a block goes back. */
    static List<Loop> loopsLeftAt(PrimalShape shape, Routes routes, Label label) {
        return routes.of(label) instanceof Route.Straight straight
                ? shape.loopsLeft(straight.target(), label)
                : List.of();
    }

    private void emit(Statement statement) {
        switch (statement.op()) {
            case Op.NewArray array when activity.hasShadow(statement.result()) -> {
                out.append(statement);
                Value shadow = out.add(array);
                enter(statement.result(), shadow);
                if (calls.isPart()) {
                    out.effect(ShadowCalls.local(table, shadow));
                }
            }
            case Op.CheckCast cast when activity.hasShadow(statement.result()) -> {
                out.append(statement);
                slots.write(new Need.Shadow(statement.result()), shadow(cast.object()));
            }
            case Op.Select select when activity.hasShadow(statement.result()) -> {
                out.append(statement);
                slots.write(
                        new Need.Shadow(statement.result()),
                        out.add(new Op.Select(select.condition(), shadow(select.x()), shadow(select.y()))));
            }
            default -> {
                CallShape call = calls.shape(statement);
                DynamicSite site = calls.site(statement);
                if (site != null) {
                    dispatch(statement, site);
                } else {
                    out.append(call == null ? statement : augmented(statement, call));
                }
            }
        }
    }

    /** Calls what is found by the receiver's class. */
    private void dispatch(Statement statement, DynamicSite site) {
        List<Value> arguments = new ArrayList<>(statement.op().operands());
        arguments.add(table);
        Op call = site.augmented().call(arguments, statement.position());
        if (statement.results().isEmpty()
                || !statement.result().type().isReference()
                || statement.result().type().equals(ClassType.OBJECT)) {
            out.append(new Statement(statement.results(), call, statement.position()));
        } else {
            Op cast = new Op.CheckCast((ReferenceType) statement.result().type(), out.add(call));
            out.append(new Statement(statement.results(), cast, statement.position()));
        }
    }

    private Statement augmented(Statement statement, CallShape call) {
        List<Value> arguments = new ArrayList<>(statement.op().operands());
        for (int array : call.arrays()) {
            arguments.add(shadow(statement.op().operands().get(array)));
        }
        if (calls.takesShadows()) {
            arguments.add(table);
        }
        return new Statement(statement.results(), new Op.Call(call.augmented(), arguments), statement.position());
    }

    private Value shadow(Value array) {
        return array instanceof Variable variable
                ? slots.read(new Need.Shadow(variable), variable.type())
                : new Constant.NullConstant();
    }

    private void remember(Label label) {
        for (TapePlan.Entry entry : plan.frame(label)) {
            Value value =
                    entry.need() instanceof Need.Primal primal
                            ? primal.variable()
                            : slots.read(entry.need(), entry.need().type());
            out.effect(new Op.TapePush(entry.stack(), value));
        }
    }

    private void prepareEdges(Block block) {
        Label label = block.label();
        Loop entered = preheaders.get(label);
        if (entered != null) {
            slots.write(new Counter(entered.header()), Constant.of(0));
        }
        Loop repeated = latches.get(label);
        if (repeated != null) {
            Value count = slots.read(new Counter(repeated.header()), PrimitiveType.I32);
            slots.write(new Counter(repeated.header()), out.add(new Op.Binary(BinaryKind.ADD, count, Constant.of(1))));
        }
        Map<Need, Value> shadows = new HashMap<>();
        for (Successor edge : block.terminator().successors()) {
            if (shape.mayReturn(edge.target()) && routes.of(edge.target()) instanceof Route.Recorded recorded) {
                slots.write(new Need.Path(edge.target()), Constant.of(recorded.predecessors().indexOf(label)));
            }
            List<Variable> parameters = shape.cfg().block(edge.target()).parameters();
            for (int i = 0; i < parameters.size(); i++) {
                Variable parameter = parameters.get(i);
                if (activity.hasShadow(parameter)) {
                    shadows.put(new Need.Shadow(parameter), shadow(edge.arguments().get(i)));
                }
            }
        }
        shadows.forEach(slots::write);
    }

    private void end(Block block, @org.jspecify.annotations.Nullable Label after) {
        if (after != null && block.terminator() instanceof Terminator.Return leave) {
            for (int i = 0; i < leave.values().size(); i++) {
                slots.write(new Result(i), leave.values().get(i));
            }
            out.jump(after);
        } else {
            out.end(landings.end(block));
        }
    }
}
