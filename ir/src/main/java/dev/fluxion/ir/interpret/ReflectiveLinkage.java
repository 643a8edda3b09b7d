package dev.fluxion.ir.interpret;

import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * Links by Java's own lookup: names are those that a class loader knows, rights are those of a class, and of the other
 * classes that it may look into.
 */
public final class ReflectiveLinkage implements Linkage {

    private final Lookup lookup;
    private final @Nullable ClassLoader loader;

    /** Links with the rights and the class loader of the lookup's class. */
    public ReflectiveLinkage(Lookup lookup) {
        this(lookup, lookup.lookupClass().getClassLoader());
    }

    /** Links with the rights of the lookup's class, and names that the loader knows. */
    public ReflectiveLinkage(Lookup lookup, @Nullable ClassLoader loader) {
        this.lookup = lookup;
        this.loader = loader;
    }

    /** Something that is looked up with some rights. */
    private interface Search {
        MethodHandle find(Lookup rights) throws ReflectiveOperationException;
    }

    @Override
    public Class<?> type(Type type) {
        try {
            return MethodType.fromMethodDescriptorString("()" + type.descriptor(), loader).returnType();
        } catch (TypeNotPresentException absent) {
            throw new InterpretationException("no class " + type, absent);
        }
    }

    private Class<?> owner(String name) {
        return type(name.startsWith("[") ? Type.of(name) : new ClassType(name));
    }

    private MethodType methodType(String descriptor) {
        try {
            return MethodType.fromMethodDescriptorString(descriptor, loader);
        } catch (TypeNotPresentException absent) {
            throw new InterpretationException("no class for a part of " + descriptor, absent);
        }
    }

    @Override
    public MethodHandle getter(FieldRef field, boolean isStatic) {
        Class<?> owner = owner(field.owner());
        Class<?> type = type(field.type());
        return link(
                field,
                owner,
                rights ->
                        isStatic
                                ? rights.findStaticGetter(owner, field.name(), type)
                                : rights.findGetter(owner, field.name(), type));
    }

    @Override
    public MethodHandle setter(FieldRef field, boolean isStatic) {
        Class<?> owner = owner(field.owner());
        Class<?> type = type(field.type());
        return link(
                field,
                owner,
                rights ->
                        isStatic
                                ? rights.findStaticSetter(owner, field.name(), type)
                                : rights.findSetter(owner, field.name(), type));
    }

    @Override
    public MethodHandle method(InvokeKind kind, MethodRef method) {
        Class<?> owner = owner(method.owner());
        MethodType type = methodType(method.descriptor());
        return switch (kind) {
            case STATIC -> link(method, owner, rights -> rights.findStatic(owner, method.name(), type));
            case VIRTUAL, INTERFACE -> link(method, owner, rights -> rights.findVirtual(owner, method.name(), type));
            case SPECIAL ->
                    link(method, owner, rights -> rights.findSpecial(owner, method.name(), type, rights.lookupClass()));
        };
    }

    @Override
    public MethodHandle constructor(MethodRef constructor) {
        Class<?> owner = owner(constructor.owner());
        MethodType type = methodType(constructor.descriptor());
        return link(constructor, owner, rights -> rights.findConstructor(owner, type));
    }

    @Override
    public MethodHandle handle(HandleRef handle) {
        return switch (handle.tag()) {
            case 1 -> getter(field(handle), false);
            case 2 -> getter(field(handle), true);
            case 3 -> setter(field(handle), false);
            case 4 -> setter(field(handle), true);
            case 5 -> method(InvokeKind.VIRTUAL, handle.method());
            case 6 -> method(InvokeKind.STATIC, handle.method());
            case 7 -> method(InvokeKind.SPECIAL, handle.method());
            case 8 -> constructor(handle.method());
            case 9 -> method(InvokeKind.INTERFACE, handle.method());
            default -> throw new InterpretationException("no kind of method handle: " + handle);
        };
    }

    private static FieldRef field(HandleRef handle) {
        return new FieldRef(handle.owner(), handle.name(), Type.of(handle.descriptor()));
    }

    @Override
    public MethodHandle site(Bootstrap site) throws Throwable {
        Object made = run(site, methodType(site.descriptor()));
        if (made instanceof CallSite linked) {
            return linked.dynamicInvoker();
        }
        throw new InterpretationException("the bootstrap method of " + site.name() + " made no call site");
    }

    @Override
    public @Nullable Object constant(Bootstrap constant) throws Throwable {
        return run(constant, type(Type.of(constant.descriptor())));
    }

    private @Nullable Object run(Bootstrap bootstrap, Object type) throws Throwable {
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(lookup);
        arguments.add(bootstrap.name());
        arguments.add(type);
        for (Object argument : bootstrap.arguments()) {
            arguments.add(
                    switch (argument) {
                        case Type literal -> type(literal);
                        case HandleRef handle -> handle(handle);
                        case Bootstrap.MethodTypeRef(String descriptor) -> methodType(descriptor);
                        case Bootstrap nested -> constant(nested);
                        default -> argument;
                    });
        }
        return handle(bootstrap.method()).invokeWithArguments(arguments);
    }

    /** Tries the caller's rights, then those of the owner if the caller may have them. */
    private MethodHandle link(Object symbol, Class<?> owner, Search search) {
        try {
            return search.find(lookup);
        } catch (ReflectiveOperationException refused) {
            try {
                return search.find(MethodHandles.privateLookupIn(owner, lookup));
            } catch (ReflectiveOperationException | IllegalArgumentException alsoRefused) {
                throw new InterpretationException("cannot link " + symbol + ": " + refused.getMessage(), refused);
            }
        }
    }
}
