package dev.fluxion.backend.cpu.emit;

import dev.fluxion.backend.cpu.schedule.Layout;
import dev.fluxion.backend.cpu.schedule.Schedule;
import dev.fluxion.backend.cpu.schedule.Scheduler;
import dev.fluxion.backend.cpu.slots.Slots;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.List;

/** Emits a function: its blocks in order, each with its roots and its end. */
public final class FunctionEmitter {

    private final Function function;
    private final List<Block> order;
    private final Schedule schedule;
    private final Slots slots;
    private final TapeAccess tape;
    private final Code code;
    private final Expressions expressions;
    private final Edges edges;
    private final Landings landings;
    private final Protection protection;
    private final LocalNames names;
    private final TraceStubs traces;

    private FunctionEmitter(Function original, Target target, MethodVisitor out) {
        Function reachable = Cfg.withoutUnreachableBlocks(original);
        this.schedule = Scheduler.of(reachable);
        this.function = schedule.function();
        Cfg cfg = Cfg.of(function);
        Loops loops = Loops.of(Dominators.of(cfg));
        this.order = Layout.of(cfg, loops);
        this.tape = TapeAccess.of(function, target);
        this.slots = Slots.of(schedule, cfg, loops, order, tape.reservedSlots());
        this.code = new Code(out);
        this.traces = new TraceStubs(code);
        this.expressions = new Expressions(code, schedule, slots, target, tape, traces);
        this.names = new LocalNames(slots);
        this.edges = new Edges(code, cfg, schedule, slots, names, expressions);
        this.landings = Landings.of(cfg, slots, order);
        this.protection = new Protection(code, landings);
    }

    /**
     * Writes the code of the method that the function becomes, from {@code visitCode} to {@code visitEnd}.
     *
     * @return the length of the code in bytes
     */
    public static int emit(Function function, Target target, MethodVisitor out) {
        FunctionEmitter emitter = new FunctionEmitter(function, target, out);
        out.visitCode();
        emitter.begin();
        for (int i = 0; i < emitter.order.size(); i++) {
            emitter.emit(i);
        }
        Label end = new Label();
        out.visitLabel(end);
        emitter.traces.emit();
        Label last = new Label();
        out.visitLabel(last);
        emitter.protection.write(out);
        emitter.traces.write(out);
        emitter.names.write(out);
        out.visitMaxs(0, 0);
        out.visitEnd();
        return last.getOffset();
    }

    private void begin() {
        for (Variable parameter : function.parameters()) {
            code.setLocal(slots.of(parameter), parameter.type());
            names.set(parameter, code);
        }
        tape.begin(code);
    }

    private void emit(int at) {
        Block block = order.get(at);
        if (edges.isSkipped(block)) {
            return;
        }
        for (Landings.Landing landing : landings.leadingTo(block)) {
            emit(landing);
        }
        beginLocals(block);
        if (at > 0) {
            code.join(edges.label(block.label()));
        }
        protection.begin(block);
        for (Statement root : schedule.rootsOf(block)) {
            emit(root);
        }
        code.line(block.position());
        end(block, next(at));
        Label end = new Label();
        code.mark(end);
        for (Variable variable : slots.liveAtEntry(block.label())) {
            names.needed(variable, end);
        }
        for (Statement root : schedule.rootsOf(block)) {
            for (Variable result : root.results()) {
                names.needed(result, end);
            }
        }
    }

    /** Returns the block that control falls into after the one at that place, or null. */
    private @Nullable Block next(int at) {
        for (int i = at + 1; i < order.size(); i++) {
            if (!edges.isSkipped(order.get(i))) {
                return landings.leadingTo(order.get(i)).isEmpty() ? order.get(i) : null;
            }
        }
        return null;
    }

    private void beginLocals(Block block) {
        if (block.label().equals(function.entry().label())) {
            return;
        }
        code.setLocals(new Object[0]);
        tape.setLocals(code);
        for (Variable variable : slots.liveAtEntry(block.label())) {
            code.setLocal(slots.of(variable), variable.type());
            if (block.parameters().contains(variable)) {
                names.set(variable, code);
            }
        }
    }

