package dev.fluxion.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.frontend.corpus.Corpus;
import dev.fluxion.ir.symbol.MethodRef;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.io.IOException;
import java.io.InputStream;

/** What is not covered is refused with the reason, the place and a remedy. */
class RefusalsTest {

    @Test
    void aNativeMethodHasNoBytecode() throws IOException {
        ClassFile file = read("java/lang/Double");
        assertThat(refusal(() -> raise(file, "doubleToRawLongBits", "(D)J")))
                .isEqualTo(
                        """
                        [FX-0101] cannot differentiate the native method java.lang.Double.doubleToRawLongBits
                            at java.lang.Double.doubleToRawLongBits(Double.java)
                            because it has no bytecode
                            try: a rule for the method (docs/rules.md)        more: docs/errors/FX-0101.md\
                        """);
    }

    @Test
    void anAbstractMethodIsImplementedElsewhere() throws IOException {
        ClassFile file = read("java/lang/Runnable");
        assertThat(refusal(() -> raise(file, "run", "()V")))
                .isEqualTo(
                        """
                        [FX-0103] cannot differentiate the abstract method java.lang.Runnable.run
                            at java.lang.Runnable.run(Runnable.java)
                            because its implementation is not known here
                            try: a receiver whose class is known, or a rule for the method (docs/rules.md)        more: docs/errors/FX-0103.md\
                        """);
    }

    @Test
    void aMethodMayBeMissing() throws IOException {
        ClassFile file = read("java/lang/Runnable");
        assertThat(refusal(() -> raise(file, "walk", "()V")))
                .isEqualTo(
                        """
                        [FX-0110] cannot find the method java.lang.Runnable.walk()V
                            because the class java.lang.Runnable does not declare it
                            try: compiling the caller again, against the class as it is now        more: docs/errors/FX-0110.md\
                        """);
    }

    @Test
    void aClassFileMayBeTooNew() throws IOException {
        byte[] bytes = bytes("java/lang/Runnable");
        bytes[7] = 99;
        assertThat(refusal(() -> ClassFile.parse(bytes)))
                .isEqualTo(
                        """
                        [FX-0113] cannot read a class file of version 99
                            because it was compiled for Java 55 and the newest version that is understood is that of Java 28
                            try: javac --release 28 or older        more: docs/errors/FX-0113.md\
                        """);
    }

    @Test
    void bytesMayBeNoClassFile() {
        assertThat(refusal(() -> ClassFile.parse(new byte[100]))).startsWith("[FX-0113] cannot read a class file\n");
        assertThat(refusal(() -> ClassFile.parse(new byte[0]))).startsWith("[FX-0113] cannot read a class file\n");
    }

    @Test
    void subroutinesAreOfThePast() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V1_2, Opcodes.ACC_PUBLIC, "old/Old", null, "java/lang/Object", null);
        writer.visitSource("Old.java", null);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "f", "()V", null, null);
        code.visitCode();
        Label start = new Label();
        Label subroutine = new Label();
        code.visitLabel(start);
        code.visitLineNumber(12, start);
        code.visitJumpInsn(Opcodes.JSR, subroutine);
        code.visitInsn(Opcodes.RETURN);
        code.visitLabel(subroutine);
        code.visitVarInsn(Opcodes.ASTORE, 0);
        code.visitVarInsn(Opcodes.RET, 0);
        code.visitMaxs(1, 1);
        code.visitEnd();
        writer.visitEnd();
        assertThat(refusal(() -> raise(ClassFile.parse(writer.toByteArray()), "f", "()V")))
                .isEqualTo(
                        """
                        [FX-0102] cannot differentiate the instruction jsr
                            at old.Old.f(Old.java:12)
                            because subroutines have not been part of class files since Java 7
                            try: compiling the class again with a newer compiler, or a rule for the method (docs/rules.md)        more: docs/errors/FX-0102.md\
                        """);
    }

    @Test
    void aClassFileTellsWhatItsClassIs() {
        ClassFile file = ClassFile.parse(Corpus.written().getFirst().classBytes());
        assertThat(file.name()).isEqualTo("dev/fluxion/frontend/corpus/Scalars");
        assertThat(file.sourceFile()).isEqualTo("Scalars.java");
        assertThat(file.superName()).contains("java/lang/Object");
        assertThat(file.nestHost()).isEqualTo(file.name());
        assertThat(file.majorVersion()).isEqualTo(69);
        assertThat(file.isInterface()).isFalse();
        assertThat(file.method("horner", "(DDDD)D")).get().matches(ClassFile.Method::isStatic);
    }

    private static void raise(ClassFile file, String name, String descriptor) {
        Raiser.raise(file, new MethodRef(file.name(), name, descriptor, false));
    }

    private static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        return catchThrowableOfType(NotDifferentiableException.class, action).getMessage();
    }

    private static ClassFile read(String name) throws IOException {
        return ClassFile.parse(bytes(name));
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return in.readAllBytes();
        }
    }
}
