package dev.fluxion.backend.cpu;

import com.google.inject.Binder;
import com.google.inject.Module;
import com.google.inject.name.Names;

import dev.fluxion.backend.Backend;
import dev.fluxion.backend.BackendModule;

/** Announces the backend {@code cpu} to ServiceLoader and binds it, by that name, in Guice. */
public final class CpuBackendModule implements BackendModule, Module {

    /** Called by ServiceLoader. */
    public CpuBackendModule() {}

    @Override
    public String backendName() {
        return CpuBackend.NAME;
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public void configure(Binder binder) {
        binder.bind(Backend.class).annotatedWith(Names.named(CpuBackend.NAME)).toInstance(new CpuBackend());
    }
}
