package dev.fluxion.engine.rule;

import dev.fluxion.rule.RuleProvider;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the rule classes. A provider that fails is reported and left out; the others are not its victims. */
final class RuleProviders {

    private RuleProviders() {}

    /**
     * Returns the rule classes of all providers on the module path and class path, and of further ones.
     *
     * @param further providers that the user handed over
     */
    static List<Class<?>> ruleClasses(List<RuleProvider> further) {
        Map<Class<?>, RuleProvider> providers = new LinkedHashMap<>();
        ClassLoader own = RuleProviders.class.getClassLoader();
        collect(ServiceLoader.load(RuleProvider.class, own), providers);
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != null && context != own && context != ClassLoader.getSystemClassLoader()) {
            collect(ServiceLoader.load(RuleProvider.class, context), providers);
        }
        for (RuleProvider provider : further) {
            providers.put(provider.getClass(), provider);
        }
        List<Class<?>> classes = new ArrayList<>();
        for (RuleProvider provider : providers.values()) {
            for (Class<?> ruleClass : ruleClasses(provider)) {
                if (!classes.contains(ruleClass)) {
                    classes.add(ruleClass);
                }
            }
        }
        return classes;
    }

    private static void collect(ServiceLoader<RuleProvider> loader, Map<Class<?>, RuleProvider> providers) {
        Iterator<RuleProvider> iterator = loader.iterator();
        while (true) {
            try {
                if (!iterator.hasNext()) {
                    return;
                }
                RuleProvider provider = iterator.next();
                providers.putIfAbsent(provider.getClass(), provider);
            } catch (ServiceConfigurationError broken) {
                report("a rule provider is left out", broken);
            }
        }
    }

    private static List<Class<?>> ruleClasses(RuleProvider provider) {
        try {
            return provider.ruleClasses();
        } catch (RuntimeException | LinkageError broken) {
            report("the rules of " + provider.getClass().getName() + " are left out", broken);
            return List.of();
        }
    }

    private static void report(String message, @Nullable Throwable cause) {
        System.getLogger("dev.fluxion.rules").log(System.Logger.Level.WARNING, message, cause);
    }
}
