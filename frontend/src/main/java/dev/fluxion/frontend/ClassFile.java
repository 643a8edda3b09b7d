package dev.fluxion.frontend;

import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A class file: what its class is and has, read once; the code of a method is read when {@link Raiser} asks for it.
 *
 * <pre>{@code
 * ClassFile file = ClassFile.parse(bytes);
 * Optional<ClassFile.Method> method = file.method("volatility", "(DDD)D");
 * }</pre>
 */
public final class ClassFile {
    private static final int NEWEST = Opcodes.V28;
    private static final int FIRST_WITH_FRAMES = Opcodes.V1_6;

    private final ClassReader reader;
    private final int majorVersion;
    private final Header header = new Header();

    private ClassFile(ClassReader reader, int majorVersion) {
        this.reader = reader;
        this.majorVersion = majorVersion;
        reader.accept(header, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
    }

    /**
     * Reads a class file.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if it is damaged, or newer than what is understood
     */
    public static ClassFile parse(byte[] bytes) {
        if (bytes.length < 10 || (bytes[0] & 0xff) != 0xca || (bytes[1] & 0xff) != 0xfe) {
            throw Refusals.notAClassFile(null);
        }
        int major = (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
        if (major > NEWEST) {
            throw Refusals.tooNew(major, NEWEST);
        }
        try {
            return new ClassFile(new ClassReader(bytes), major);
        } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw Refusals.notAClassFile(damaged);
        }
    }

    /** Returns the internal name, such as {@code com/acme/Pricer}. */
    public String name() {
        return header.name;
    }

    /** Returns the class file version, such as 69 for Java 25. */
    public int majorVersion() {
        return majorVersion;
    }

    /** Returns the access flags of the class (JVMS table 4.1-B). */
    public int access() {
        return header.access;
    }

    /** Returns whether this is an interface. */
    public boolean isInterface() {
        return (header.access & Opcodes.ACC_INTERFACE) != 0;
    }

    /** Returns the internal name of the superclass; none for {@code java/lang/Object} and modules. */
    public Optional<String> superName() {
        return Optional.ofNullable(header.superName);
    }

    /** Returns the internal names of the direct superinterfaces. */
    public List<String> interfaces() {
        return header.interfaces;
    }

    /** Returns the name of the source file, or empty. */
    public String sourceFile() {
        return header.sourceFile;
    }

    /** Returns the internal name of the nest host: this class itself, unless it says otherwise. */
    public String nestHost() {
        return header.nestHost == null ? header.name : header.nestHost;
    }

    /** Returns the fields, in the file's order. */
    public List<Field> fields() {
        return List.copyOf(header.fields);
    }

    /** Returns the methods and constructors, in the file's order. */
    public List<Method> methods() {
        return List.copyOf(header.methods);
    }

    /** Returns the method that the class itself declares with that name and descriptor. */
    public Optional<Method> method(String methodName, String descriptor) {
        for (Method method : header.methods) {
            if (method.name.equals(methodName) && method.descriptor.equals(descriptor)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    /** Returns whether the compiler left stack map frames, which say the types where control flow joins. */
    boolean hasFrames() {
        return majorVersion >= FIRST_WITH_FRAMES;
    }

    /** Returns the decoded code of a method that has some. */
    Code code(Method method) {
        CodeReader code = new CodeReader(header.name, header.sourceFile, method);
        reader.accept(new OneMethod(method, code), ClassReader.EXPAND_FRAMES);
        return code.finish();
    }

    /** Returns the symbol by which a method of this class is called. */
    MethodRef reference(Method method) {
        return new MethodRef(header.name, method.name, method.descriptor, isInterface());
    }

    /**
     * A method or constructor.
     *
     * @param name its name, {@code <init>} for a constructor
     * @param descriptor the JVM method descriptor
     * @param access the access flags (JVMS table 4.6-A)
     */
    public record Method(String name, String descriptor, int access) {

        /** Returns whether it has no receiver. */
        public boolean isStatic() {
            return (access & Opcodes.ACC_STATIC) != 0;
        }

        /** Returns whether it has no body because a subclass has. */
        public boolean isAbstract() {
            return (access & Opcodes.ACC_ABSTRACT) != 0;
        }

        /** Returns whether its body is not bytecode. */
        public boolean isNative() {
            return (access & Opcodes.ACC_NATIVE) != 0;
        }

        /** Returns whether it holds a monitor while it runs. */
        public boolean isSynchronized() {
            return (access & Opcodes.ACC_SYNCHRONIZED) != 0;
        }
    }

    /**
     * A field.
     *
     * @param reference its symbol
     * @param access the access flags (JVMS table 4.5-A)
     */
    public record Field(FieldRef reference, int access) {}

    private static final class Header extends ClassVisitor {
        private String name = "";
        private int access;
        private @Nullable String superName;
        private List<String> interfaces = List.of();
        private String sourceFile = "";
        private @Nullable String nestHost;
        private final List<Field> fields = new ArrayList<>();
        private final List<Method> methods = new ArrayList<>();

        Header() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int flags,
                String internalName,
                @Nullable String signature,
                @Nullable String parent,
                String @Nullable [] parents) {
            name = internalName;
            access = flags;
            superName = parent;
            interfaces = parents == null ? List.of() : List.of(parents);
        }

        @Override
        public void visitSource(@Nullable String file, @Nullable String debug) {
            sourceFile = file == null ? "" : file;
        }

        @Override
        public void visitNestHost(String host) {
            nestHost = host;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int flags, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
            fields.add(new Field(new FieldRef(name, field, Type.of(descriptor)), flags));
            return null;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int flags,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            methods.add(new Method(method, descriptor, flags));
            return null;
        }
    }

    /** Lets one method through. */
    private static final class OneMethod extends ClassVisitor {
        private final Method wanted;
        private final MethodVisitor visitor;

        OneMethod(Method wanted, MethodVisitor visitor) {
            super(Opcodes.ASM9);
            this.wanted = wanted;
            this.visitor = visitor;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int flags,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return method.equals(wanted.name) && descriptor.equals(wanted.descriptor) ? visitor : null;
        }
    }
}
