package dev.fluxion.engine;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.name.Names;

import dev.fluxion.backend.Backend;
import dev.fluxion.backend.BackendModule;
import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.spi.Discovery;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Chooses a backend by name and makes it. Only the modules that ServiceLoader finds go into the injector, and only the
 * chosen one. The injector is made once, in a thread of its own: its classes take longer to load than a small function
 * to differentiate, and the two go side by side.
 */
final class Backends {

    private static final String PROPERTY = "fluxion.backend";

    private final String name;
    private final FutureTask<Backend> backend;

    private Backends(String name, FutureTask<Backend> backend) {
        this.name = name;
        this.backend = backend;
    }

    /**
     * Chooses a backend and starts to make it.
     *
     * @param asked the name asked for, or null for what the system property says, or else the best
     * @throws NotDifferentiableException if there is none of that name
     */
    static Backends choose(@Nullable String asked) {
        BackendModule chosen = select(asked == null ? System.getProperty(PROPERTY) : asked, found());
        FutureTask<Backend> task = new FutureTask<>(new Creation(chosen));
        Thread thread = new Thread(task, "fluxion-backend-" + chosen.backendName());
        thread.setDaemon(true);
        thread.start();
        return new Backends(chosen.backendName(), task);
    }

    /** Returns the backend, waiting until it is made. */
    Backend backend() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return backend.get();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.NO_BACKEND,
                            "cannot start the backend \"" + name + "\"",
                            String.valueOf(failed.getCause()),
                            "another backend, or a module path or class path that is complete"),
                    failed.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns the module of that name, or the one of highest priority where no name is given. */
    static BackendModule select(@Nullable String name, List<BackendModule> modules) {
        BackendModule best = null;
        List<String> names = new ArrayList<>();
        for (BackendModule module : modules) {
            names.add(module.backendName());
            boolean fits = name == null || name.equals(module.backendName());
            if (fits && (best == null || module.priority() > best.priority())) {
                best = module;
            }
        }
        if (best == null) {
            throw new NotDifferentiableException(
                    name == null || names.isEmpty() ? Refusals.noBackend() : Refusals.unknownBackend(name, names));
        }
        return best;
    }

    private static List<BackendModule> found() {
        List<BackendModule> modules = new ArrayList<>();
        ClassLoader own = Backends.class.getClassLoader();
        Discovery.each(
                ServiceLoader.load(BackendModule.class, own),
                BackendModule.class,
                own,
                modules::add,
                (name, failure) ->
                        System.getLogger("dev.fluxion.backends")
                                .log(
                                        System.Logger.Level.WARNING,
                                        name.isEmpty()
                                                ? "a backend is left out"
                                                : "the backend " + name + " is left out",
                                        failure));
        return modules;
    }

    /** Makes the backend of a module. A class, not a lambda: lambdas cost more when a program starts. */
    private record Creation(BackendModule module) implements Callable<Backend> {
        @Override
        public Backend call() {
            return Guice.createInjector(Stage.DEVELOPMENT, (Module) module)
                    .getInstance(Key.get(Backend.class, Names.named(module.backendName())));
        }
    }
}
