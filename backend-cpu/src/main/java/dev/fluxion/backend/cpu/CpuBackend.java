package dev.fluxion.backend.cpu;

import dev.fluxion.backend.Backend;
import dev.fluxion.backend.CompilationUnit;
import dev.fluxion.backend.CompiledClass;

/** Compiles to scalar JVM bytecode, in a hidden class that is a nestmate of the host. Has no state. */
public final class CpuBackend implements Backend {

    static final String NAME = "cpu";

    /** Makes the backend. */
    public CpuBackend() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CompiledClass compile(CompilationUnit unit) {
        return DefinedClass.define(unit, UnitWriter.write(unit));
    }
}
