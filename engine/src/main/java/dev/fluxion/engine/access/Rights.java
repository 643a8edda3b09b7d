package dev.fluxion.engine.access;

import dev.fluxion.engine.access.MemberTable.Member;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What code defined beside one class may name: the JVM's access rules (JVMS 5.4.4) for a nestmate that is no subclass
 * of anything. Names are resolved by the host's class loader. Not thread safe.
 */
public final class Rights {

    private final Class<?> host;
    private final Map<String, @Nullable Class<?>> classes = new HashMap<>();

    /** Makes the rights of code beside {@code host}. */
    public Rights(Class<?> host) {
        this.host = host;
    }

    /** Returns the loader that resolves names in the host's code. */
    @Nullable ClassLoader loader() {
        return host.getClassLoader();
    }

    /** Returns the class that the host's loader finds under an internal name, or null. */
    public @Nullable Class<?> find(String internalName) {
        if (!classes.containsKey(internalName)) {
            classes.put(internalName, load(internalName, host.getClassLoader()));
        }
        return classes.get(internalName);
    }

    /** Lets a name stand for a class that no loader finds: a hidden one. */
    public void define(String internalName, Class<?> type) {
        classes.put(internalName, type);
    }

    /** Returns the class that {@code loader} finds under an internal name or array descriptor, or null. */
    static @Nullable Class<?> load(String internalName, @Nullable ClassLoader loader) {
        try {
            return Class.forName(internalName.replace('/', '.'), false, loader);
        } catch (ClassNotFoundException | LinkageError notFound) {
            return null;
        }
    }

    /** Returns whether a type's name means the same class to the host's code as to that of {@code origin}. */
    public boolean agreesWith(Class<?> origin, Type type) {
        return switch (type) {
            case PrimitiveType primitive -> true;
            case ArrayType array -> agreesWith(origin, array.element());
            case ClassType named -> find(named.internalName()) == load(named.internalName(), origin.getClassLoader());
        };
    }

    /** Returns whether the host's loader finds the class of the type, or of its elements. */
    boolean isFound(Type type) {
        return switch (type) {
            case PrimitiveType primitive -> true;
            case ArrayType array -> isFound(array.element());
            case ClassType named -> find(named.internalName()) != null;
        };
    }

    /** Returns whether the host's code may name the type. */
    public boolean mayName(Type type) {
        return switch (type) {
            case PrimitiveType primitive -> true;
            case ArrayType array -> mayName(array.element());
            case ClassType named -> {
                Class<?> found = find(named.internalName());
                yield found != null && mayName(found);
            }
        };
    }

    /** Returns whether the host's code may name the class. */
    public boolean mayName(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        if (element.isHidden()) {
            return false;
        }
        if (element.isPrimitive() || samePackage(element)) {
            return true;
        }
        return isPublicToTheJvm(element)
                && host.getModule().canRead(element.getModule())
                && element.getModule().isExported(element.getPackageName(), host.getModule());
    }

    /** Returns whether the host's code may name all types of a method descriptor. */
    public boolean mayNameTypesOf(MethodRef method) {
        for (Type parameter : method.parameterTypes()) {
            if (!mayName(parameter)) {
                return false;
            }
        }
        return method.isVoid() || mayName(method.returnType());
    }

    /**
     * Returns whether the host's code may call the method as it stands; {@code super} calls never may. An abstract
     * method stands for what the receiver has, however it is called.
     */
    public boolean mayCall(InvokeKind kind, MethodRef method) {
        Class<?> owner = find(method.owner());
        if (owner == null || !mayName(owner)) {
            return false;
        }
        Member member = MemberTable.method(owner, method.name(), method.descriptor());
        if (member == null || !mayUse(member)) {
            return false;
        }
        return kind != InvokeKind.SPECIAL
                || method.name().equals("<init>")
                || Modifier.isPrivate(member.flags())
                || Modifier.isFinal(member.flags())
                || Modifier.isAbstract(member.flags())
                || Modifier.isFinal(owner.getModifiers());
    }

    /** Returns whether the host's code may read and write the field as it stands. */
    public boolean mayAccess(FieldRef field) {
        Class<?> owner = find(field.owner());
        if (owner == null || !mayName(owner)) {
            return false;
        }
        Member member = MemberTable.field(owner, field.name(), field.type().descriptor());
        return member != null && mayUse(member);
    }

    private boolean mayUse(Member member) {
        if (Modifier.isPublic(member.flags())) {
            return true;
        }
        if (Modifier.isPrivate(member.flags())) {
            return host.isNestmateOf(member.declaring());
        }
        // A nestmate of the host is no subclass of anything, so that protected means no more than package-private.
        return samePackage(member.declaring());
    }

    private boolean samePackage(Class<?> other) {
        return Objects.equals(other.getClassLoader(), host.getClassLoader())
                && other.getPackageName().equals(host.getPackageName());
    }

    /** Nested classes declared protected are public in the class file's own flags, private ones package-private. */
    private static boolean isPublicToTheJvm(Class<?> type) {
        int flags = type.getModifiers();
        return Modifier.isPublic(flags) || Modifier.isProtected(flags);
    }
}
