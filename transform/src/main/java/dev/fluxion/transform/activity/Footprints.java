package dev.fluxion.transform.activity;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.ObjectMaking;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.bits.KeptBits;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds the footprints of functions and of all that they call, also of code that is not differentiated itself. */
public final class Footprints {

    private final Callees callees;
    private final Map<String, Footprint> found = new HashMap<>();

    /** Starts with nothing found. */
    public Footprints(Callees callees) {
        this.callees = callees;
    }

    /** Returns the footprint of a function. */
    public Footprint of(Function function) {
        Footprint done = found.get(function.name());
        if (done != null) {
            return done;
        }
        Map<String, Reader> readers = new LinkedHashMap<>();
        gather(function, readers);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Reader reader : readers.values()) {
                int before = reader.footprint.size();
                reader.read();
                changed |= reader.footprint.size() > before;
            }
        }
        return Objects.requireNonNull(found.get(function.name()));
    }

    private void gather(Function root, Map<String, Reader> readers) {
        List<Function> pending = new ArrayList<>(List.of(root));
        while (!pending.isEmpty()) {
            Function function = pending.removeLast();
            if (found.containsKey(function.name())) {
                continue;
            }
            Reader reader = new Reader(function);
            found.put(function.name(), reader.footprint);
            readers.put(function.name(), reader);
            pending.addAll(reader.bodies.values());
            pending.addAll(reader.rules);
        }
    }

    /** Reads one function, again and again until what it calls adds nothing. */
    private final class Reader {
        private final Function function;
        private final Origins origins;
        private final Map<Op, Function> bodies = new LinkedHashMap<>();

        /** What may run in the place of a method that has a rule. */
        private final List<Function> rules = new ArrayList<>();

        private final Footprint footprint = new Footprint();
        private Set<Variable> escaping = Set.of();

        Reader(Function function) {
            this.function = function;
            this.origins = new Origins(function);
            if (KeptBits.areAssembled(function)) {
                footprint.setAssemblesBits();
            }
            for (Block block : function.blocks()) {
                for (Statement statement : block.statements()) {
                    Op op = statement.op();
                    Function callee = callees.body(op);
                    if (callee != null) {
                        bodies.put(op, callee);
                    }
                    if (op instanceof Op.Invoke call) {
                        addRule(call, callees.target(call));
                    }
                }
            }
        }

        private void addRule(Op.Invoke call, Target target) {
            if (target instanceof Target.Ruled ruled) {
                rules.add(ruled.rule().body());
            }
            Function under = target instanceof Target.Rule rule ? callees.bodyUnder(rule) : null;
            if (under != null) {
                bodies.put(call, under);
            }
        }

        void read() {
            escaping = Escapes.of(function, origins, this::isDirect, this::keeps);
            for (Variable origin : escaping) {
                int parameter = function.parameters().indexOf(origin);
                if (parameter >= 0) {
                    footprint.keptArguments.set(parameter);
                }
            }
            for (Block block : function.blocks()) {
                for (Statement statement : block.statements()) {
                    read(statement.op());
                }
            }
        }

        private boolean isDirect(Variable origin) {
            return origins.isNewArrayOfNumbers(origin)
                    || Origins.isArrayOfNumbers(origin.type()) && function.parameters().contains(origin);
        }

        private boolean keeps(Op call, int argument) {
            Function callee = bodies.get(call);
            if (callee == null) {
                return Arrays.keepsUnknown(call, callees::target);
            }
            return callees.isRule(call)
                    || !Arrays.isPassedDirectly(call, argument, callee)
                    || footprintOf(callee).keptArguments.get(argument + (call instanceof Op.New ? 1 : 0));
        }

        private Footprint footprintOf(Function callee) {
            return Objects.requireNonNull(found.get(callee.name()));
        }

        private void read(Op op) {
            callees.addCallbacks(op, footprint);
            switch (op) {
                case Op.ArrayLoad load -> {
                    if (load.element().isFloating()) {
                        touch(load.array(), true);
                    }
                }
                case Op.ArrayStore store -> {
                    footprint.addStored(store.element());
                    if (store.element().isFloating()) {
                        touch(store.array(), false);
                    }
                }
                case Op.GetField get -> touch(get.field(), true);
                case Op.GetStatic get -> touch(get.field(), true);
                case Op.PutField put -> store(put.field());
                case Op.PutStatic put -> store(put.field());
                case Op.Invoke call -> readCall(call);
                case Op.Call call -> readBody(call);
                case Op.New call -> {
                    if (bodies.containsKey(call)) {
                        readBody(call);
                    } else if (!ObjectMaking.isConstruction(call) && !ObjectMaking.isAllocation(call)) {
                        readUnknown(OpaqueCalls.isRisky(call), OpaqueCalls.mayStore(call));
                        noteNumbers(call);
                    }
                }
                case Op.MakeClosure closure -> {
                    Function body = bodies.get(closure);
                    if (body == null) {
                        readUnknown(true, true);
                    } else {
                        addUnknownArguments(body);
                    }
                }
                case Op.InvokeDynamic call -> {
                    if (Arrays.keepsUnknown(call, callees::target)) {
                        readUnknown(true, true);
                    }
                }
                case Op.Negate _,
                        Op.Binary _,
                        Op.IntegerDivide _,
                        Op.Compare _,
                        Op.ThreeWay _,
                        Op.Convert _,
                        Op.Select _,
                        Op.ArrayLength _,
                        Op.NewArray _,
                        Op.InstanceOf _,
                        Op.CheckCast _,
                        Op.Monitor _,
                        Op.TapePush _,
                        Op.TapePop _,
                        Op.TapeReserve _,
                        Op.TapeRelease _,
                        Op.TapeTop _ -> {}
            }
        }

        private void readCall(Op.Invoke call) {
            switch (callees.target(call)) {
                case Target.Body body -> readBody(call);
                case Target.Ruled ruled -> {
                    readBody(call);
                    footprint.add(footprintOf(ruled.rule().body()));
                }
                case Target.Box box -> {
                    if (Boxed.isMade(call)) {
                        footprint.writtenFields.add(Boxed.field(call));
                    } else {
                        footprint.readFields.add(Boxed.field(call));
                    }
                }
                case Target.Dispatched dispatched -> readUnknown(true, true);
                case Target.Refused refused -> {
                    readUnknown(OpaqueCalls.isRisky(call), OpaqueCalls.mayStore(call));
                    noteNumbers(call);
                }
                case Target.Rule rule -> {
                    if (rule.isGivenObjects()) {
                        readBody(call);
                    }
                }
                case Target.Moves moves -> footprint.addStored(ClassType.OBJECT);
                case Target.NonDifferentiable none -> {
                    for (Value argument : call.arguments()) {
                        if (argument.type() instanceof ArrayType(Type element)) {
                            footprint.addStored(element);
                        }
                    }
                }
            }
        }

        /** Code that nothing is known of may put numbers that it is given into objects that it makes. */
        private void noteNumbers(Op call) {
            for (Value argument : call.operands()) {
                if (argument.type().isFloating() || Origins.isArrayOfNumbers(argument.type())) {
                    footprint.setHidesNumbers();
                }
            }
        }

        private void readUnknown(boolean isRisky, boolean mayStore) {
            if (isRisky) {
                footprint.setOpaque();
            }
            if (mayStore) {
                footprint.setStoresAnywhere();
            }
        }

        private void readBody(Op call) {
            Function callee = bodies.get(call);
            if (callee == null) {
                readUnknown(true, true);
                return;
            }
            Footprint inner = footprintOf(callee);
            footprint.add(inner);
            int receiver = call instanceof Op.New ? 1 : 0;
            List<Value> arguments = call.operands();
            for (int i = 0; i < arguments.size(); i++) {
                if (Origins.isArrayOfNumbers(arguments.get(i).type())) {
                    if (inner.readArguments.get(i + receiver)) {
                        touch(arguments.get(i), true);
                    }
                    if (inner.writtenArguments.get(i + receiver)) {
                        touch(arguments.get(i), false);
                    }
                }
            }
        }

        /** A lambda's code may be run with any arguments. */
        private void addUnknownArguments(Function body) {
            Footprint inner = footprintOf(body);
            footprint.add(inner);
            for (int i = 0; i < body.parameters().size(); i++) {
                if (body.parameters().get(i).type() instanceof ArrayType(Type element)) {
                    if (inner.readArguments.get(i)) {
                        footprint.readElements.add(element);
                    }
                    if (inner.writtenArguments.get(i)) {
                        footprint.writtenElements.add(element);
                    }
                }
            }
        }

        private void store(FieldRef field) {
            footprint.storedFields.add(callees.declared(field));
            touch(field, false);
        }

        private void touch(FieldRef field, boolean isRead) {
            if (field.type().isFloating()) {
                (isRead ? footprint.readFields : footprint.writtenFields).add(callees.declared(field));
            }
        }

        private void touch(Value array, boolean isRead) {
            for (Variable origin : origins.of(array)) {
                int parameter = function.parameters().indexOf(origin);
                if (parameter >= 0 && Origins.isArrayOfNumbers(origin.type())) {
                    (isRead ? footprint.readArguments : footprint.writtenArguments).set(parameter);
                } else if (!isDirect(origin) || escaping.contains(origin)) {
                    Type element = ((ArrayType) array.type()).element();
                    (isRead ? footprint.readElements : footprint.writtenElements).add(element);
                }
            }
        }
    }
}
