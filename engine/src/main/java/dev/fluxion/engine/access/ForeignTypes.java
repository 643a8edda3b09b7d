package dev.fluxion.engine.access;

import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.Type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;

/** Method handles that do what {@code instanceof}, casts and {@code new T[n]} do, for types that code may not name. */
final class ForeignTypes {

    private final Rights rights;

    ForeignTypes(Rights rights) {
        this.rights = rights;
    }

    /** Returns a handle of {@code (Object) -> boolean}. */
    MethodHandle test(Op.InstanceOf test) throws ReflectiveOperationException {
        return MethodHandles.publicLookup()
                .findVirtual(Class.class, "isInstance", MethodType.methodType(boolean.class, Object.class))
                .bindTo(loaded(test.type()));
    }

    /** Returns a handle of {@code (Object) -> T}. */
    MethodHandle cast(Op.CheckCast cast) {
        Class<?> type = loaded(cast.type());
        return MethodHandles.identity(type).asType(MethodType.methodType(type, Object.class));
    }

    /** Returns a handle of {@code (int...) -> T[]}. */
    MethodHandle allocation(Op.NewArray array) throws ReflectiveOperationException {
        Class<?> type = loaded(array.type());
        int dimensions = array.lengths().size();
        if (dimensions == 1) {
            return MethodHandles.arrayConstructor(type);
        }
        Type element = array.type();
        for (int i = 0; i < dimensions; i++) {
            element = ((ArrayType) element).element();
        }
        MethodHandle make =
                MethodHandles.publicLookup()
                        .findStatic(
                                Array.class,
                                "newInstance",
                                MethodType.methodType(Object.class, Class.class, int[].class));
        return make.bindTo(loaded(element))
                .asCollector(int[].class, dimensions)
                .asType(MethodType.genericMethodType(0).changeReturnType(type).appendParameterTypes(ints(dimensions)));
    }

    private static Class<?>[] ints(int count) {
        Class<?>[] types = new Class<?>[count];
        java.util.Arrays.fill(types, int.class);
        return types;
    }

    /** Returns the class of a type, which need not be accessible. */
    Class<?> loaded(Type type) {
        return MethodType.fromMethodDescriptorString("()" + type.descriptor(), rights.loader()).returnType();
    }
}
