package dev.fluxion.spi;

/** Makes engines; found by ServiceLoader. */
public interface EngineProvider {

    /**
     * Makes an engine.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if no backend has the name asked for, or if rules clash
     *     or do not fit
     */
    Engine create(Options options);

    /** Looks for rules, and returns what an engine without further ones would do with them. */
    RuleLister rules();
}
