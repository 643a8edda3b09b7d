package dev.fluxion.testkit.program;

import org.jspecify.annotations.Nullable;

import java.io.Serializable;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A method as a function object, as a method reference would make it; serializable, so that it tells what it calls. */
public interface Invocation extends Serializable {

    /** The most arguments that the method may have, the receiver counted. */
    int MOST = 5;

    /** Of one argument. */
    interface Of1 extends Invocation {
        /** Calls the method. */
        @Nullable Object call(@Nullable Object a);
    }

    /** Of two arguments. */
    interface Of2 extends Invocation {
        /** Calls the method. */
        @Nullable Object call(@Nullable Object a, @Nullable Object b);
    }

    /** Of three arguments. */
    interface Of3 extends Invocation {
        /** Calls the method. */
        @Nullable Object call(@Nullable Object a, @Nullable Object b, @Nullable Object c);
    }

    /** Of four arguments. */
    interface Of4 extends Invocation {
        /** Calls the method. */
        @Nullable Object call(@Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d);
    }

    /** Of five arguments. */
    interface Of5 extends Invocation {
        /** Calls the method. */
        @Nullable Object call(
                @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d, @Nullable Object e);
    }

    /** Of one argument, without a value. */
    interface Void1 extends Invocation {
        /** Calls the method. */
        void call(@Nullable Object a);
    }

    /** Of two arguments, without a value. */
    interface Void2 extends Invocation {
        /** Calls the method. */
        void call(@Nullable Object a, @Nullable Object b);
    }

    /** Of three arguments, without a value. */
    interface Void3 extends Invocation {
        /** Calls the method. */
        void call(@Nullable Object a, @Nullable Object b, @Nullable Object c);
    }

    /** Of four arguments, without a value. */
    interface Void4 extends Invocation {
        /** Calls the method. */
        void call(@Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d);
    }

    /** Of five arguments, without a value. */
    interface Void5 extends Invocation {
        /** Calls the method. */
        void call(@Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d, @Nullable Object e);
    }

    /**
     * Returns the one of a method.
     *
     * @param method of at most {@link #MOST} arguments
     * @param lookup with the rights of the method's class
     * @throws IllegalAccessException if these are not enough
     */
    static Invocation of(Method method, MethodHandles.Lookup lookup) throws IllegalAccessException {
        ConcurrentMap<Method, Invocation> made = Made.OF.get(method.getDeclaringClass());
        Invocation known = made.get(method);
        if (known == null) {
            known = make(method, lookup);
            made.put(method, known);
        }
        return known;
    }

    /** Those that have been made: a derivative belongs to the class of a function object. */
    final class Made {
        private static final ClassValue<ConcurrentMap<Method, Invocation>> OF =
                new ClassValue<>() {
                    @Override
                    protected ConcurrentMap<Method, Invocation> computeValue(Class<?> type) {
                        return new ConcurrentHashMap<>();
                    }
                };

        private Made() {}
    }

    private static Invocation make(Method method, MethodHandles.Lookup lookup) throws IllegalAccessException {
        MethodHandle handle = lookup.unreflect(method);
        boolean isVoid = handle.type().returnType() == void.class;
        MethodType erased = handle.type().generic();
        MethodType boxed = handle.type().wrap();
        try {
            Object made =
                    LambdaMetafactory.altMetafactory(
                                    lookup,
                                    "call",
                                    MethodType.methodType(type(handle.type().parameterCount(), isVoid)),
                                    isVoid ? erased.changeReturnType(void.class) : erased,
                                    handle,
                                    isVoid ? boxed.changeReturnType(void.class) : boxed,
                                    LambdaMetafactory.FLAG_SERIALIZABLE)
                            .getTarget()
                            .invoke();
            return (Invocation) made;
        } catch (LambdaConversionException e) {
            throw new IllegalArgumentException("no function object calls " + method, e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<? extends Invocation> type(int arguments, boolean isVoid) {
        return switch (arguments) {
            case 1 -> isVoid ? Void1.class : Of1.class;
            case 2 -> isVoid ? Void2.class : Of2.class;
            case 3 -> isVoid ? Void3.class : Of3.class;
            case 4 -> isVoid ? Void4.class : Of4.class;
            case 5 -> isVoid ? Void5.class : Of5.class;
            default -> throw new IllegalArgumentException(arguments + " arguments");
        };
    }

    /** Calls the method. */
    static @Nullable Object call(Invocation method, @Nullable Object[] a) {
        return switch (method) {
            case Of1 f -> f.call(a[0]);
            case Of2 f -> f.call(a[0], a[1]);
            case Of3 f -> f.call(a[0], a[1], a[2]);
            case Of4 f -> f.call(a[0], a[1], a[2], a[3]);
            case Of5 f -> f.call(a[0], a[1], a[2], a[3], a[4]);
            case Void1 f -> {
                f.call(a[0]);
                yield null;
            }
            case Void2 f -> {
                f.call(a[0], a[1]);
                yield null;
            }
            case Void3 f -> {
                f.call(a[0], a[1], a[2]);
                yield null;
            }
            case Void4 f -> {
                f.call(a[0], a[1], a[2], a[3]);
                yield null;
            }
            case Void5 f -> {
                f.call(a[0], a[1], a[2], a[3], a[4]);
                yield null;
            }
            default -> throw new IllegalArgumentException("not made here: " + method);
        };
    }
}
