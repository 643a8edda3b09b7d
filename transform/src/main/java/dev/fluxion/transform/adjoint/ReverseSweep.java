package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.CountedLoop;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.build.SsaBuilder;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.transform.primal.PrimalShape;
import dev.fluxion.transform.shadow.LastShadow;
import dev.fluxion.transform.shadow.ShadowCalls;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Emits the reverse of each block, from the return back to the entry.
 *
 * <p>A loop that is left from its middle is reversed in two copies: the last, partial trip first, from the exit back to
 * the header, then the full trips. So the reversed loop is again entered at one place only. No copy is made where the
 * partial trip is nothing but the header, or the whole body.
 */
final class ReverseSweep implements ReverseRules.Recovery {

    /** The reverse of a block, within the partial trips of some loops (by header). */
    private record Instance(Label block, List<Label> partial) {}

    private final PrimalShape shape;
    private final Routes routes;
    private final TapePlanner planner;
    private final TapePlan plan;
    private final ReverseRules rules;
    private final Adjoints adjoints;
    private final FunctionBuilder out;
    private final SsaBuilder slots;
    private final Value shadows;
    private final Map<Instance, Label> labels = new LinkedHashMap<>();
    private final Deque<Instance> pending = new ArrayDeque<>();
    private final Map<Value, Value> recovered = new HashMap<>();
    private final Map<Value, Value> found = new HashMap<>();
    private final Set<Need> unprepared = new LinkedHashSet<>();
    private final ReverseOrder order;
    private Label at;

    ReverseSweep(
            PrimalShape shape,
            Routes routes,
            TapePlanner planner,
            TapePlan plan,
            ReverseRules rules,
            Adjoints adjoints,
            FunctionBuilder out,
            SsaBuilder slots,
            Value shadows) {
        this.shape = shape;
        this.routes = routes;
        this.planner = planner;
        this.plan = plan;
        this.rules = rules;
        this.adjoints = adjoints;
        this.out = out;
        this.slots = slots;
        this.shadows = shadows;
        this.order = new ReverseOrder(shape.function());
        this.at = shape.function().entry().label();
    }

    /** What ends the reverse of the entry. */
    interface Ending {
        void end();
    }

    /** Emits everything; the block that is open when this is called jumps to the reverse of the exit. */
    void emit(Label exit, Ending ending) {
        out.jump(label(new Instance(exit, List.of())));
        while (!pending.isEmpty()) {
            emit(pending.removeFirst(), ending);
        }
    }

    private Label label(Instance instance) {
        Label known = labels.get(instance);
        if (known != null) {
            return known;
        }
        Label fresh = out.label("rev_" + instance.block().name());
        labels.put(instance, fresh);
        pending.addLast(instance);
        return fresh;
    }

    private void emit(Instance instance, Ending ending) {
        Block block = shape.cfg().block(instance.block());
        at = block.label();
        recovered.clear();
        found.clear();
        out.begin(label(instance), List.of());
        out.at(block.position());
        for (TapePlan.Entry entry : plan.frame(at).reversed()) {
            slots.write(entry.need(), out.add(new Op.TapePop(entry.stack(), entry.need().type())));
        }
        unprepared.addAll(plan.prepared(at));
        plan.prepared(at).forEach(this::prepare);
        for (Variable owner : plan.lookedUp(at)) {
            Value shadow = lookUp(owner);
            LastShadow.note(owner, primal(owner), shadow, slots);
            found.put(owner, shadow);
        }
        for (Loop left : ForwardSweep.loopsLeftAt(shape, routes, at)) {
            Need trips = new Need.Trips(left.header());
            slots.write(trips, recover(trips));
        }
        List<Statement> reversed = new ArrayList<>();
        for (Statement statement : block.statements()) {
            if (rules.isReversed(statement)) {
                reversed.add(statement);
                for (Variable result : statement.results()) {
                    if (order.isLocal(result)) {
                        adjoints.begin(result);
                    }
                }
            }
        }
        for (Statement statement : order.of(reversed, rules)) {
            out.at(statement.position());
            rules.reverse(statement, adjoints, out, this);
        }
        adjoints.elements().finish();
        out.at(block.position());
        if (routes.of(at) instanceof Route.End) {
            ending.end();
            return;
        }
        List<Value> bars = new ArrayList<>();
        for (Variable parameter : block.parameters()) {
            bars.add(adjoints.isActive(parameter) ? adjoints.take(parameter) : Constant.zero(parameter.type()));
        }
        leave(instance, block, bars);
    }

