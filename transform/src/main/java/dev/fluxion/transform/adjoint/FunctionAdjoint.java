package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.build.SsaBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.activity.Arrays;
import dev.fluxion.transform.activity.Coverage;
import dev.fluxion.transform.primal.PrimalShape;
import dev.fluxion.transform.program.Analysis;
import dev.fluxion.transform.program.Session;
import dev.fluxion.transform.shadow.Accesses;
import dev.fluxion.transform.shadow.ShadowCalls;
import dev.fluxion.transform.shadow.ShadowPlan;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The adjoint of one prepared function, fused or split. */
final class FunctionAdjoint {

    /** The seed for a result of a type. */
    interface Seed {
        Value of(Type type);
    }

    /** A split function, see {@link CallShape}. */
    record Pair(Function augmented, Function reverse) {}

    private final Function primal;
    private final List<Boolean> active;
    private final Session session;
    private final PrimalShape shape;
    private final Activity activity;
    private final Calls calls;
    private final FoundShadows memory;
    private final ShadowPlan made;
    private final ReverseNeeds needs;
    private final ReverseRules rules;
    private final Routes routes;
    private final TapePlanner planner;
    private final TapePlan plan;

    FunctionAdjoint(Analysis analysis, boolean fused, Session session, Calls.Requests pairs) {
        this.primal = analysis.function();
        this.active = analysis.active();
        this.session = session;
        this.shape = new PrimalShape(primal);
        this.activity = analysis.activity();
        Arrays arrays = analysis.arrays();
        this.calls = new Calls(activity, session, pairs);
        Accesses accesses = new Accesses(activity, session);
        this.memory = new FoundShadows(activity, accesses, session::add);
        this.made = new ShadowPlan(shape, activity, accesses);
        this.needs = new ReverseNeeds(primal, activity, calls, memory);
        this.rules = new ReverseRules(activity, calls, needs, memory, session::shadowStack);
        new Coverage(primal, activity, arrays, session, shape::mayReturn)
                .check(session.findings()::refuse, session.findings()::warnOfEquality);
        session.findings().stopIfRefused();
        this.routes = new Routes(shape, activity, rules::isReversed);
        Recomputation again = new Recomputation(shape, new Reloading(shape, arrays, fused, session));
        this.planner = new TapePlanner(shape, again, fused, session::freshStack);
        askForNeeds();
        this.plan = planner.decide();
    }

    private void askForNeeds() {
        Set<Label> seen = new HashSet<>();
        Deque<Label> pending = new ArrayDeque<>();
        if (shape.exit() != null) {
            pending.add(shape.exit());
        }
        while (!pending.isEmpty()) {
            Label label = pending.removeFirst();
            if (!seen.add(label)) {
                continue;
            }
            for (Statement statement : shape.cfg().block(label).statements()) {
                if (rules.isReversed(statement)) {
                    needs.ask(statement, label, planner);
                }
            }
            for (Loop left : ForwardSweep.loopsLeftAt(shape, routes, label)) {
                planner.ask(new Need.Trips(left.header()), label);
            }
            switch (routes.of(label)) {
                case Route.End end -> {}
                case Route.Straight straight -> pending.add(straight.target());
                case Route.Around around -> {
                    pending.add(around.latch());
                    pending.add(around.preheader());
                }
                case Route.Diamond diamond -> {
                    planner.ask(diamond.condition(), label);
                    pending.add(diamond.whenTrue());
                    pending.add(diamond.whenFalse());
                }
                case Route.Recorded recorded -> {
                    planner.ask(new Need.Path(label), label);
                    pending.addAll(recorded.predecessors());
                }
            }
        }
    }

    /** Returns value and gradient in one function. */
    Function fused(Seed seed) {
        List<Type> types = new ArrayList<>(primal.resultTypes());
        types.addAll(adjointTypes());
        FunctionBuilder out = FunctionBuilder.numberedAfter(primal, gradientName(), types);
        SsaBuilder slots = new SsaBuilder(out);
        Label turn = out.label("turn");
        Map<Variable, Variable> shadows = shadows(out);
        Value table = table(out);
        ForwardSweep forward = forward(table, out, slots);
        forward.emit(shadows, turn);
        Adjoints adjoints = new Adjoints(activity, out, slots);
        Label exit = shape.exit();
        if (exit != null) {
            out.begin(turn, List.of());
            adjoints.add(results(exit).getFirst(), seed.of(primal.resultTypes().getFirst()));
            reverse(adjoints, table, out, slots)
                    .emit(
                            exit,
                            () -> {
                                forward.ownShadows().forEach((sum, own) -> pour(own, sum, out));
                                List<Value> values = new ArrayList<>();
                                for (int i = 0; i < primal.resultTypes().size(); i++) {
                                    values.add(slots.read(new ForwardSweep.Result(i), primal.resultTypes().get(i)));
                                }
                                values.addAll(adjointsOfParameters(adjoints));
                                out.end(new Terminator.Return(values));
                            });
        }
        return ZeroFolding.fold(slots.build(), adjoints.linear());
    }

