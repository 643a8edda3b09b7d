package dev.fluxion.spi;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Goes through the providers of a service such that one that cannot be used does not take the others down, and says
 * which one it is and which jar it came with.
 */
public final class Discovery {

    private static final int CAUSES = 8;

    private Discovery() {}

    /**
     * Hands over all providers that can be made.
     *
     * <pre>{@code
     * Discovery.each(
     *         ServiceLoader.load(RuleProvider.class, loader), RuleProvider.class, loader, providers::add,
     *         (name, failure) -> log("left out: " + name, failure));
     * }</pre>
     *
     * @param found the providers, looked for by the module that uses the service
     * @param service the service
     * @param loader the loader by which they are looked for; null for the system's
     * @param use takes each provider
     * @param broken takes the name and jar of each that fails, an empty text if that cannot be known, and what it threw
     */
    public static <S> void each(
            ServiceLoader<S> found,
            Class<S> service,
            @Nullable ClassLoader loader,
            Consumer<S> use,
            BiConsumer<String, Throwable> broken) {
        Iterator<S> iterator = found.iterator();
        while (true) {
            S provider;
            try {
                if (!iterator.hasNext()) {
                    return;
                }
                provider = iterator.next();
            } catch (ServiceConfigurationError | LinkageError failure) {
                broken.accept(culprit(service, loader, failure), failure);
                if (failure.getCause() instanceof IOException) {
                    return; // the files themselves cannot be listed, and would fail again
                }
                continue;
            }
            use.accept(provider);
        }
    }

    /** Returns what a failure and its causes say, for a message of one line. */
    public static String reason(Throwable failure) {
        StringBuilder text = new StringBuilder(failure.toString());
        Throwable cause = failure.getCause();
        for (int i = 0; i < CAUSES && cause != null; i++) {
            text.append(", caused by ").append(cause);
            cause = cause.getCause();
        }
        return text.toString();
    }

    /** Returns the provider's name with its jar: the one that the failure names, or that fails to load like that. */
    private static String culprit(Class<?> service, @Nullable ClassLoader loader, Throwable failure) {
        ClassLoader used = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        String message = String.valueOf(failure.getMessage());
        for (Map.Entry<String, String> each : announced(service, used).entrySet()) {
            String name = each.getKey();
            boolean isMeant =
                    failure instanceof ServiceConfigurationError ? names(message, name) : fails(name, used, failure);
            if (isMeant) {
                return each.getValue().isEmpty() ? name : name + " (" + each.getValue() + ")";
            }
        }
        return "";
    }

    private static boolean names(String message, String name) {
        for (int at = message.indexOf(name); at >= 0; at = message.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean starts = at == 0 || message.charAt(at - 1) == ' ';
            if (starts && (end == message.length() || message.charAt(end) == ' ')) {
                return true;
            }
        }
        return false;
    }

    private static boolean fails(String name, ClassLoader loader, Throwable like) {
        try {
            Class.forName(name, false, loader);
            return false;
        } catch (LinkageError failure) {
            return failure.toString().equals(like.toString());
        } catch (ClassNotFoundException otherwise) {
            return false;
        }
    }

    /** The names of all providers that modules and service files announce, with module and jar. */
    private static Map<String, String> announced(Class<?> service, ClassLoader loader) {
        Map<String, String> names = new LinkedHashMap<>();
        for (ResolvedModule module : ModuleLayer.boot().configuration().modules()) {
            ModuleReference reference = module.reference();
            reference
                    .descriptor()
                    .provides()
                    .forEach(provides -> {
                        if (provides.service().equals(service.getName())) {
                            String jar = reference.location().map(Discovery::jar).orElse("");
                            String place = "module " + module.name() + (jar.isEmpty() ? "" : ", " + jar);
                            provides.providers().forEach(name -> names.putIfAbsent(name, place));
                        }
                    });
        }
        try {
            for (URL file : Collections.list(loader.getResources("META-INF/services/" + service.getName()))) {
                read(file, names);
            }
        } catch (IOException unreadable) {
            return names; // then the failure is told without the jar
        }
        return names;
    }

    private static void read(URL file, Map<String, String> names) throws IOException {
        String address = file.toString();
        int inJar = address.indexOf("!/");
        String place = inJar < 0 ? "" : jar(URI.create(address.substring("jar:".length(), inJar)));
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int comment = line.indexOf('#');
                String name = (comment < 0 ? line : line.substring(0, comment)).strip();
                if (!name.isEmpty()) {
                    names.putIfAbsent(name, place);
                }
            }
        }
    }

    private static String jar(URI location) {
        String path = String.valueOf(location.getPath());
        return path.endsWith(".jar") ? path.substring(path.lastIndexOf('/') + 1) : "";
    }
}