    private void leave(Instance instance, Block block, List<Value> bars) {
        switch (routes.of(block.label())) {
            case Route.End end -> throw new IllegalStateException("handled before");
            case Route.Straight straight -> {
                if (straight.predecessor().equals(straight.target())
                        || shape.cfg().predecessors(block.label()).size() == 1) {
                    carry(straight.predecessor(), block, bars);
                }
                out.jump(label(next(instance, straight.target())));
            }
            case Route.Around around -> leaveLoop(instance, around, block, bars);
            case Route.Diamond diamond -> {
                Value condition = primal(diamond.condition());
                Label whenTrue = out.label("");
                Label whenFalse = out.label("");
                out.end(new Terminator.Branch(condition, to(whenTrue), to(whenFalse)));
                carryAndJump(whenTrue, instance, diamond.whenTrue(), block, bars);
                carryAndJump(whenFalse, instance, diamond.whenFalse(), block, bars);
            }
            case Route.Recorded recorded -> leaveJoin(instance, recorded, block, bars);
        }
    }

    private void leaveLoop(Instance instance, Route.Around around, Block block, List<Value> bars) {
        Need trips = new Need.Trips(around.loop().header());
        Value left = slots.read(trips, PrimitiveType.I32);
        Value again = out.add(new Op.Compare(CompareKind.NE, left, Constant.of(0)));
        Label back = out.label("");
        Label outside = out.label("");
        out.end(new Terminator.Branch(again, to(back), to(outside)));
        out.begin(back, List.of());
        slots.write(trips, out.add(new Op.Binary(BinaryKind.SUB, left, Constant.of(1))));
        carry(around.latch(), block, bars);
        out.jump(label(next(instance, around.latch())));
        carryAndJump(outside, instance, around.preheader(), block, bars);
    }

