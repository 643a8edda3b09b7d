package dev.fluxion.cli.catalog;

import dev.fluxion.backend.BackendModule;

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
        for (BackendModule backend : ServiceLoader.load(BackendModule.class, BackendCatalog.class.getClassLoader())) {
            Module module = backend.getClass().getModule();
            entries.add(
                    new Entry(
                            backend.backendName(),
                            backend.priority(),
                            module.isNamed() ? module.getName() : backend.getClass().getName()));
        }
        entries.sort(Comparator.comparingInt(Entry::priority).reversed().thenComparing(Entry::name));
        return entries;
    }
}
