package dev.fluxion.engine.rule;

import dev.fluxion.rule.RuleProvider;
import dev.fluxion.rule.TangentType;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/** Finds the rule classes. A provider that fails is reported and left out; the others are not its victims. */
final class RuleProviders {

    private RuleProviders() {}

    /** Returns the providers on the module path and class path. */
    static Collection<RuleProvider> found() {
        Map<Class<?>, RuleProvider> providers = new LinkedHashMap<>();
        ClassLoader own = RuleProviders.class.getClassLoader();
        collect(ServiceLoader.load(RuleProvider.class, own), providers);
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != null && !context.equals(own) && !context.equals(ClassLoader.getSystemClassLoader())) {
            collect(ServiceLoader.load(RuleProvider.class, context), providers);
        }
        return providers.values();
    }

    /** Returns the rule classes of the given providers, each once. */
    static List<Class<?>> ofProviders(Collection<RuleProvider> providers) {
        List<Class<?>> classes = new ArrayList<>();
        for (RuleProvider provider : providers) {
            for (Class<?> ruleClass : ruleClasses(provider)) {
                if (!classes.contains(ruleClass)) {
                    classes.add(ruleClass);
                }
            }
        }
        return classes;
    }

    /** Returns the tangents of all classes that the given providers know, each provider once. */
    static List<TangentType<?, ?>> tangentTypes(Collection<RuleProvider> providers) {
        List<TangentType<?, ?>> types = new ArrayList<>();
        Set<Class<?>> asked = new HashSet<>();
        for (RuleProvider provider : providers) {
            if (asked.add(provider.getClass())) {
                types.addAll(tangentTypes(provider));
            }
        }
        return types;
    }

    private static List<TangentType<?, ?>> tangentTypes(RuleProvider provider) {
        try {
            return provider.tangentTypes();
        } catch (RuntimeException | LinkageError broken) {
            RuleOrigins.leaveOut(provider.getClass(), broken);
            return List.of();
        }
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
                RuleOrigins.leaveOut("a provider of rules is left out", broken);
            }
        }
    }

    private static List<Class<?>> ruleClasses(RuleProvider provider) {
        try {
            return provider.ruleClasses();
        } catch (RuntimeException | LinkageError broken) {
            RuleOrigins.leaveOut(provider.getClass(), broken);
            return List.of();
        }
    }
}
