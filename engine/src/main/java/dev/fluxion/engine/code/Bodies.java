package dev.fluxion.engine.code;

import dev.fluxion.engine.access.ClassFiles;
import dev.fluxion.frontend.ClassFile;
import dev.fluxion.frontend.Raiser;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.symbol.MethodRef;

import org.jspecify.annotations.Nullable;

import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentHashMap;

/** Raises methods to IR, each once as long as memory lasts. Thread safe. */
public final class Bodies {

    private static final ClassValue<Raised> RAISED =
            new ClassValue<>() {
                @Override
                protected Raised computeValue(Class<?> type) {
                    return new Raised();
                }
            };

    private Bodies() {}

    /**
     * Returns the function of a method that the class itself declares.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if the class file is not found or the method cannot be
     *     raised
     */
    public static Function of(Class<?> declaring, MethodRef method) {
        ConcurrentHashMap<String, Function> functions = RAISED.get(declaring).functions();
        String key = method.name() + method.descriptor();
        Function known = functions.get(key);
        if (known != null) {
            return known;
        }
        ClassFile file = requireClassFile(declaring, method);
        Function raised = Raiser.raise(file, method);
        Function earlier = functions.putIfAbsent(key, raised);
        return earlier == null ? raised : earlier;
    }

    /**
     * Returns the class file of a class.
     *
     * @param method the method it is needed for
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if it is not found
     */
    public static ClassFile requireClassFile(Class<?> declaring, MethodRef method) {
        ClassFile file = ClassFiles.of(declaring);
        if (file == null) {
            throw CodeDiagnostics.classFileMissing(declaring, method);
        }
        return file;
    }

    private static final class Raised {
        private volatile SoftReference<@Nullable ConcurrentHashMap<String, Function>> reference =
                new SoftReference<>(null);

        synchronized ConcurrentHashMap<String, Function> functions() {
            ConcurrentHashMap<String, Function> functions = reference.get();
            if (functions == null) {
                functions = new ConcurrentHashMap<>();
                reference = new SoftReference<>(functions);
            }
            return functions;
        }
    }
}
