package dev.fluxion.backend;

import dev.fluxion.ir.Program;
import dev.fluxion.ir.type.Type;

import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * What a backend is to compile into one class.
 *
 * @param host a lookup with full privilege on the class beside which the code is defined, as its nestmate
 * @param program the functions; those that no entry reaches may be left out
 * @param contract the public interface that instances implement, such as {@code dev.fluxion.DoubleArrayGradient}; a
 *     unit of shared functions only has {@code Object}
 * @param entries the interface's methods and the functions that they run
 * @param captures the storage types of the instance's final fields
 * @param sourceFile the file name that stack traces show
 * @param simpleName a name for the class, such as {@code Pricer$$Fluxion$path}, not yet unique
 * @param shared names of further functions to be had from {@link CompiledClass#function}: they run on their callers'
 *     tape
 * @param classData what the constants that {@code MethodHandles.classDataAt} bootstraps refer to by index: method
 *     handles on members that the host may not use itself. If not empty, the hidden class is defined with this list as
 *     its class data
 */
public record CompilationUnit(
        MethodHandles.Lookup host,
        Program program,
        Class<?> contract,
        List<Entry> entries,
        List<Type> captures,
        String sourceFile,
        String simpleName,
        List<String> shared,
        List<Object> classData) {

    /** Copies the lists in. */
    public CompilationUnit {
        entries = List.copyOf(entries);
        captures = List.copyOf(captures);
        shared = List.copyOf(shared);
        classData = List.copyOf(classData);
    }

    /** Makes a unit without shared functions. */
    public CompilationUnit(
            MethodHandles.Lookup host,
            Program program,
            Class<?> contract,
            List<Entry> entries,
            List<Type> captures,
            String sourceFile,
            String simpleName,
            List<Object> classData) {
        this(host, program, contract, entries, captures, sourceFile, simpleName, List.of(), classData);
    }

    /** Makes a unit without shared functions and class data. */
    public CompilationUnit(
            MethodHandles.Lookup host,
            Program program,
            Class<?> contract,
            List<Entry> entries,
            List<Type> captures,
            String sourceFile,
            String simpleName) {
        this(host, program, contract, entries, captures, sourceFile, simpleName, List.of(), List.of());
    }
}
