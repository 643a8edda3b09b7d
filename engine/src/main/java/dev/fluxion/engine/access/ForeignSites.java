package dev.fluxion.engine.access;

import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.type.Type;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * Links the {@code invokedynamic} sites of other classes with those classes' own rights: lambdas with private bodies,
 * patterns and text over types that are not accessible elsewhere.
 */
final class ForeignSites {

    private static final int STATIC = 6;
    private static final int SPECIAL = 7;
    private static final int CONSTRUCTOR = 8;

    private final ForeignTypes types;
    private final Rights rights;

    ForeignSites(Rights rights) {
        this.rights = rights;
        this.types = new ForeignTypes(rights);
    }

    /** Returns what calls the linked site. */
    MethodHandle link(Bootstrap site, Lookup lookup) throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>();
        arguments.add(lookup);
        arguments.add(site.name());
        arguments.add(methodType(site.descriptor()));
        for (Object argument : site.arguments()) {
            arguments.add(argument(argument, lookup));
        }
        try {
            CallSite linked = (CallSite) handle(site.method(), lookup).invokeWithArguments(arguments);
            return linked.dynamicInvoker();
        } catch (Error | RuntimeException | ReflectiveOperationException thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new IllegalStateException("the call site of " + site.name() + " cannot be linked", thrown);
        }
    }

    private Object argument(Object argument, Lookup lookup) throws ReflectiveOperationException {
        return switch (argument) {
            case Type type -> types.loaded(type);
            case HandleRef handle -> handle(handle, lookup);
            case Bootstrap.MethodTypeRef type -> methodType(type.descriptor());
            case Bootstrap constant -> constant(constant, lookup);
            default -> argument; // numbers and strings
        };
    }

    private Object constant(Bootstrap constant, Lookup lookup) throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>();
        arguments.add(lookup);
        arguments.add(constant.name());
        arguments.add(types.loaded(Type.of(constant.descriptor())));
        for (Object argument : constant.arguments()) {
            arguments.add(argument(argument, lookup));
        }
        try {
            return handle(constant.method(), lookup).invokeWithArguments(arguments);
        } catch (Error | RuntimeException | ReflectiveOperationException thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new IllegalStateException("the constant " + constant.name() + " cannot be made", thrown);
        }
    }

    private MethodHandle handle(HandleRef handle, Lookup lookup) throws ReflectiveOperationException {
        Class<?> owner = rights.find(handle.owner());
        if (owner == null) {
            throw new ClassNotFoundException(handle.owner());
        }
        if (handle.tag() < Passages.FIRST_METHOD_TAG) {
            Class<?> type = types.loaded(Type.of(handle.descriptor()));
            return switch (handle.tag()) {
                case 1 -> lookup.findGetter(owner, handle.name(), type);
                case 2 -> lookup.findStaticGetter(owner, handle.name(), type);
                case 3 -> lookup.findSetter(owner, handle.name(), type);
                default -> lookup.findStaticSetter(owner, handle.name(), type);
            };
        }
        MethodType type = methodType(handle.descriptor());
        return switch (handle.tag()) {
            case STATIC -> lookup.findStatic(owner, handle.name(), type);
            case SPECIAL -> lookup.findSpecial(owner, handle.name(), type, lookup.lookupClass());
            case CONSTRUCTOR -> lookup.findConstructor(owner, type);
            default -> lookup.findVirtual(owner, handle.name(), type);
        };
    }

    private MethodType methodType(String descriptor) {
        return MethodType.fromMethodDescriptorString(descriptor, rights.loader());
    }
}
