package dev.fluxion.frontend.corpus;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

import java.lang.invoke.MethodHandles;
import java.util.function.Consumer;

/** A class of methods that javac never makes: all forms of stack shuffles, irreducible loops, handlers jumped to. */
final class Assembled {
    private final ClassWriter writer;
    private final String name;

    private Assembled(String name, int version) {
        this.name = "dev/fluxion/frontend/corpus/" + name;
        this.writer = new ClassWriter(version >= V1_6 ? ClassWriter.COMPUTE_FRAMES : ClassWriter.COMPUTE_MAXS);
        writer.visit(version, ACC_PUBLIC | ACC_SUPER, this.name, null, "java/lang/Object", null);
    }

    /** Returns the bytes of a class of that simple name, with stack map frames if the version has them. */
    static byte[] bytes(String name, int version) {
        Assembled made = new Assembled(name, version);
        made.shuffles();
        made.comparisons();
        made.flow();
        made.objects();
        made.writer.visitEnd();
        return made.writer.toByteArray();
    }

    static Class<?> define(byte[] bytes) {
        try {
            return MethodHandles.lookup().defineClass(bytes);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private void method(String method, String descriptor, Consumer<MethodVisitor> body) {
        MethodVisitor code = writer.visitMethod(ACC_PUBLIC | ACC_STATIC, method, descriptor, null, null);
        code.visitCode();
        body.accept(code);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /**
     * Pushes values, shuffles them, and folds all that is left with weights, so that each order gives another number.
     */
    private void shuffle(String method, String types, int opcode, String left) {
        method(
                method,
                "(" + types + ")D",
                code -> {
                    int slot = 0;
                    for (char type : types.toCharArray()) {
                        code.visitVarInsn(type == 'I' ? ILOAD : LLOAD, slot);
                        slot += type == 'I' ? 1 : 2;
                    }
                    code.visitInsn(opcode);
                    code.visitInsn(DCONST_0);
                    code.visitVarInsn(DSTORE, slot);
                    for (int i = left.length() - 1; i >= 0; i--) {
                        code.visitInsn(left.charAt(i) == 'I' ? I2D : L2D);
                        code.visitVarInsn(DLOAD, slot);
                        code.visitLdcInsn(3.0);
                        code.visitInsn(DMUL);
                        code.visitInsn(DADD);
                        code.visitVarInsn(DSTORE, slot);
                    }
                    code.visitVarInsn(DLOAD, slot);
                    code.visitInsn(DRETURN);
                });
    }

    private void shuffles() {
        shuffle("pop", "II", POP, "I");
        shuffle("pop2Ints", "III", POP2, "I");
        shuffle("pop2Long", "IJ", POP2, "I");
        shuffle("dup", "I", DUP, "II");
        shuffle("dupX1", "II", DUP_X1, "III");
        shuffle("dupX2Ints", "III", DUP_X2, "IIII");
        shuffle("dupX2Long", "JI", DUP_X2, "IJI");
        shuffle("dup2Ints", "II", DUP2, "IIII");
        shuffle("dup2Long", "J", DUP2, "JJ");
        shuffle("dup2X1Ints", "III", DUP2_X1, "IIIII");
        shuffle("dup2X1Long", "IJ", DUP2_X1, "JIJ");
        shuffle("dup2X2Ints", "IIII", DUP2_X2, "IIIIII");
        shuffle("dup2X2LongOverInts", "IIJ", DUP2_X2, "JIIJ");
        shuffle("dup2X2IntsOverLong", "JII", DUP2_X2, "IIJII");
        shuffle("dup2X2Longs", "JJ", DUP2_X2, "JJJ");
        shuffle("swap", "II", SWAP, "II");
    }

    private void comparisons() {
        method(
                "threeWays",
                "(DDFFJJ)I",
                code -> {
                    int[][] all = {
                        {DLOAD, 0, 2, DCMPG},
                        {DLOAD, 0, 2, DCMPL},
                        {FLOAD, 4, 5, FCMPG},
                        {FLOAD, 4, 5, FCMPL},
                        {LLOAD, 6, 8, LCMP}
                    };
                    code.visitInsn(ICONST_0);
                    for (int[] one : all) {
                        code.visitInsn(ICONST_3);
                        code.visitInsn(IMUL);
                        code.visitVarInsn(one[0], one[1]);
                        code.visitVarInsn(one[0], one[2]);
                        code.visitInsn(one[3]);
                        code.visitInsn(IADD);
                    }
                    code.visitInsn(IRETURN);
                });
        for (int compare : new int[] {DCMPL, DCMPG}) {
            for (int jump = IFEQ; jump <= IFLE; jump++) {
                branch("branch" + (compare == DCMPL ? "L" : "G") + jump, compare, jump, false);
                branch("apart" + (compare == DCMPL ? "L" : "G") + jump, compare, jump, true);
            }
        }
        method(
                "jumpToNext",
                "(I)I",
                code -> {
                    Label next = new Label();
                    code.visitVarInsn(ILOAD, 0);
                    code.visitJumpInsn(IFLT, next);
                    code.visitLabel(next);
                    code.visitVarInsn(ILOAD, 0);
                    code.visitInsn(IRETURN);
                });
    }

    /** A comparison and its jump, also with a block boundary between them. */
    private void branch(String method, int compare, int jump, boolean apart) {
        method(
                method,
                "(DDZ)I",
                code -> {
                    Label taken = new Label();
                    Label between = new Label();
                    Label other = new Label();
                    if (apart) {
                        code.visitVarInsn(ILOAD, 4);
                        code.visitJumpInsn(IFEQ, other);
                    }
                    code.visitVarInsn(DLOAD, 0);
                    code.visitVarInsn(DLOAD, 2);
                    code.visitInsn(compare);
                    if (apart) {
                        code.visitJumpInsn(GOTO, between);
                        code.visitLabel(other);
                        code.visitInsn(ICONST_M1);
                        code.visitLabel(between);
                    }
                    code.visitJumpInsn(jump, taken);
                    code.visitInsn(ICONST_0);
                    code.visitInsn(IRETURN);
                    code.visitLabel(taken);
                    code.visitInsn(ICONST_1);
                    code.visitInsn(IRETURN);
                });
    }

    private void flow() {
        method(
                "irreducible",
                "(II)I",
                code -> {
                    Label first = new Label();
                    Label second = new Label();
                    Label end = new Label();
                    code.visitInsn(ICONST_0);
                    code.visitVarInsn(ISTORE, 2);
                    code.visitVarInsn(ILOAD, 0);
                    code.visitJumpInsn(IFLT, second);
                    code.visitLabel(first);
                    code.visitIincInsn(2, 3);
                    code.visitVarInsn(ILOAD, 2);
                    code.visitIntInsn(BIPUSH, 40);
                    code.visitJumpInsn(IF_ICMPGT, end);
                    code.visitLabel(second);
                    code.visitIincInsn(2, 5);
                    code.visitVarInsn(ILOAD, 2);
                    code.visitVarInsn(ILOAD, 1);
                    code.visitInsn(IXOR);
                    code.visitInsn(ICONST_1);
                    code.visitInsn(IAND);
                    code.visitJumpInsn(IFEQ, first);
                    code.visitVarInsn(ILOAD, 2);
                    code.visitIntInsn(BIPUSH, 50);
                    code.visitJumpInsn(IF_ICMPLT, second);
                    code.visitLabel(end);
                    code.visitVarInsn(ILOAD, 2);
                    code.visitVarInsn(ILOAD, 1);
                    code.visitInsn(ISUB);
                    code.visitInsn(IRETURN);
                });
        method(
                "handlerIsJumpedTo",
                "(II)I",
                code -> {
                    Label from = new Label();
                    Label to = new Label();
                    Label handler = new Label();
                    Label normal = new Label();
                    code.visitTryCatchBlock(from, to, handler, "java/lang/RuntimeException");
                    code.visitVarInsn(ILOAD, 0);
                    code.visitJumpInsn(IFGT, normal);
                    code.visitTypeInsn(NEW, "java/lang/IllegalStateException");
                    code.visitInsn(DUP);
                    code.visitMethodInsn(INVOKESPECIAL, "java/lang/IllegalStateException", "<init>", "()V", false);
                    code.visitJumpInsn(GOTO, handler);
                    code.visitLabel(normal);
                    code.visitLabel(from);
                    code.visitVarInsn(ILOAD, 0);
                    code.visitVarInsn(ILOAD, 1);
                    code.visitInsn(IDIV);
                    code.visitInsn(IRETURN);
                    code.visitLabel(to);
                    code.visitLabel(handler);
                    code.visitMethodInsn(
                            INVOKEVIRTUAL, "java/lang/RuntimeException", "getMessage", "()Ljava/lang/String;", false);
                    Label none = new Label();
                    code.visitJumpInsn(IFNULL, none);
                    code.visitVarInsn(ILOAD, 0);
                    code.visitInsn(IRETURN);
                    code.visitLabel(none);
                    code.visitInsn(ICONST_M1);
                    code.visitInsn(IRETURN);
                });
        method(
                "stackAcrossBlocks",
                "(JIZ)J",
                code -> {
                    Label other = new Label();
                    Label join = new Label();
                    code.visitVarInsn(LLOAD, 0);
                    code.visitVarInsn(ILOAD, 2);
                    code.visitVarInsn(ILOAD, 3);
                    code.visitJumpInsn(IFEQ, other);
                    code.visitLdcInsn(7L);
                    code.visitJumpInsn(GOTO, join);
                    code.visitLabel(other);
                    code.visitVarInsn(LLOAD, 0);
                    code.visitLabel(join);
                    code.visitInsn(DUP2_X1);
                    code.visitInsn(POP2);
                    code.visitInsn(I2L);
                    code.visitInsn(LMUL);
                    code.visitInsn(LSUB);
                    code.visitInsn(LRETURN);
                });
        method(
                "manyLocals",
                "(I)I",
                code -> {
                    code.visitVarInsn(ILOAD, 0);
                    code.visitVarInsn(ISTORE, 300);
                    code.visitIincInsn(300, 20000);
                    code.visitVarInsn(ILOAD, 300);
                    code.visitVarInsn(ILOAD, 0);
                    code.visitInsn(IMUL);
                    code.visitInsn(IRETURN);
                });
        method(
                "deadCode",
                "(I)I",
                code -> {
                    code.visitVarInsn(ILOAD, 0);
                    code.visitInsn(IRETURN);
                    code.visitInsn(ICONST_1);
                    code.visitInsn(IRETURN);
                });
    }

    private void objects() {
        method(
                "swappedConstruction",
                "(I)I",
                code -> {
                    code.visitVarInsn(ILOAD, 0);
                    code.visitTypeInsn(NEW, "java/util/BitSet");
                    code.visitInsn(DUP_X1);
                    code.visitInsn(SWAP);
                    code.visitMethodInsn(INVOKESPECIAL, "java/util/BitSet", "<init>", "(I)V", false);
                    code.visitMethodInsn(INVOKEVIRTUAL, "java/util/BitSet", "size", "()I", false);
                    code.visitInsn(IRETURN);
                });
        method(
                "constructionInLocal",
                "(Z)I",
                code -> {
                    Label other = new Label();
                    Label join = new Label();
                    code.visitTypeInsn(NEW, "java/util/BitSet");
                    code.visitVarInsn(ASTORE, 1);
                    code.visitVarInsn(ALOAD, 1);
                    code.visitVarInsn(ILOAD, 0);
                    code.visitJumpInsn(IFEQ, other);
                    code.visitIntInsn(BIPUSH, 100);
                    code.visitJumpInsn(GOTO, join);
                    code.visitLabel(other);
                    code.visitIntInsn(SIPUSH, 1000);
                    code.visitLabel(join);
                    code.visitMethodInsn(INVOKESPECIAL, "java/util/BitSet", "<init>", "(I)V", false);
                    code.visitVarInsn(ALOAD, 1);
                    code.visitMethodInsn(INVOKEVIRTUAL, "java/util/BitSet", "size", "()I", false);
                    code.visitInsn(IRETURN);
                });
        method(
                "commonSuperclass",
                "(IZ)I",
                code -> {
                    Label other = new Label();
                    Label join = new Label();
                    code.visitVarInsn(ILOAD, 1);
                    code.visitJumpInsn(IFEQ, other);
                    code.visitVarInsn(ILOAD, 0);
                    code.visitMethodInsn(INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
                    code.visitJumpInsn(GOTO, join);
                    code.visitLabel(other);
                    code.visitVarInsn(ILOAD, 0);
                    code.visitInsn(I2L);
                    code.visitMethodInsn(INVOKESTATIC, "java/lang/Long", "valueOf", "(J)Ljava/lang/Long;", false);
                    code.visitLabel(join);
                    code.visitMethodInsn(INVOKEVIRTUAL, "java/lang/Number", "intValue", "()I", false);
                    code.visitInsn(IRETURN);
                });
        method(
                "nullUntilSet",
                "(I[D)D",
                code -> {
                    Label loop = new Label();
                    Label end = new Label();
                    code.visitInsn(ACONST_NULL);
                    code.visitVarInsn(ASTORE, 2);
                    code.visitLabel(loop);
                    code.visitVarInsn(ILOAD, 0);
                    code.visitJumpInsn(IFLE, end);
                    code.visitVarInsn(ILOAD, 0);
                    code.visitInsn(ICONST_2);
                    code.visitInsn(IDIV);
                    code.visitVarInsn(ISTORE, 0);
                    code.visitVarInsn(ALOAD, 1);
                    code.visitVarInsn(ASTORE, 2);
                    code.visitJumpInsn(GOTO, loop);
                    code.visitLabel(end);
                    code.visitVarInsn(ALOAD, 2);
                    code.visitInsn(ICONST_0);
                    code.visitInsn(DALOAD);
                    code.visitInsn(DRETURN);
                });
    }
}
