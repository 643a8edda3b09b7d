package dev.fluxion.cli.catalog;

import dev.fluxion.rule.RuleProvider;
import dev.fluxion.spi.Discovery;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;

/** The classes with rules, of all providers that can be used, and where they come from. */
final class RuleSources {

    private RuleSources() {}

    /**
     * Returns the classes with rules, each once.
     *
     * @param broken is told of each provider that fails
     */
    static Set<Class<?>> read(Consumer<String> broken) {
        Set<Class<?>> classes = new LinkedHashSet<>();
        for (RuleProvider provider : providers(broken)) {
            try {
                List<Class<?>> ruleClasses = new ArrayList<>();
                for (Class<?> each : provider.ruleClasses()) {
                    ruleClasses.add(Objects.requireNonNull(each, "an element of ruleClasses() is null"));
                }
                classes.addAll(ruleClasses);
            } catch (RuntimeException | LinkageError failure) {
                Class<?> type = provider.getClass();
                broken.accept("the rules of " + type.getName() + " (" + origin(type) + ") are left out: " + failure);
            }
        }
        return classes;
    }

    private static List<RuleProvider> providers(Consumer<String> broken) {
        List<RuleProvider> providers = new ArrayList<>();
        Set<Class<?>> seen = new LinkedHashSet<>();
        ClassLoader own = RuleSources.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        for (ClassLoader loader : context == null || context.equals(own) ? List.of(own) : List.of(own, context)) {
            Discovery.each(
                    ServiceLoader.load(RuleProvider.class, loader),
                    RuleProvider.class,
                    loader,
                    provider -> {
                        if (seen.add(provider.getClass())) {
                            providers.add(provider);
                        }
                    },
                    (name, failure) ->
                            broken.accept(
                                    (name.isEmpty() ? "a provider of rules" : "the provider of rules " + name)
                                            + " is left out: "
                                            + Discovery.reason(failure)));
        }
        return providers;
    }

    /** Returns the name of a class's module, or else of its jar or folder. */
    static String origin(Class<?> source) {
        Module module = source.getModule();
        CodeSource code = source.getProtectionDomain().getCodeSource();
        URL location = code == null ? null : code.getLocation();
        if (module.isNamed() || location == null) {
            return module.isNamed() ? module.getName() : "";
        }
        try {
            Path file = location.getProtocol().equals("file") ? Path.of(location.toURI()).getFileName() : null;
            return file == null ? location.toString() : file.toString();
        } catch (URISyntaxException unusual) {
            return location.toString();
        }
    }
}
