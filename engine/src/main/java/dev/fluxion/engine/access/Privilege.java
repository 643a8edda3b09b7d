package dev.fluxion.engine.access;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Objects;

/**
 * Gets lookups with full privilege on other people's classes, as far as they allow it: defining a nestmate needs one.
 *
 * <p>A module may allow it by opening the package to this module, or by handing over a lookup; the class path always
 * does. {@code privateLookupIn} across modules drops the MODULE mode that defining a hidden class needs. So one tiny
 * class is added to the package, once; what it calls {@code MethodHandles.lookup()} has full privilege there.
 */
public final class Privilege {

    private static final String KEY_CLASS = "$$FluxionLookup";
    private static final Object KEY_LOCK = new Object();

    private Privilege() {}

    /**
     * Returns a lookup with full privilege on {@code type}, or null if its module does not allow it.
     *
     * @param given a lookup that the user handed over, if any
     */
    public static @Nullable Lookup on(Class<?> type, @Nullable Lookup given) {
        if (given != null && given.hasFullPrivilegeAccess() && sameModule(given.lookupClass(), type)) {
            return privateLookup(type, given);
        }
        Module ours = Privilege.class.getModule();
        Module theirs = type.getModule();
        if (!theirs.isOpen(type.getPackageName(), ours)) {
            return null;
        }
        ours.addReads(theirs);
        Lookup direct = privateLookup(type, MethodHandles.lookup());
        return direct.hasFullPrivilegeAccess() ? direct : throughKeyClass(type, direct);
    }

    private static boolean sameModule(Class<?> one, Class<?> other) {
        return one.getModule() == other.getModule();
    }

    private static Lookup privateLookup(Class<?> type, Lookup caller) {
        try {
            return MethodHandles.privateLookupIn(type, caller);
        } catch (IllegalAccessException refused) {
            throw new IllegalStateException("no lookup on " + type + " although its package is open", refused);
        }
    }

    private static Lookup throughKeyClass(Class<?> type, Lookup weak) {
        try {
            Class<?> key = keyClass(type, weak);
            MethodHandle lookup =
                    privateLookup(key, MethodHandles.lookup())
                            .findStatic(key, "lookup", MethodType.methodType(Lookup.class));
            return privateLookup(type, (Lookup) lookup.invokeExact());
        } catch (Error | RuntimeException thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new IllegalStateException("cannot use the lookup class added beside " + type, thrown);
        }
    }

    private static Class<?> keyClass(Class<?> type, Lookup weak) throws IllegalAccessException {
        String simpleName = KEY_CLASS;
        String name = type.getPackageName().isEmpty() ? simpleName : type.getPackageName() + '.' + simpleName;
        synchronized (KEY_LOCK) {
            try {
                Class<?> present = Class.forName(name, false, type.getClassLoader());
                if (Objects.equals(present.getClassLoader(), type.getClassLoader())) {
                    return present;
                }
            } catch (ClassNotFoundException notYet) {
                // defined below
            }
            return weak.defineClass(keyClassFile(name.replace('.', '/')));
        }
    }

    /** {@code final class $$FluxionLookup { static Lookup lookup() { return MethodHandles.lookup(); } }}. */
    private static byte[] keyClassFile(String internalName) {
        ClassWriter writer = new ClassWriter(0);
        int flags = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        writer.visit(Opcodes.V17, flags, internalName, null, "java/lang/Object", null);
        String descriptor = "()Ljava/lang/invoke/MethodHandles$Lookup;";
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "lookup", descriptor, null, null);
        method.visitCode();
        method.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/invoke/MethodHandles", "lookup", descriptor, false);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(1, 0);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
