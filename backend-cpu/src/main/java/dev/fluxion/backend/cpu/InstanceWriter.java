package dev.fluxion.backend.cpu;

import dev.fluxion.backend.Entry;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.List;

/** Writes what instances have: a field per captured value, a constructor from an array of boxes, and the entries. */
final class InstanceWriter {

    private static final String TAPE = "dev/fluxion/runtime/Tape";

    private final ClassWriter out;
    private final Linkage linkage;
    private final List<Type> captures;

    InstanceWriter(ClassWriter out, Linkage linkage, List<Type> captures) {
        this.out = out;
        this.linkage = linkage;
        this.captures = captures;
    }

    void writeFields() {
        for (int i = 0; i < captures.size(); i++) {
            out.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, field(i), captures.get(i).descriptor(), null, null)
                    .visitEnd();
        }
    }

    private static String field(int capture) {
        return "captured" + capture;
    }

    void writeConstructor() {
        MethodVisitor method = out.visitMethod(0, "<init>", "([Ljava/lang/Object;)V", null, null);
        method.visitCode();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        for (int i = 0; i < captures.size(); i++) {
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitVarInsn(Opcodes.ALOAD, 1);
            method.visitIntInsn(Opcodes.SIPUSH, i);
            method.visitInsn(Opcodes.AALOAD);
            unbox(method, captures.get(i));
            method.visitFieldInsn(Opcodes.PUTFIELD, linkage.className(), field(i), captures.get(i).descriptor());
        }
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private static void unbox(MethodVisitor method, Type type) {
        switch (type) {
            case PrimitiveType primitive -> {
                String box = boxOf(primitive);
                method.visitTypeInsn(Opcodes.CHECKCAST, box);
                String value = unboxing(primitive);
                method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, box, value, "()" + primitive.descriptor(), false);
            }
            case ReferenceType reference -> method.visitTypeInsn(Opcodes.CHECKCAST, reference.internalName());
        }
    }

    private static String boxOf(PrimitiveType primitive) {
        return switch (primitive) {
            case BOOL -> "java/lang/Boolean";
            case I8 -> "java/lang/Byte";
            case I16 -> "java/lang/Short";
            case CHAR -> "java/lang/Character";
            case I32 -> "java/lang/Integer";
            case I64 -> "java/lang/Long";
            case F32 -> "java/lang/Float";
            case F64 -> "java/lang/Double";
        };
    }

    private static String unboxing(PrimitiveType primitive) {
        return switch (primitive) {
            case BOOL -> "booleanValue";
            case I8 -> "byteValue";
            case I16 -> "shortValue";
            case CHAR -> "charValue";
            case I32 -> "intValue";
            case I64 -> "longValue";
            case F32 -> "floatValue";
            case F64 -> "doubleValue";
        };
    }

    /**
     * Writes an interface method: {@code return f(captures..., parameters...)}, and with a tape
     *
     * <pre>{@code
     * Tape tape = Tape.acquire();
     * try { return f(captures..., parameters..., tape); } finally { tape.release(); }
     * }</pre>
     */
    void writeEntry(Entry entry) {
        Function function = linkage.function(entry.function());
        if (function.resultTypes().size() > 1) {
            throw new IllegalArgumentException("entry " + entry.method() + " would return several results");
        }
        MethodVisitor method = out.visitMethod(Opcodes.ACC_PUBLIC, entry.method(), entry.descriptor(), null, null);
        method.visitCode();
        if (linkage.takesTape(function.name())) {
            writeWithTape(method, entry, function);
        } else {
            push(method, entry, function);
            invoke(method, function);
            method.visitInsn(returnType(entry).getOpcode(Opcodes.IRETURN));
        }
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private void writeWithTape(MethodVisitor method, Entry entry, Function function) {
        int tape = org.objectweb.asm.Type.getArgumentsAndReturnSizes(entry.descriptor()) >> 2;
        org.objectweb.asm.Type result = returnType(entry);
        Label start = new Label();
        Label end = new Label();
        Label failed = new Label();
        method.visitMethodInsn(Opcodes.INVOKESTATIC, TAPE, "acquire", "()L" + TAPE + ";", false);
        method.visitVarInsn(Opcodes.ASTORE, tape);
        method.visitTryCatchBlock(start, end, failed, null);
        method.visitLabel(start);
        push(method, entry, function);
        method.visitVarInsn(Opcodes.ALOAD, tape);
        invoke(method, function);
        if (result.getSize() > 0) {
            method.visitVarInsn(result.getOpcode(Opcodes.ISTORE), tape + 1);
        }
        method.visitLabel(end);
        release(method, tape);
        if (result.getSize() > 0) {
            method.visitVarInsn(result.getOpcode(Opcodes.ILOAD), tape + 1);
        }
        method.visitInsn(result.getOpcode(Opcodes.IRETURN));
        method.visitLabel(failed);
        Object[] locals = new Object[tape + 1];
        java.util.Arrays.fill(locals, Opcodes.TOP);
        locals[tape] = TAPE;
        method.visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
        method.visitVarInsn(Opcodes.ASTORE, tape + 1);
        release(method, tape);
        method.visitVarInsn(Opcodes.ALOAD, tape + 1);
        method.visitInsn(Opcodes.ATHROW);
    }

    private static void release(MethodVisitor method, int tape) {
        method.visitVarInsn(Opcodes.ALOAD, tape);
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, TAPE, "release", "()V", false);
    }

    private void invoke(MethodVisitor method, Function function) {
        String name = linkage.methodName(function.name());
        String descriptor = linkage.descriptor(function.name());
        method.visitMethodInsn(Opcodes.INVOKESTATIC, linkage.className(), name, descriptor, false);
    }

    /** Pushes captures and parameters, cast to what the function takes. */
    private void push(MethodVisitor method, Entry entry, Function function) {
        List<Type> wanted = function.parameterTypes();
        org.objectweb.asm.Type[] given = org.objectweb.asm.Type.getArgumentTypes(entry.descriptor());
        if (wanted.size() != captures.size() + given.length) {
            throw new IllegalArgumentException(
                    "entry "
                            + entry.method()
                            + " has "
                            + captures.size()
                            + " captures and "
                            + given.length
                            + " parameters, but "
                            + function.name()
                            + " takes "
                            + wanted.size());
        }
        for (int i = 0; i < captures.size(); i++) {
            method.visitVarInsn(Opcodes.ALOAD, 0);
            String descriptor = captures.get(i).descriptor();
            method.visitFieldInsn(Opcodes.GETFIELD, linkage.className(), field(i), descriptor);
            cast(method, descriptor, wanted.get(i));
        }
        int slot = 1;
        for (int i = 0; i < given.length; i++) {
            method.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), slot);
            cast(method, given[i].getDescriptor(), wanted.get(captures.size() + i));
            slot += given[i].getSize();
        }
    }

    private static void cast(MethodVisitor method, String from, Type to) {
        if (to instanceof ReferenceType reference
                && !reference.equals(ClassType.OBJECT)
                && !reference.descriptor().equals(from)) {
            method.visitTypeInsn(Opcodes.CHECKCAST, reference.internalName());
        }
    }

    private static org.objectweb.asm.Type returnType(Entry entry) {
        return org.objectweb.asm.Type.getReturnType(entry.descriptor());
    }
}