    private void pour(Value own, Variable sum, FunctionBuilder out) {
        Function pour = ShadowCalls.pour((PrimitiveType) ((ArrayType) sum.type()).element());
        session.add(pour);
        out.append(new Statement(List.of(), new Op.Call(pour.name(), List.of(own, sum)), out.position()));
    }

    /** The name tells which parameters are active, unless all are. */
    private String gradientName() {
        StringBuilder name = new StringBuilder(primal.name()).append("$gradient");
        if (active.contains(false)) {
            name.append('$');
            active.forEach(one -> name.append(one ? '1' : '0'));
        }
        return name.append(session.suffix()).toString();
    }

    /** Returns the augmented primal and the reverse. */
    Pair split(CallShape call) {
        FunctionBuilder ahead = FunctionBuilder.numberedAfter(primal, call.augmented(), primal.resultTypes());
        SsaBuilder aheadSlots = new SsaBuilder(ahead);
        Map<Variable, Variable> shadows = shadows(ahead);
        forward(table(ahead), ahead, aheadSlots).emit(shadows, null);

        FunctionBuilder back = FunctionBuilder.numberedAfter(primal, call.reverse(), adjointTypes());
        SsaBuilder backSlots = new SsaBuilder(back);
        Adjoints adjoints = new Adjoints(activity, back, backSlots);
        List<Variable> cotangents = new ArrayList<>();
        for (Type type : primal.resultTypes()) {
            if (type.isFloating()) {
                cotangents.add(back.variable(type, "bar"));
            }
        }
        List<Variable> parameters = new ArrayList<>(cotangents);
        Value table = table(back);
        if (table instanceof Variable parameter) {
            parameters.add(parameter);
        }
        back.begin(back.label("entry"), parameters);
        Label exit = shape.exit();
        if (exit == null) {
            back.end(new Terminator.Unreachable());
        } else {
            int next = 0;
            for (Value result : results(exit)) {
                if (result.type().isFloating()) {
                    adjoints.add(result, cotangents.get(next++));
                }
            }
            reverse(adjoints, table, back, backSlots)
                    .emit(exit, () -> back.end(new Terminator.Return(adjointsOfParameters(adjoints))));
        }
        return new Pair(aheadSlots.build(), ZeroFolding.fold(backSlots.build(), adjoints.linear()));
    }

    /** Returns the parameter for the table of shadows, or null as a constant where none are looked up. */
    private Value table(FunctionBuilder out) {
        return session.usesShadows() ? out.variable(ShadowCalls.TYPE, "shadows") : new Constant.NullConstant();
    }

    private ForwardSweep forward(Value table, FunctionBuilder out, SsaBuilder slots) {
        return new ForwardSweep(shape, activity, routes, planner, plan, calls, made, table, out, slots);
    }

    private ReverseSweep reverse(Adjoints adjoints, Value table, FunctionBuilder out, SsaBuilder slots) {
        return new ReverseSweep(shape, routes, planner, plan, rules, adjoints, out, slots, table);
    }

    private List<Value> results(Label exit) {
        Block block = shape.cfg().block(exit);
        return block.terminator() instanceof Terminator.Return leave ? leave.values() : List.of();
    }

    private Map<Variable, Variable> shadows(FunctionBuilder out) {
        Map<Variable, Variable> shadows = new LinkedHashMap<>();
        for (int i = 0; i < active.size(); i++) {
            Variable parameter = primal.parameters().get(i);
            if (active.get(i) && Activity.isArrayOfNumbers(parameter.type())) {
                shadows.put(parameter, out.variable(parameter.type(), parameter.name() + "_bar"));
            }
        }
        return shadows;
    }

    private List<Type> adjointTypes() {
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < active.size(); i++) {
            Type type = primal.parameters().get(i).type();
            if (active.get(i) && type.isFloating()) {
                types.add(type);
            }
        }
        return types;
    }

    private List<Value> adjointsOfParameters(Adjoints adjoints) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < active.size(); i++) {
            Variable parameter = primal.parameters().get(i);
            if (active.get(i) && parameter.type().isFloating()) {
                values.add(adjoints.get(parameter));
            }
        }
        return values;
    }

    /** Returns the block that returns, for tests. */
    @Nullable Label exit() {
        return shape.exit();
    }
}
