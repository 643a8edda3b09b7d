package dev.fluxion.cli.catalog;

import dev.fluxion.backend.BackendModule;
import dev.fluxion.spi.Discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The backends, the preferred one first. */
public final class BackendCatalog {

    /**
     * A backend.
     *
     * @param name its name
     * @param priority how much it is preferred
     * @param module where it comes from
     */
    public record Entry(String name, int priority, String module) {}

    private BackendCatalog() {}

    /** Returns the backends, highest priority first, by name among equals. */
    public static List<Entry> read() {
        List<Entry> entries = new ArrayList<>();
        ClassLoader own = BackendCatalog.class.getClassLoader();
        Discovery.each(
                ServiceLoader.load(BackendModule.class, own),
                BackendModule.class,
                own,
                backend -> entries.add(entry(backend)),
                (name, failure) -> {}); // the engine, which makes the backends, logs it
        entries.sort(Comparator.comparingInt(Entry::priority).reversed().thenComparing(Entry::name));
        return entries;
    }

    private static Entry entry(BackendModule backend) {
        Module module = backend.getClass().getModule();
        return new Entry(
                backend.backendName(),
                backend.priority(),
                module.isNamed() ? module.getName() : backend.getClass().getName());
    }
}
