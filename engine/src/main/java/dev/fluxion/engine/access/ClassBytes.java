package dev.fluxion.engine.access;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Reads the class file of a loaded class, through the class's own loader: in named modules (class files are never
 * encapsulated), on the class path, in JShell, in {@code java Foo.java}, and of the JDK itself.
 */
public final class ClassBytes {

    private ClassBytes() {}

    /** Returns the class file, or null if it cannot be found: hidden and proxy classes have none. */
    public static byte @Nullable [] read(Class<?> type) {
        if (type.isHidden() || type.isArray() || type.isPrimitive()) {
            return null;
        }
        String resource = type.getName().replace('.', '/') + ".class";
        ClassLoader loader = type.getClassLoader();
        try (InputStream stream =
                loader == null
                        ? ClassLoader.getSystemResourceAsStream(resource)
                        : loader.getResourceAsStream(resource)) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + resource, broken);
        }
    }
}
