package dev.fluxion.backend.cpu.emit;

import dev.fluxion.backend.cpu.schedule.Schedule;
import dev.fluxion.backend.cpu.slots.Slots;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.MayThrow;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

import java.util.List;

/** Emits values: constants, slots, and trees of operations, operands first. */
final class Expressions {

    private final Code code;
    private final Schedule schedule;
    private final Slots slots;
    private final Target target;
    private final TapeAccess tape;
    private final Conditions conditions;
    private final TraceStubs traces;

    Expressions(Code code, Schedule schedule, Slots slots, Target target, TapeAccess tape, TraceStubs traces) {
        this.code = code;
        this.traces = traces;
        this.schedule = schedule;
        this.slots = slots;
        this.target = target;
        this.tape = tape;
        this.conditions = new Conditions(code, schedule, this);
    }

    /** Returns the emitter of jumps, which works on the same code. */
    Conditions conditions() {
        return conditions;
    }

    /** Pushes a value. */
    void push(Value value) {
        switch (value) {
            case Constant constant -> Constants.push(code, constant);
            case Variable variable -> {
                Statement inPlace = schedule.inPlaceOf(variable);
                if (inPlace == null) {
                    code.load(variable.type(), slots.of(variable));
                } else {
                    push(inPlace);
                }
            }
        }
    }

    void pushAll(List<Value> values) {
        for (Value value : values) {
            push(value);
        }
    }

    /** Computes a statement and leaves its first result, if it has any, on the stack. */
    void push(Statement statement) {
        int height = code.height();
        if (tape.isLocalArray(statement)) {
            tape.loadTape(code);
        }
        pushOperands(statement.op());
        if (statement.op() instanceof MayThrow) {
            code.line(statement.position());
        }
        if (isTraced(statement)) {
            Label start = traces.begin();
            compute(statement);
            traces.end(start, statement.position());
        } else {
            compute(statement);
        }
        code.cut(height);
        if (!statement.results().isEmpty()) {
            code.push(statement.results().getFirst().type());
        }
    }

    /** Returns whether an exception of the statement may be one of the user's code. */
    private boolean isTraced(Statement statement) {
        return statement.op() instanceof MayThrow
                && !(statement.op() instanceof Op.TapeReserve)
                && !tape.isLocalArray(statement);
    }

    private void pushOperands(Op op) {
        switch (op) {
            // These push their operands themselves, on two ways or not at all.
            case Op.Compare compare -> {}
            case Op.Select select -> {}
            case Op.New creation -> {
                Label allocation = new Label();
                code.mark(allocation);
                code.type(Opcodes.NEW, creation.constructor().owner());
                code.pushSpecial(allocation);
                code.insn(Opcodes.DUP);
                code.pushSpecial(allocation);
                pushAll(creation.arguments());
            }
            case Op.TapePush push -> {
                tape.loadStack(code, push.value().type(), push.stack());
                push(push.value());
            }
            case Op.TapePop pop -> tape.loadStack(code, pop.type(), pop.stack());
            case Op.TapeReserve reserve -> {
                tape.loadStack(code, reserve.type(), reserve.stack());
                push(reserve.count());
            }
            case Op.TapeRelease release -> {
                tape.loadStack(code, release.type(), release.stack());
                push(release.count());
            }
            case Op.TapeTop top -> tape.loadStack(code, top.type(), top.stack());
            case Op.Call call -> {
                pushAll(call.arguments());
                if (target.takesTape(call.function())) {
                    tape.loadTape(code);
                }
            }
            case Op.InvokeDynamic dynamic -> {
                pushAll(dynamic.arguments());
                if (TapeAccess.isHandedTape(dynamic.site())) {
                    tape.loadTape(code);
                }
            }
            case Op other -> pushAll(other.operands());
        }
    }

