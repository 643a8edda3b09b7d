/** Lowers IR to scalar JVM bytecode. */
module dev.fluxion.backend.cpu {
    requires com.google.common;
    requires com.google.guice;
    requires dev.fluxion.api;
    requires org.objectweb.asm;
    requires static org.jspecify;

    provides dev.fluxion.backend.BackendModule with
            dev.fluxion.backend.cpu.CpuBackendModule;
}
