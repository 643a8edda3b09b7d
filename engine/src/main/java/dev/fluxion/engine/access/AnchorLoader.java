package dev.fluxion.engine.access;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Holds one class, the anchor, beside which derivatives are defined whose code may not lie beside the user's: the code
 * of the JDK, and of modules that do not open themselves. It belongs to no named module, so that it may use exactly
 * what is public and exported to all. It sees the classes that the user's class loader sees, and the types of Fluxion.
 */
final class AnchorLoader extends ClassLoader {

    private static final String ANCHOR = "dev.fluxion.anchor.Anchor";

    /** The anchors in use, by the loader whose classes they see. Neither side is kept alive from here. */
    private static final Map<ClassLoader, WeakReference<Class<?>>> ANCHORS = new WeakHashMap<>();

    private final ClassLoader seen;

    private AnchorLoader(ClassLoader fluxion, ClassLoader seen) {
        super(fluxion);
        this.seen = seen;
    }

    /**
     * Returns a lookup with full privilege on an anchor.
     *
     * @param seen the loader whose classes the code names, null for the JDK's
     * @param fluxion the loader of Fluxion's own types
     */
    static Lookup lookup(@Nullable ClassLoader seen, @Nullable ClassLoader fluxion) {
        ClassLoader ours = fluxion == null ? ClassLoader.getSystemClassLoader() : fluxion;
        ClassLoader theirs = seen == null ? ours : seen;
        Class<?> anchor;
        synchronized (ANCHORS) {
            WeakReference<Class<?>> known = ANCHORS.get(theirs);
            anchor = known == null ? null : known.get();
            if (anchor == null) {
                anchor = new AnchorLoader(ours, theirs).define();
                ANCHORS.put(theirs, new WeakReference<>(anchor));
            }
        }
        return ask(anchor);
    }

    /**
     * Fluxion's types are those of its own loader; the user's classes are found before anything else of that loader.
     */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean oursFirst = name.startsWith("dev.fluxion.");
        try {
            return oursFirst ? super.loadClass(name, resolve) : seen.loadClass(name);
        } catch (ClassNotFoundException elsewhere) {
            return oursFirst ? seen.loadClass(name) : super.loadClass(name, resolve);
        }
    }

    private Class<?> define() {
        String internalName = ANCHOR.replace('.', '/');
        ClassWriter writer = new ClassWriter(0);
        int flags = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER;
        writer.visit(Opcodes.V17, flags, internalName, null, "java/lang/Object", null);
        String descriptor = "()Ljava/lang/invoke/MethodHandles$Lookup;";
        int methodFlags = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
        MethodVisitor method = writer.visitMethod(methodFlags, "lookup", descriptor, null, null);
        method.visitCode();
        method.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/invoke/MethodHandles", "lookup", descriptor, false);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(1, 0);
        method.visitEnd();
        writer.visitEnd();
        byte[] bytes = writer.toByteArray();
        return defineClass(ANCHOR, bytes, 0, bytes.length);
    }

    private static Lookup ask(Class<?> anchor) {
        Module ours = AnchorLoader.class.getModule();
        ours.addReads(anchor.getModule());
        try {
            MethodHandle lookup =
                    MethodHandles.lookup().findStatic(anchor, "lookup", MethodType.methodType(Lookup.class));
            return (Lookup) lookup.invokeExact();
        } catch (Error | RuntimeException thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new IllegalStateException("cannot use the anchor class", thrown);
        }
    }
}
