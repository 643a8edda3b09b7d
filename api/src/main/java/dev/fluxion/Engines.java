package dev.fluxion;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.spi.Engine;
import dev.fluxion.spi.EngineProvider;
import dev.fluxion.spi.Options;

import java.util.Iterator;
import java.util.ServiceLoader;

/** Finds the engine. */
final class Engines {

    private Engines() {}

    /** Makes an engine by the first provider: beside this class, else as the current thread's class loader sees it. */
    static Engine create(Options options) {
        Iterator<EngineProvider> found =
                ServiceLoader.load(EngineProvider.class, Engines.class.getClassLoader()).iterator();
        if (!found.hasNext()) {
            found = ServiceLoader.load(EngineProvider.class).iterator();
        }
        if (!found.hasNext()) {
            throw new NotDifferentiableException(Refusals.noEngine());
        }
        return found.next().create(withProperties(options));
    }

    private static Options withProperties(Options options) {
        String backend = options.backend();
        Boolean checked = options.checkedRules();
        return new Options(
                backend == null ? System.getProperty("fluxion.backend") : backend,
                options.lookup(),
                options.rules(),
                checked == null ? Boolean.getBoolean("fluxion.rules.checked") : checked);
    }
}
