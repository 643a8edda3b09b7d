package dev.fluxion.backend.cpu;

import dev.fluxion.backend.CompiledClass;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/** A hidden class, alive as long as this or an instance of it is. */
final class DefinedClass implements CompiledClass {

    private static final MethodType CONSTRUCTOR = MethodType.methodType(void.class, Object[].class);
    private static final MethodType FACTORY = MethodType.methodType(Object.class, Object[].class);

    private final Class<?> type;
    private final MethodHandle constructor;
    private final byte[] bytecode;

    private DefinedClass(Class<?> type, MethodHandle constructor, byte[] bytecode) {
        this.type = type;
        this.constructor = constructor;
        this.bytecode = bytecode;
    }

    static DefinedClass define(MethodHandles.Lookup host, byte[] bytecode, List<Object> classData) {
        MethodHandles.Lookup.ClassOption nestmate = MethodHandles.Lookup.ClassOption.NESTMATE;
        try {
            MethodHandles.Lookup lookup =
                    classData.isEmpty()
                            ? host.defineHiddenClass(bytecode, false, nestmate)
                            : host.defineHiddenClassWithClassData(bytecode, classData, false, nestmate);
            MethodHandle constructor = lookup.findConstructor(lookup.lookupClass(), CONSTRUCTOR).asType(FACTORY);
            return new DefinedClass(lookup.lookupClass(), constructor, bytecode);
        } catch (IllegalAccessException | NoSuchMethodException e) {
            throw new IllegalArgumentException("not a lookup with full privilege: " + host, e);
        }
    }

    @Override
    public Object newInstance(Object[] captures) {
        try {
            return (Object) constructor.invokeExact(captures.clone());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException("the constructor throws no checked exception, but: " + e, e);
        }
    }

    @Override
    public Class<?> type() {
        return type;
    }

    @Override
    public byte[] bytecode() {
        return bytecode.clone();
    }
}
