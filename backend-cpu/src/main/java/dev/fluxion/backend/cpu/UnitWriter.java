package dev.fluxion.backend.cpu;

import dev.fluxion.backend.CompilationUnit;
import dev.fluxion.backend.Entry;
import dev.fluxion.backend.cpu.emit.FunctionEmitter;
import dev.fluxion.backend.cpu.split.Splitter;
import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;

import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import java.util.LinkedHashSet;
import java.util.Set;

/** Writes the class file of a unit: final fields, constructor, entries, and a private static method per function. */
final class UnitWriter {

    /** C2 compiles no longer methods. */
    private static final int LONGEST = 8_000;

    /** What functions are cut to; the estimate of their length is seldom too small. */
    private static final int BUDGET = 6_000;

    /** Jumps have no more room for their offset. */
    private static final int FARTHEST_JUMP = 32_767;

    private static final int MOST_PARAMETERS = 255;

    private final ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    private final Linkage linkage;
    private int longest;

    /**
     * A method that a function has become.
     *
     * @param takesTape whether its last parameter is a tape
     */
    record Method(String name, String descriptor, boolean takesTape) {}

    /** A class file. */
    @SuppressWarnings("ArrayRecordComponent") // handed straight on
    record Written(byte[] bytecode, Linkage linkage) {

        /** Returns the method that a function has become. */
        Method method(String function) {
            return new Method(linkage.methodName(function), linkage.descriptor(function), linkage.takesTape(function));
        }
    }

    /**
     * Writes the class.
     *
     * @throws NotDifferentiableException if it is too large for a class file however it is cut
     */
    static Written write(CompilationUnit unit) {
        int budget = BUDGET;
        UnitWriter writer = new UnitWriter(unit, budget);
        while (writer.longest >= LONGEST && budget / 2 > BUDGET / 10) {
            budget /= 2;
            writer = new UnitWriter(unit, budget);
        }
        return writer.finish(unit);
    }

    private UnitWriter(CompilationUnit unit, int budget) {
        Program program = Splitter.split(unit.program(), budget);
        String host = unit.host().lookupClass().getName();
        String inPackage = host.substring(0, host.lastIndexOf('.') + 1).replace('.', '/');
        String className = inPackage + unit.simpleName();
        Set<String> roots = new LinkedHashSet<>();
        Set<String> taken = new LinkedHashSet<>();
        for (Entry entry : unit.entries()) {
            roots.add(entry.function());
            taken.add(entry.method());
        }
        this.linkage = Linkage.of(className, program, roots, unit.shared(), taken);

        int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        String[] interfaces =
                unit.contract().isInterface() ? new String[] {unit.contract().getName().replace('.', '/')} : null;
        out.visit(Opcodes.V25, access, className, null, "java/lang/Object", interfaces);
        out.visitSource(unit.sourceFile(), null);
        InstanceWriter instance = new InstanceWriter(out, linkage, unit.captures());
        instance.writeFields();
        instance.writeConstructor();
        for (Entry entry : unit.entries()) {
            instance.writeEntry(entry);
        }
        for (Function function : linkage.functions()) {
            MethodVisitor method =
                    out.visitMethod(
                            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC,
                            linkage.methodName(function.name()),
                            linkage.descriptor(function.name()),
                            null,
                            null);
            longest = Math.max(longest, FunctionEmitter.emit(function, linkage, method));
        }
        out.visitEnd();
    }

    private Written finish(CompilationUnit unit) {
        if (longest > FARTHEST_JUMP) {
            throw tooLarge(unit, "a method would have " + longest + " bytes, and cannot be cut into smaller ones");
        }
        for (Function function : linkage.functions()) {
            String descriptor = linkage.descriptor(function.name());
            if (Type.getArgumentsAndReturnSizes(descriptor) >> 2 > MOST_PARAMETERS + 1) {
                throw tooLarge(unit, "a method would have more than " + MOST_PARAMETERS + " parameters");
            }
        }
        try {
            return new Written(out.toByteArray(), linkage);
        } catch (ClassTooLargeException e) {
            throw tooLarge(
                    unit, "a class file has room for 65,535 constants, and there are " + e.getConstantPoolCount());
        }
    }

    private static NotDifferentiableException tooLarge(CompilationUnit unit, String why) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.TOO_LARGE,
                        "the derivative does not fit a class file: " + unit.simpleName(),
                        why,
                        "several methods instead of one"));
    }
}
