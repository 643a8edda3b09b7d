package dev.fluxion.engine.rule;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.RuleProvider;
import dev.fluxion.rule.TangentType;
import dev.fluxion.spi.Discovery;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Finds the rule classes. A provider that fails is reported and left out; the others are not its victims. */
final class RuleProviders {

    private final List<Class<?>> classes = new ArrayList<>();
    private final Map<Class<?>, List<? extends TangentType<?, ?>>> tangentTypes = new LinkedHashMap<>();

    private RuleProviders() {}

    /**
     * Returns what the providers on the module path and class path bring, as far as they can be used.
     *
     * @param omissions is told of the others
     */
    static RuleProviders found(Omissions omissions) {
        Map<Class<?>, RuleProvider> providers = new LinkedHashMap<>();
        ClassLoader own = RuleProviders.class.getClassLoader();
        collect(ServiceLoader.load(RuleProvider.class, own), own, providers, omissions);
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != null && !context.equals(own) && !context.equals(ClassLoader.getSystemClassLoader())) {
            collect(ServiceLoader.load(RuleProvider.class, context), context, providers, omissions);
        }
        RuleProviders found = new RuleProviders();
        for (RuleProvider provider : providers.values()) {
            try {
                found.add(provider);
            } catch (RuntimeException | LinkageError broken) {
                omissions.leaveOut(provider.getClass(), broken);
            }
        }
        return found;
    }

    /**
     * Returns what the given providers bring.
     *
     * @throws NotDifferentiableException if one of them cannot be used, with what it threw as its cause
     */
    static RuleProviders given(Collection<RuleProvider> providers) {
        RuleProviders given = new RuleProviders();
        for (RuleProvider provider : providers) {
            try {
                given.add(provider);
            } catch (RuntimeException | LinkageError broken) {
                throw new NotDifferentiableException(RuleOrigins.unusable(provider.getClass(), broken), broken);
            }
        }
        return given;
    }

    /** Returns the rule classes, each once, which can be taken from. */
    List<Class<?>> classes() {
        return classes;
    }

    /** Returns the tangents of all classes that these providers and further ones know, each provider once. */
    List<TangentType<?, ?>> tangentTypes(RuleProviders further) {
        Map<Class<?>, List<? extends TangentType<?, ?>>> all = new LinkedHashMap<>(tangentTypes);
        further.tangentTypes.forEach(all::putIfAbsent);
        List<TangentType<?, ?>> types = new ArrayList<>();
        all.values().forEach(types::addAll);
        return types;
    }

    /** Takes all that a provider brings, or nothing. */
    private void add(RuleProvider provider) {
        List<? extends Class<?>> ruleClasses = complete(provider.ruleClasses(), "ruleClasses()");
        List<? extends TangentType<?, ?>> types = complete(provider.tangentTypes(), "tangentTypes()");
        for (TangentType<?, ?> type : types) {
            requirePresent(type.primal(), "primal() of an element of tangentTypes()");
        }
        for (Class<?> ruleClass : ruleClasses) {
            if (!classes.contains(ruleClass)) {
                classes.add(ruleClass);
            }
        }
        tangentTypes.putIfAbsent(provider.getClass(), types);
    }

    private static <E> List<E> complete(@Nullable List<E> list, String what) {
        List<E> copy = new ArrayList<>(requirePresent(list, what));
        for (E element : copy) {
            requirePresent(element, "an element of " + what);
        }
        return copy;
    }

    private static <T> T requirePresent(@Nullable T thing, String what) {
        if (thing == null) {
            throw new IllegalStateException(what + " is null");
        }
        return thing;
    }

    private static void collect(
            ServiceLoader<RuleProvider> found,
            ClassLoader loader,
            Map<Class<?>, RuleProvider> providers,
            Omissions omissions) {
        Discovery.each(
                found,
                RuleProvider.class,
                loader,
                provider -> providers.putIfAbsent(provider.getClass(), provider),
                (name, failure) ->
                        omissions.leaveOut(
                                name.isEmpty()
                                        ? "a provider of rules is left out"
                                        : "the provider of rules " + name + " is left out",
                                failure));
    }
}
