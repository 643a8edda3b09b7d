package dev.fluxion.testkit.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ConvertInstruction;

/** Whether a program makes floats of doubles anywhere: what is computed from these has seven digits. */
final class Floats {

    private Floats() {}

    /** Looks at all classes of a program, which a loader gives as files. */
    static boolean areUsedIn(Class<?> program) {
        for (Class<?> member : program.getNestMembers()) {
            ClassModel read = read(member);
            for (MethodModel method : read.methods()) {
                if (method.code().isPresent() && areUsedIn(method.code().get())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean areUsedIn(Iterable<CodeElement> code) {
        for (CodeElement element : code) {
            if (element instanceof ConvertInstruction convert
                    && convert.fromType() == TypeKind.DOUBLE
                    && convert.toType() == TypeKind.FLOAT) {
                return true;
            }
        }
        return false;
    }

    private static ClassModel read(Class<?> type) {
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream file = type.getClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("no file of " + type);
            }
            return ClassFile.of().parse(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
