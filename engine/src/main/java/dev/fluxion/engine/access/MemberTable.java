package dev.fluxion.engine.access;

import dev.fluxion.frontend.ClassFile;
import dev.fluxion.ir.symbol.FieldRef;

import org.jspecify.annotations.Nullable;

import java.lang.ref.SoftReference;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The members that a class declares, with their access flags, read from its class file. Unlike reflection this loads no
 * other class, so that a member that mentions a missing library does no harm. The JDK's own classes need no such care.
 */
public final class MemberTable {

    private static final ClassValue<SoftCell> CELLS =
            new ClassValue<>() {
                @Override
                protected SoftCell computeValue(Class<?> type) {
                    return new SoftCell();
                }
            };

    private static final MemberTable EMPTY = new MemberTable();

    private final Map<String, Integer> methods = new HashMap<>();
    private final Map<String, Integer> fields = new HashMap<>();

    private MemberTable() {}

    private MemberTable(ClassFile file) {
        for (ClassFile.Method method : file.methods()) {
            methods.put(method.name() + method.descriptor(), method.access());
        }
        for (ClassFile.Field field : file.fields()) {
            FieldRef reference = field.reference();
            fields.put(reference.name() + ':' + reference.type().descriptor(), field.access());
        }
    }

    /** A declared member: the class that declares it and its flags, as in {@link Modifier}. */
    public record Member(Class<?> declaring, int flags) {}

    /** Returns the method that a reference to {@code owner.name(descriptor)} resolves to (JVMS 5.4.3.3), or null. */
    public static @Nullable Member method(Class<?> owner, String name, String descriptor) {
        if (owner.isArray()) {
            return name.equals("clone") ? new Member(owner, Modifier.PUBLIC) : method(Object.class, name, descriptor);
        }
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            Member declared = declaredMethod(type, name, descriptor);
            if (declared != null) {
                return declared;
            }
        }
        if (JdkMembers.isSignaturePolymorphic(owner, name)) {
            return new Member(owner, Modifier.PUBLIC | Modifier.FINAL | Modifier.NATIVE);
        }
        Member inherited = inInterfaces(owner, name, descriptor);
        return inherited == null && owner.isInterface() ? method(Object.class, name, descriptor) : inherited;
    }

    /**
     * Returns whether a class, or one that it inherits from, declares a method of those parameters, whatever its
     * result.
     *
     * @param parameters the first part of the descriptor, {@code (D)}
     */
    public static boolean hasMethod(Class<?> owner, String name, String parameters) {
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            if (declaresMethod(type, name, parameters)) {
                return true;
            }
            for (Class<?> parent : type.getInterfaces()) {
                if (hasMethod(parent, name, parameters)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether a class has a method of that name, or inherits one; constructors are {@code <init>}. */
    public static boolean hasMethod(Class<?> owner, String name) {
        if (name.equals("<init>")) {
            return !owner.isInterface();
        }
        return hasMethod(owner, name, "(") || owner.isInterface() && hasMethod(Object.class, name, "(");
    }

    private static boolean declaresMethod(Class<?> type, String name, String parameters) {
        if (JdkMembers.hold(type)) {
            return JdkMembers.hasMethod(type, name, parameters);
        }
        for (String signature : of(type).methods.keySet()) {
            if (signature.startsWith(name + parameters)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the field that a reference to {@code owner.name} of that descriptor resolves to (JVMS 5.4.3.2), or null.
     */
    public static @Nullable Member field(Class<?> owner, String name, String descriptor) {
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            Member declared = declaredField(type, name, descriptor);
            if (declared != null) {
                return declared;
            }
            for (Class<?> parent : type.getInterfaces()) {
                Member inherited = field(parent, name, descriptor);
                if (inherited != null) {
                    return inherited;
                }
            }
        }
        return null;
    }

    /** The first method found in a superinterface, one with a body before one without. */
    private static @Nullable Member inInterfaces(Class<?> owner, String name, String descriptor) {
        Member withoutBody = null;
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            for (Class<?> parent : type.getInterfaces()) {
                Member declared = declaredMethod(parent, name, descriptor);
                Member found = declared == null ? inInterfaces(parent, name, descriptor) : declared;
                if (found != null && !Modifier.isAbstract(found.flags)) {
                    return found;
                }
                withoutBody = withoutBody == null ? found : withoutBody;
            }
        }
        return withoutBody;
    }

    /** Returns {@code name(parameters)result} of all methods and constructors that the class itself declares. */
    static Set<String> declaredMethods(Class<?> type) {
        return JdkMembers.hold(type) ? JdkMembers.methods(type) : Set.copyOf(of(type).methods.keySet());
    }

    /** Returns the method that the class itself declares, or null. */
    static @Nullable Member declaredMethod(Class<?> type, String name, String descriptor) {
        if (JdkMembers.hold(type)) {
            return JdkMembers.method(type, name, descriptor);
        }
        Integer flags = of(type).methods.get(name + descriptor);
        return flags == null ? null : new Member(type, flags);
    }

    private static @Nullable Member declaredField(Class<?> type, String name, String descriptor) {
        if (JdkMembers.hold(type) || type.isHidden()) {
            return JdkMembers.field(type, name, descriptor);
        }
        Integer flags = of(type).fields.get(name + ':' + descriptor);
        return flags == null ? null : new Member(type, flags);
    }

    private static MemberTable of(Class<?> type) {
        SoftCell cell = CELLS.get(type);
        MemberTable table = cell.reference.get();
        if (table == null) {
            ClassFile file = ClassFiles.of(type);
            table = file == null ? EMPTY : new MemberTable(file);
            cell.reference = new SoftReference<>(table);
        }
        return table;
    }

    private static final class SoftCell {
        private volatile SoftReference<@Nullable MemberTable> reference = new SoftReference<>(null);
    }
}
