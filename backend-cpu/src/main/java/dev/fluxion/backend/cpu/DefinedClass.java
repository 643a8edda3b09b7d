package dev.fluxion.backend.cpu;

import dev.fluxion.backend.CompilationUnit;
import dev.fluxion.backend.CompiledClass;
import dev.fluxion.runtime.Tape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A hidden class, alive as long as this or an instance of it is. */
final class DefinedClass implements CompiledClass {

    private static final MethodType CONSTRUCTOR = MethodType.methodType(void.class, Object[].class);
    private static final MethodType FACTORY = MethodType.methodType(Object.class, Object[].class);

    private final Class<?> type;
    private final MethodHandle constructor;
    private final Map<String, MethodHandle> shared;
    private final byte[] bytecode;

    private DefinedClass(Class<?> type, MethodHandle constructor, Map<String, MethodHandle> shared, byte[] bytecode) {
        this.type = type;
        this.constructor = constructor;
        this.shared = shared;
        this.bytecode = bytecode;
    }

    static DefinedClass define(CompilationUnit unit, UnitWriter.Written written) {
        MethodHandles.Lookup host = unit.host();
        List<Object> classData = unit.classData();
        byte[] bytecode = written.bytecode();
        MethodHandles.Lookup.ClassOption nestmate = MethodHandles.Lookup.ClassOption.NESTMATE;
        try {
            MethodHandles.Lookup lookup =
                    classData.isEmpty()
                            ? host.defineHiddenClass(bytecode, false, nestmate)
                            : host.defineHiddenClassWithClassData(bytecode, classData, false, nestmate);
            MethodHandle constructor = lookup.findConstructor(lookup.lookupClass(), CONSTRUCTOR).asType(FACTORY);
            Map<String, MethodHandle> shared = new LinkedHashMap<>();
            for (String function : unit.shared()) {
                shared.put(function, find(written.method(function), lookup));
            }
            return new DefinedClass(lookup.lookupClass(), constructor, shared, bytecode);
        } catch (IllegalAccessException | NoSuchMethodException e) {
            throw new IllegalArgumentException("not a lookup with full privilege: " + host, e);
        }
    }

    /** A function that does not use the tape takes one all the same. */
    private static MethodHandle find(UnitWriter.Method method, MethodHandles.Lookup lookup)
            throws IllegalAccessException, NoSuchMethodException {
        Class<?> type = lookup.lookupClass();
        MethodType methodType = MethodType.fromMethodDescriptorString(method.descriptor(), type.getClassLoader());
        MethodHandle handle = lookup.findStatic(type, method.name(), methodType);
        return method.takesTape()
                ? handle
                : MethodHandles.dropArguments(handle, methodType.parameterCount(), Tape.class);
    }

    @Override
    public MethodHandle function(String name) {
        MethodHandle found = shared.get(name);
        if (found == null) {
            throw new IllegalArgumentException("not a shared function: " + name);
        }
        return found;
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