    private void emit(Landings.Landing landing) {
        code.setLocals(new Object[0]);
        tape.setLocals(code);
        landing.locals().forEach(code::setLocal);
        code.push(landing.caught());
        code.join(landing.label());
        edges.emit(landing.steps());
        Variable exception = landing.handler().parameters().getFirst();
        if (slots.of(exception) >= 0) {
            code.store(landing.caught(), slots.of(exception));
        } else {
            code.insn(Opcodes.POP);
            code.cut(0);
        }
        List<Landings.Landing> all = landings.leadingTo(landing.handler());
        if (!all.getLast().equals(landing)) {
            code.jump(Opcodes.GOTO, edges.label(landing.handler().label()));
        }
    }

    private void emit(Statement root) {
        code.line(root.position());
        if (incremented(root)) {
            return;
        }
        expressions.push(root);
        List<Variable> results = root.results();
        for (int i = 0; i < results.size(); i++) {
            if (i > 0 && slots.of(results.get(i)) >= 0) {
                readResult(results, i);
            }
            if (i == 0 || slots.of(results.get(i)) >= 0) {
                storeOrDrop(results.get(i));
            }
        }
    }

    private void storeOrDrop(Variable result) {
        int slot = slots.of(result);
        if (slot >= 0) {
            code.store(result.type(), slot);
            names.set(result, code);
        } else {
            code.insn(result.type().slots() == 2 ? Opcodes.POP2 : Opcodes.POP);
            code.cut(code.height() - 1);
        }
    }

    private void readResult(List<Variable> results, int at) {
        List<Type> types = new ArrayList<>();
        for (Variable result : results) {
            types.add(result.type());
        }
        Type type = types.get(at);
        tape.loadResults(code, type);
        Constants.pushRawInt(code, TapeAccess.resultIndices(types)[at]);
        tape.readResult(code, type);
        code.cut(code.height() - 1);
        code.push(type);
    }

    /** Emits {@code i += constant} as one instruction where old and new value share a slot. */
    private boolean incremented(Statement root) {
        if (root.op() instanceof Op.Binary(BinaryKind kind, Value x, Value y)
                && x.type() == PrimitiveType.I32
                && x instanceof Variable old
                && y instanceof Constant.IntConstant(int by)
                && (kind == BinaryKind.ADD || kind == BinaryKind.SUB)
                && schedule.inPlaceOf(old) == null
                && slots.of(old) >= 0
                && slots.of(old) == slots.of(root.result())) {
            int step = kind == BinaryKind.ADD ? by : -by;
            if (step == (short) step) {
                code.increment(slots.of(old), step);
                return true;
            }
        }
        return false;
    }

    private void end(Block block, @Nullable Block next) {
        switch (block.terminator()) {
            case dev.fluxion.ir.Terminator.Jump jump -> {
                protection.end(block);
                edges.jump(jump.target(), next);
            }
            case dev.fluxion.ir.Terminator.Branch branch -> edges.branch(branch, next, () -> protection.end(block));
            case dev.fluxion.ir.Terminator.Switch choice -> {
                edges.choose(choice, next, () -> protection.end(block));
            }
            case dev.fluxion.ir.Terminator.Return leave -> {
                leave(leave.values());
                protection.end(block);
            }
            case dev.fluxion.ir.Terminator.Throw raise -> {
                expressions.push(raise.exception());
                Label start = traces.begin();
                code.insn(Opcodes.ATHROW);
                traces.end(start, block.position());
                protection.end(block);
            }
            case dev.fluxion.ir.Terminator.Unreachable never -> {
                code.insn(Opcodes.ACONST_NULL);
                code.insn(Opcodes.ATHROW);
                protection.end(block);
            }
        }
        code.cut(0);
    }

    private void leave(List<Value> values) {
        if (values.isEmpty()) {
            code.insn(Opcodes.RETURN);
            return;
        }
        expressions.push(values.getFirst());
        List<Type> types = function.resultTypes();
        int[] indices = TapeAccess.resultIndices(types);
        for (int i = 1; i < values.size(); i++) {
            int height = code.height();
            tape.loadResults(code, types.get(i));
            code.cut(height);
            code.pushSpecial(Code.verification(new dev.fluxion.ir.type.ArrayType(element(types.get(i)))));
            Constants.pushRawInt(code, indices[i]);
            code.push(PrimitiveType.I32);
            expressions.push(values.get(i));
            code.insn(Code.opcode(types.get(i), Opcodes.IASTORE));
            code.cut(height);
        }
        code.insn(Code.opcode(types.getFirst(), Opcodes.IRETURN));
    }

    private static Type element(Type type) {
        return type.isReference() ? dev.fluxion.ir.type.ClassType.OBJECT : type;
    }
}