    /** Emits the instruction itself. */
    private void compute(Statement statement) {
        switch (statement.op()) {
            case Op.Negate negate -> code.insn(Code.opcode(negate.x().type(), Opcodes.INEG));
            case Op.Binary binary -> code.insn(Arithmetic.opcode(binary.kind(), binary.x().type()));
            case Op.IntegerDivide divide -> code.insn(Arithmetic.opcode(divide.kind(), divide.x().type()));
            case Op.Compare compare -> zeroOrOne(compare);
            case Op.ThreeWay threeWay -> Arithmetic.threeWay(code, threeWay);
            case Op.Convert convert -> Arithmetic.convert(code, convert.x().type(), convert.to());
            case Op.Select select -> select(select, statement.result().type());
            case Op.ArrayLoad load -> code.insn(Code.opcode(load.element(), Opcodes.IALOAD));
            case Op.ArrayStore store -> code.insn(Code.opcode(store.element(), Opcodes.IASTORE));
            case Op.ArrayLength length -> code.insn(Opcodes.ARRAYLENGTH);
            case Op.NewArray array when tape.isLocalArray(statement) -> tape.takeArray(code, array);
            case Op.NewArray array -> newArray(array);
            case Op.GetField get ->
                    code.field(
                            Opcodes.GETFIELD, get.field().owner(), get.field().name(), get.field().type().descriptor());
            case Op.PutField put ->
                    code.field(
                            Opcodes.PUTFIELD, put.field().owner(), put.field().name(), put.field().type().descriptor());
            case Op.GetStatic get ->
                    code.field(
                            Opcodes.GETSTATIC,
                            get.field().owner(),
                            get.field().name(),
                            get.field().type().descriptor());
            case Op.PutStatic put ->
                    code.field(
                            Opcodes.PUTSTATIC,
                            put.field().owner(),
                            put.field().name(),
                            put.field().type().descriptor());
            case Op.New creation -> invoke(Opcodes.INVOKESPECIAL, creation.constructor());
            case Op.InstanceOf test -> code.type(Opcodes.INSTANCEOF, test.type().internalName());
            case Op.CheckCast cast -> code.type(Opcodes.CHECKCAST, cast.type().internalName());
            case Op.Monitor monitor -> code.insn(monitor.enter() ? Opcodes.MONITORENTER : Opcodes.MONITOREXIT);
            case Op.Invoke invoke -> invoke(opcode(invoke.kind(), invoke.method()), invoke.method());
            case Op.InvokeDynamic dynamic -> invokeDynamic(dynamic.site());
            case Op.MakeClosure closure -> invokeDynamic(closure.site());
            case Op.Call call ->
                    code.method(
                            Opcodes.INVOKESTATIC,
                            target.className(),
                            target.methodName(call.function()),
                            target.descriptor(call.function()),
                            false);
            case Op.TapePush push -> tape.operate(code, push);
            case Op.TapePop pop -> tape.operate(code, pop);
            case Op.TapeReserve reserve -> tape.operate(code, reserve);
            case Op.TapeRelease release -> tape.operate(code, release);
            case Op.TapeTop top -> tape.operate(code, top);
        }
    }

    /** A private method of the host or its nest is called as its nestmates call it. */
    private static int opcode(InvokeKind kind, MethodRef method) {
        return switch (kind) {
            case STATIC -> Opcodes.INVOKESTATIC;
            case INTERFACE -> Opcodes.INVOKEINTERFACE;
            case VIRTUAL, SPECIAL -> method.ownerIsInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    }

    private void invoke(int opcode, MethodRef method) {
        code.method(opcode, method.owner(), method.name(), method.descriptor(), method.ownerIsInterface());
    }

    private void invokeDynamic(Bootstrap named) {
        Bootstrap site = FunctionHandles.resolve(named, target);
        code.special()
                .visitInvokeDynamicInsn(
                        site.name(),
                        TapeAccess.descriptor(site),
                        Constants.handle(site.method()),
                        Constants.arguments(site));
    }

    private void newArray(Op.NewArray array) {
        Type element = array.type().element();
        if (array.lengths().size() > 1) {
            code.special().visitMultiANewArrayInsn(array.type().descriptor(), array.lengths().size());
        } else if (element instanceof PrimitiveType primitive) {
            code.intInsn(Opcodes.NEWARRAY, Arithmetic.arrayCode(primitive));
        } else {
            code.type(Opcodes.ANEWARRAY, Code.asm(element).getInternalName());
        }
    }

    private void zeroOrOne(Op.Compare compare) {
        int height = code.height();
        Label isFalse = new Label();
        Label end = new Label();
        conditions.jump(compare, false, isFalse);
        code.insn(Opcodes.ICONST_1);
        code.jump(Opcodes.GOTO, end);
        code.cut(height);
        code.join(isFalse);
        code.insn(Opcodes.ICONST_0);
        code.push(PrimitiveType.I32);
        code.join(end);
    }

    private void select(Op.Select select, Type type) {
        int height = code.height();
        Label isFalse = new Label();
        Label end = new Label();
        conditions.jump(select.condition(), false, isFalse);
        push(select.x());
        code.jump(Opcodes.GOTO, end);
        code.cut(height);
        code.join(isFalse);
        push(select.y());
        code.cut(height);
        code.push(type);
        code.join(end);
    }
}
