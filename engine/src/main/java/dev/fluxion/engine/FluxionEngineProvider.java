package dev.fluxion.engine;

import dev.fluxion.engine.listing.RuleInventory;
import dev.fluxion.spi.Engine;
import dev.fluxion.spi.EngineProvider;
import dev.fluxion.spi.Options;
import dev.fluxion.spi.RuleLister;

/** Makes engines for the facade; found by ServiceLoader. */
public final class FluxionEngineProvider implements EngineProvider {

    /** Called by ServiceLoader. */
    public FluxionEngineProvider() {}

    @Override
    public Engine create(Options options) {
        return new FluxionEngine(options);
    }

    @Override
    public RuleLister rules() {
        return RuleInventory.read();
    }
}
