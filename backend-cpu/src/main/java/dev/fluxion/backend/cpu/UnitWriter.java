package dev.fluxion.backend.cpu;

import dev.fluxion.backend.CompilationUnit;
import dev.fluxion.backend.Entry;
import dev.fluxion.backend.cpu.emit.FunctionEmitter;
import dev.fluxion.backend.cpu.split.Splitter;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.LinkedHashSet;
import java.util.Set;

/** Writes the class file of a unit: final fields, constructor, entries, and a private static method per function. */
final class UnitWriter {

    /** C2 compiles no longer methods. */
    private static final int LONGEST = 8_000;

    /** What functions are cut to; the estimate of their length is seldom too small. */
    private static final int BUDGET = 6_000;

    private int longest;

    private UnitWriter() {}

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

    static Written write(CompilationUnit unit) {
        UnitWriter writer = new UnitWriter();
        Written written = writer.write(unit, BUDGET);
        for (int budget = BUDGET / 2; writer.longest >= LONGEST && budget > BUDGET / 10; budget /= 2) {
            writer = new UnitWriter();
            written = writer.write(unit, budget);
        }
        return written;
    }

    private Written write(CompilationUnit unit, int budget) {
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
        Linkage linkage = Linkage.of(className, program, roots, unit.shared(), taken);

        ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);
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
        return new Written(out.toByteArray(), linkage);
    }
}
