package dev.fluxion.backend.cpu;

import dev.fluxion.backend.CompilationUnit;
import dev.fluxion.backend.CompiledClass;
import dev.fluxion.backend.Entry;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.type.Type;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceMethodVisitor;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/** A compiled program whose first function is called by reflection. */
final class Compiled {

    /** Has no methods: entries are called by their names. */
    public interface Contract {}

    final CompiledClass compiled;
    private final MethodHandle handle;

    private Compiled(CompiledClass compiled, String descriptor) {
        this.compiled = compiled;
        try {
            Object instance = compiled.newInstance(new Object[0]);
            MethodType type = MethodType.fromMethodDescriptorString(descriptor, Compiled.class.getClassLoader());
            handle =
                    MethodHandles.privateLookupIn(compiled.type(), MethodHandles.lookup())
                            .findVirtual(compiled.type(), "entry", type)
                            .bindTo(instance);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    static Compiled of(Function... functions) {
        StringBuilder descriptor = new StringBuilder("(");
        for (Type type : functions[0].parameterTypes()) {
            descriptor.append(type.descriptor());
        }
        descriptor.append(')');
        descriptor.append(
                functions[0].resultTypes().isEmpty() ? "V" : functions[0].resultTypes().getFirst().descriptor());
        return new Compiled(
                new CpuBackend()
                        .compile(
                                new CompilationUnit(
                                        MethodHandles.lookup(),
                                        Program.of(List.of(functions)),
                                        Contract.class,
                                        List.of(new Entry("entry", descriptor.toString(), functions[0].name())),
                                        List.of(),
                                        "Compiled.java",
                                        "Compiled$$Fluxion$test")),
                descriptor.toString());
    }

    Object call(Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the instructions of the method of that name. */
    String listing(String method) {
        return listing(compiled.bytecode(), method);
    }

    static String listing(byte[] bytecode, String wanted) {
        Textifier text = new Textifier();
        new ClassReader(bytecode)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                return name.equals(wanted) ? new TraceMethodVisitor(text) : null;
                            }
                        },
                        0);
        StringBuilder lines = new StringBuilder();
        for (Object line : text.getText()) {
            lines.append(line);
        }
        return lines.toString();
    }
}