    private void leaveJoin(Instance instance, Route.Recorded recorded, Block block, List<Value> bars) {
        Need path = new Need.Path(block.label());
        Value number = slots.read(path, PrimitiveType.I32);
        List<Label> ways = recorded.predecessors();
        List<Terminator.Case> cases = new ArrayList<>();
        List<Label> edges = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            edges.add(out.label(""));
            if (i > 0) {
                cases.add(new Terminator.Case(i, to(edges.get(i))));
            }
        }
        if (ways.size() == 2) {
            out.end(new Terminator.Branch(number, to(edges.get(1)), to(edges.get(0))));
        } else {
            out.end(new Terminator.Switch(number, cases, to(edges.getFirst())));
        }
        for (int i = 0; i < ways.size(); i++) {
            carryAndJump(edges.get(i), instance, ways.get(i), block, bars);
        }
    }

    private static Successor to(Label label) {
        return new Successor(label, List.of());
    }

    private void carryAndJump(Label edge, Instance instance, Label predecessor, Block block, List<Value> bars) {
        out.begin(edge, List.of());
        carry(predecessor, block, bars);
        out.jump(label(next(instance, predecessor)));
    }

    /** The adjoint of each argument of an edge gets the adjoint of the parameter, all at the same time. */
    private void carry(Label predecessor, Block block, List<Value> bars) {
        List<Variable> parameters = block.parameters();
        boolean any = false;
        for (Variable parameter : parameters) {
            any |= adjoints.isActive(parameter);
        }
        if (!any) {
            return;
        }
        List<Value> arguments = shape.edge(predecessor, block.label()).arguments();
        for (int i = 0; i < parameters.size(); i++) {
            if (adjoints.isActive(parameters.get(i))) {
                adjoints.add(arguments.get(i), bars.get(i));
            }
        }
    }

    /** Returns the copy of a predecessor's reverse that comes after an instance. */
    private Instance next(Instance instance, Label predecessor) {
        List<Label> partial = new ArrayList<>();
        for (Loop loop = shape.loops().innermost(predecessor); loop != null; loop = loop.parent()) {
            Label header = loop.header();
            if (loop.contains(instance.block())) {
                boolean goesRound = header.equals(instance.block());
                if (instance.partial().contains(header) && !goesRound) {
                    partial.add(header);
                }
            } else if (!predecessor.equals(PrimalShape.latch(loop)) && !PrimalShape.leavesOnlyFromHeader(loop)) {
                partial.add(header);
            }
        }
        return new Instance(predecessor, List.copyOf(partial));
    }

    // ---------------------------------------------------------------- recovery

    @Override
    public Value primal(Value value) {
        if (!(value instanceof Variable variable)) {
            return value;
        }
        Value known = recovered.get(variable);
        if (known == null) {
            known = recover(new Need.Primal(variable));
            recovered.put(variable, known);
        }
        return known;
    }

    @Override
    public Value shadow(Value array) {
        return array instanceof Variable variable ? recover(new Need.Shadow(variable)) : array;
    }

    @Override
    public Value shadows() {
        return shadows;
    }

    @Override
    public Value found(Value owner) {
        Value known = found.get(owner);
        if (known == null) {
            known =
                    owner instanceof Variable variable && planner.isFoundOutside(variable, at)
                            ? LastShadow.again(variable, slots)
                            : lookUp(owner);
            found.put(owner, known);
        }
        return known;
    }

    private Value lookUp(Value owner) {
        Value primal = primal(owner);
        Op find = ShadowCalls.find(shadows, primal);
        return owner instanceof Variable variable && shape.loopOf(variable) != null
                ? LastShadow.of(variable, primal, find, out, slots)
                : out.add(find);
    }

    private void prepare(Need need) {
        if (unprepared.remove(need)) {
            slots.write(need, recover(need, planner.recomputing(need, at)));
        }
    }

    private Value recover(Need need) {
        prepare(need);
        return recover(need, planner.recipe(need, at));
    }

    private Value recover(Need need, TapePlan.Recipe recipe) {
        return switch (recipe) {
            case TapePlan.Recipe.AtHand atHand -> slots.read(need, need.type());
            case TapePlan.Recipe.Recompute again -> out.add(again.op().map(this::primal));
            case TapePlan.Recipe.FromTrip fromTrip -> fromTrip(need, fromTrip);
            case TapePlan.Recipe.FromBounds fromBounds -> fromBounds(fromBounds.loop());
        };
    }

    /** {@code init < bound ? bound - init : 0}, an unsigned number. */
    private Value fromBounds(CountedLoop counted) {
        Value init = primal(counted.induction().init());
        Value bound = primal(counted.bound());
        if (init instanceof Constant.IntConstant(int from) && bound instanceof Constant.IntConstant(int to)) {
            return Constant.of((int) counted.trips(from, to));
        }
        boolean up = counted.induction().step() > 0;
        Value distance = out.add(new Op.Binary(BinaryKind.SUB, up ? bound : init, up ? init : bound));
        if (counted.kind() == CompareKind.NE) {
            return distance;
        }
        Value any = out.add(new Op.Compare(counted.kind(), init, bound));
        return out.add(new Op.Select(any, distance, Constant.of(0)));
    }

    /** init + trip * step, in the arithmetic of the variable's type, hence exact even where it wraps around. */
    private Value fromTrip(Need need, TapePlan.Recipe.FromTrip fromTrip) {
        Value trip = slots.read(new Need.Trips(fromTrip.header()), PrimitiveType.I32);
        Value init = primal(fromTrip.induction().init());
        long step = fromTrip.induction().step();
        boolean isLong = need.type() == PrimitiveType.I64;
        Value count = isLong ? out.add(new Op.Convert(PrimitiveType.I64, trip)) : trip;
        if (step == -1) {
            return out.add(new Op.Binary(BinaryKind.SUB, init, count));
        }
        Constant by = isLong ? Constant.of(step) : Constant.of((int) step);
        Value distance = step == 1 ? count : out.add(new Op.Binary(BinaryKind.MUL, count, by));
        Constant zero = Constant.zero(need.type());
        return init.equals(zero) ? distance : out.add(new Op.Binary(BinaryKind.ADD, init, distance));
    }
}
