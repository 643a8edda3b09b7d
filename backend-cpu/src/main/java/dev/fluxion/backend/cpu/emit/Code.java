package dev.fluxion.backend.cpu.emit;

import dev.fluxion.ir.Position;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Instructions of one method under construction, with the verifier's view of the locals and the operand stack, from
 * which frames are written: no frame is ever computed from the instructions.
 */
final class Code {

    private final MethodVisitor out;
    private final List<Object> stack = new ArrayList<>();
    private @Nullable Object[] locals = new @Nullable Object[16];
    private int localsEnd;
    private int count;
    private int frameAt = -1;
    private int line = -1;

    Code(MethodVisitor out) {
        this.out = out;
    }

    // ---------------------------------------------------------------- instructions

    void insn(int opcode) {
        count++;
        out.visitInsn(opcode);
    }

    void intInsn(int opcode, int operand) {
        count++;
        out.visitIntInsn(opcode, operand);
    }

    void var(int opcode, int slot) {
        count++;
        out.visitVarInsn(opcode, slot);
    }

    void type(int opcode, String internalName) {
        count++;
        out.visitTypeInsn(opcode, internalName);
    }

    void field(int opcode, String owner, String name, String descriptor) {
        count++;
        out.visitFieldInsn(opcode, owner, name, descriptor);
    }

    void method(int opcode, String owner, String name, String descriptor, boolean ownerIsInterface) {
        count++;
        out.visitMethodInsn(opcode, owner, name, descriptor, ownerIsInterface);
    }

    void jump(int opcode, Label target) {
        count++;
        out.visitJumpInsn(opcode, target);
    }

    void increment(int slot, int by) {
        count++;
        out.visitIincInsn(slot, by);
    }

    void constant(Object value) {
        count++;
        out.visitLdcInsn(value);
    }

    /** Gives access to the instructions that have no method here; counts as one. */
    MethodVisitor special() {
        count++;
        return out;
    }

    /** Returns how many instructions there are so far. */
    int count() {
        return count;
    }

    // ---------------------------------------------------------------- locals and stack

    /** Loads a local onto the stack. */
    void load(Type type, int slot) {
        var(opcode(type, Opcodes.ILOAD), slot);
        push(type);
    }

    /** Stores the top of the stack into a local. */
    void store(Type type, int slot) {
        var(opcode(type, Opcodes.ISTORE), slot);
        cut(height() - 1);
        setLocal(slot, type);
    }

    /** Says that the top of the stack is now a value of that type. */
    void push(Type type) {
        stack.add(verification(type));
    }

    /** Says that the top of the stack is something other than a value of a type, such as null. */
    void pushSpecial(Object verificationType) {
        stack.add(verificationType);
    }

    /** Returns how many values are on the stack. */
    int height() {
        return stack.size();
    }

    /** Says that only the lowest {@code height} values are still on the stack. */
    void cut(int height) {
        while (stack.size() > height) {
            stack.removeLast();
        }
    }

    /** Says that a local holds a value of that type. */
    void setLocal(int slot, Type type) {
        if (slot + 2 > locals.length) {
            locals = Arrays.copyOf(locals, 2 * (slot + 2));
        }
        locals[slot] = verification(type);
        localsEnd = Math.max(localsEnd, slot + type.slots());
    }

    /** Returns the present view of the locals, for {@link #setLocals}. */
    @Nullable Object[] locals() {
        return Arrays.copyOf(locals, localsEnd);
    }

    /** Says what all locals hold. */
    void setLocals(@Nullable Object[] all) {
        locals = Arrays.copyOf(all, all.length + 16);
        localsEnd = all.length;
    }

    // ---------------------------------------------------------------- labels, frames, lines

    /** Puts the label here, without a frame. */
    void mark(Label label) {
        out.visitLabel(label);
    }

    /** Puts the label here, where control also comes from elsewhere, with a frame of the present locals and stack. */
    void join(Label label) {
        if (frameAt == count) {
            insn(Opcodes.NOP); // Two blocks cannot begin at one instruction: their frames may differ.
        }
        frameAt = count;
        line = -1;
        out.visitLabel(label);
        Object[] types = new Object[localsEnd];
        int used = 0;
        int last = 0;
        for (int slot = 0; slot < localsEnd; slot++) {
            Object type = locals[slot];
            types[used++] = type == null ? Opcodes.TOP : type;
            if (type != null) {
                last = used;
            }
            if (Opcodes.DOUBLE.equals(type) || Opcodes.LONG.equals(type)) {
                slot++;
            }
        }
        out.visitFrame(Opcodes.F_NEW, last, types, stack.size(), stack.toArray());
    }

    /** Says that what follows comes from that place in the source: the line of the outermost call. */
    void line(Position position) {
        Position outermost = position;
        while (outermost.inlinedAt().isPresent()) {
            outermost = outermost.inlinedAt().get();
        }
        if (outermost.line() > 0 && outermost.line() != line) {
            line = outermost.line();
            Label here = new Label();
            out.visitLabel(here);
            out.visitLineNumber(line, here);
        }
    }

    // ---------------------------------------------------------------- types

    /** Returns the variant for a computational type of an instruction given as its {@code int} variant. */
    static int opcode(Type type, int intOpcode) {
        return asm(type).getOpcode(intOpcode);
    }

    static org.objectweb.asm.Type asm(Type type) {
        return switch (type) {
            case PrimitiveType primitive ->
                    switch (primitive) {
                        case BOOL -> org.objectweb.asm.Type.BOOLEAN_TYPE;
                        case I8 -> org.objectweb.asm.Type.BYTE_TYPE;
                        case I16 -> org.objectweb.asm.Type.SHORT_TYPE;
                        case CHAR -> org.objectweb.asm.Type.CHAR_TYPE;
                        case I32 -> org.objectweb.asm.Type.INT_TYPE;
                        case I64 -> org.objectweb.asm.Type.LONG_TYPE;
                        case F32 -> org.objectweb.asm.Type.FLOAT_TYPE;
                        case F64 -> org.objectweb.asm.Type.DOUBLE_TYPE;
                    };
            case ReferenceType reference -> org.objectweb.asm.Type.getType(reference.descriptor());
        };
    }

    static Object verification(Type type) {
        return switch (type) {
            case PrimitiveType primitive ->
                    switch (primitive) {
                        case BOOL, I8, I16, CHAR, I32 -> Opcodes.INTEGER;
                        case I64 -> Opcodes.LONG;
                        case F32 -> Opcodes.FLOAT;
                        case F64 -> Opcodes.DOUBLE;
                    };
            case ReferenceType reference -> reference.internalName();
        };
    }
}
