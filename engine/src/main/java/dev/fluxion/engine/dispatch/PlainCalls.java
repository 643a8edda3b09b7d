package dev.fluxion.engine.dispatch;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.access.Privilege;
import dev.fluxion.engine.code.Functions;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.runtime.Overrides;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A call through which no derivative flows, in the shape of one through which some may.
 *
 * @param call the call itself
 */
public record PlainCalls(MethodHandle call) {

    private static final MethodHandle CHECK;
    private static final MethodHandle KEEP;

    static {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            CHECK =
                    lookup.findStatic(
                            PlainCalls.class,
                            "check",
                            MethodType.methodType(Object.class, MethodRef.class, Object.class));
            KEEP =
                    lookup.findStatic(
                            PlainCalls.class, "keep", MethodType.methodType(void.class, Throwable.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /**
     * Returns the call of a method.
     *
     * @param owner the class or interface that the call names
     * @param given a lookup that the user handed over, if any
     */
    public static PlainCalls of(Class<?> owner, MethodRef called, MethodHandles.@Nullable Lookup given) {
        MethodType type = MethodType.fromMethodDescriptorString(called.descriptor(), owner.getClassLoader());
        try {
            return new PlainCalls(checked(handle(owner, called.name(), type, given), called));
        } catch (ReflectiveOperationException notPublic) {
            IllegalAccessError error = new IllegalAccessError(called + " is not accessible");
            error.initCause(notPublic);
            throw error;
        }
    }

    private static MethodHandle handle(
            Class<?> owner, String name, MethodType type, MethodHandles.@Nullable Lookup given)
            throws ReflectiveOperationException {
        MethodHandles.Lookup everyone = MethodHandles.publicLookup();
        try {
            return everyone.findVirtual(owner, name, type);
        } catch (IllegalAccessException notPublic) {
            MethodHandles.Lookup there = Privilege.on(owner, given);
            if (there == null) {
                throw notPublic;
            }
            return there.findVirtual(owner, name, type);
        }
    }

    /** Code of the JDK may be given its own collections only: others may compute when they are looked through. */
    private static MethodHandle checked(MethodHandle call, MethodRef called) {
        MethodHandle checked = call;
        for (int i = 1; i < call.type().parameterCount(); i++) {
            Class<?> parameter = call.type().parameterType(i);
            boolean isLookedThrough =
                    Iterable.class.isAssignableFrom(parameter)
                            || Map.class.isAssignableFrom(parameter)
                            || Iterator.class.isAssignableFrom(parameter);
            if (isLookedThrough) {
                MethodHandle check =
                        MethodHandles.insertArguments(CHECK, 0, called)
                                .asType(MethodType.methodType(parameter, parameter));
                checked = MethodHandles.filterArguments(checked, i, check);
            }
        }
        return checked;
    }

    @SuppressWarnings("unused") // called through its handle
    private static @Nullable Object check(MethodRef called, @Nullable Object argument) {
        Overrides.check(argument, called.display());
        return argument;
    }

    /**
     * Returns a half of the derivative: the call itself, or nothing but zeros.
     *
     * @param sweep which half, see {@link dev.fluxion.runtime.DynamicCall}
     * @param isCaught whether it gives its exception back
     * @param type the type wanted
     */
    public MethodHandle half(String sweep, boolean isCaught, MethodType type) {
        if (sweep.indexOf('R') >= 0) {
            return MethodHandles.dropArguments(MethodHandles.zero(type.returnType()), 0, type.parameterList());
        }
        MethodHandle primal = isCaught ? caught() : call;
        int own = primal.type().parameterCount();
        List<Class<?>> further = type.parameterList().subList(own, type.parameterCount());
        return MethodHandles.dropArguments(primal, own, further).asType(type);
    }

    /** Returns the call with one more argument, where it puts its exception. */
    private MethodHandle caught() {
        int own = call.type().parameterCount();
        Class<?> result = call.type().returnType();
        MethodHandle zero = MethodHandles.dropArguments(MethodHandles.zero(result), 0, Throwable.class, Object.class);
        MethodHandle kept = MethodHandles.foldArguments(zero, KEEP);
        MethodType all = call.type().appendParameterTypes(Object.class).insertParameterTypes(0, Throwable.class);
        return MethodHandles.catchException(
                MethodHandles.dropArguments(call, own, Object.class),
                Throwable.class,
                MethodHandles.permuteArguments(kept, all, 0, own + 1));
    }

    @SuppressWarnings("unused") // called through its handle
    private static void keep(Throwable thrown, Object into) {
        if (thrown instanceof NotDifferentiableException refused) {
            throw refused;
        }
        ((Object[]) into)[0] = thrown;
    }

    /**
     * Returns whether a method that nothing is known of may take numbers away or bring some back, or run a function
     * that does.
     */
    public static boolean mayCarryNumbers(Class<?> owner, MethodRef called) {
        MethodType methodType = MethodType.fromMethodDescriptorString(called.descriptor(), owner.getClassLoader());
        for (Class<?> parameter : methodType.parameterList()) {
            if (Functions.isFunction(parameter)) {
                return true;
            }
        }
        for (Type type : called.parameterTypes()) {
            if (type.isFloating() || type instanceof ArrayType array && array.element().isFloating()) {
                return true;
            }
        }
        return !called.isVoid()
                && (called.returnType().isFloating()
                        || called.returnType().isReference()
                                && !called.returnType().descriptor().equals("Ljava/lang/String;"));
    }
}
