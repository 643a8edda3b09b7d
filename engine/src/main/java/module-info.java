/** The composition root: from a lambda to its compiled derivative. */
module dev.fluxion.engine {
    requires com.google.common;
    requires com.google.guice;
    requires dev.fluxion.api;
    requires dev.fluxion.frontend;
    requires dev.fluxion.transform;
    requires jakarta.inject;
    requires jdk.unsupported;
    requires org.objectweb.asm;
    requires static org.jspecify;

    uses dev.fluxion.backend.BackendModule;
    uses dev.fluxion.rule.RuleProvider;

    provides dev.fluxion.spi.EngineProvider with
            dev.fluxion.engine.FluxionEngineProvider;
}
