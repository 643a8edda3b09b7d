package dev.fluxion.runtime;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.List;

/**
 * Makes the lambdas of emitted code, and knows afterwards what code they run: a lambda made there cannot be serialized,
 * so that it cannot be asked. What is known of a lambda's class lives and dies with it.
 */
public final class Closures {

    /** The internal name of this class, by which call sites name their bootstrap method. */
    public static final String NAME = "dev/fluxion/runtime/Closures";

    /** The name of the bootstrap method. */
    public static final String METHOD = "link";

    /** The descriptor of the bootstrap method. */
    public static final String DESCRIPTOR =
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                    + "Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;I[Ljava/lang/Object;)"
                    + "Ljava/lang/invoke/CallSite;";

    private static final int PLAIN_ARGUMENTS = 3;
    private static final MethodHandle FIRST;

    private static final ClassValue<Cell> CODES =
            new ClassValue<>() {
                @Override
                protected Cell computeValue(Class<?> type) {
                    return new Cell();
                }
            };

    static {
        try {
            FIRST =
                    MethodHandles.lookup()
                            .findVirtual(Site.class, "first", MethodType.methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Closures() {}

    /**
     * What a lambda's class runs.
     *
     * @param owner the class that declares the code
     * @param method the name of the method
     * @param descriptor its descriptor
     * @param kind how it is called, as the kinds of method handles are numbered
     * @param name the interface's method
     * @param captured the types of the captured values, kept in fields {@code arg$1} and so on
     * @param called the interface's method as it is declared
     * @param instantiated the interface's method as this lambda implements it
     */
    public record Code(
            Class<?> owner,
            String method,
            String descriptor,
            int kind,
            String name,
            List<Class<?>> captured,
            MethodType called,
            MethodType instantiated) {}

    /**
     * The bootstrap method of a call site that makes lambdas.
     *
     * @param caller the class that makes them
     * @param name the interface's method
     * @param type the captured values, and the interface
     * @param owner internal name of the class that declares the code
     * @param method the name of the method with the code
     * @param descriptor its descriptor
     * @param kind how it is called
     * @param arguments what {@link LambdaMetafactory} is given
     * @throws LambdaConversionException if it cannot make them
     * @throws ClassNotFoundException if the caller does not see the owner
     */
    public static CallSite link(
            Lookup caller,
            String name,
            MethodType type,
            String owner,
            String method,
            String descriptor,
            int kind,
            Object... arguments)
            throws LambdaConversionException, ClassNotFoundException {
        MethodType called = (MethodType) arguments[0];
        MethodType instantiated = (MethodType) arguments[2];
        CallSite site =
                arguments.length == PLAIN_ARGUMENTS
                        ? LambdaMetafactory.metafactory(
                                caller, name, type, called, (MethodHandle) arguments[1], instantiated)
                        : LambdaMetafactory.altMetafactory(caller, name, type, arguments);
        Class<?> declaring = Class.forName(owner.replace('/', '.'), false, caller.lookupClass().getClassLoader());
        Code code = new Code(declaring, method, descriptor, kind, name, type.parameterList(), called, instantiated);
        return new Site(site.getTarget(), code);
    }

    /** Returns what a lambda's class runs, or null if it is no lambda of emitted code. */
    public static @Nullable Code codeOf(Class<?> type) {
        return type.isHidden() ? CODES.get(type).code : null;
    }

    /** Notes the class of the first lambda, which is that of all that the site makes. */
    private static final class Site extends MutableCallSite {
        private final MethodHandle making;
        private final Code code;

        Site(MethodHandle making, Code code) {
            super(making.type());
            this.making = making;
            this.code = code;
            Class<?> type = making.type().returnType();
            MethodHandle first = FIRST.bindTo(this).asType(MethodType.methodType(type, type));
            setTarget(MethodHandles.filterReturnValue(making, first));
        }

        @SuppressWarnings("unused") // called through its handle
        Object first(Object lambda) {
            CODES.get(lambda.getClass()).code = code;
            setTarget(making);
            return lambda;
        }
    }

    private static final class Cell {
        private volatile @Nullable Code code;
    }
}
