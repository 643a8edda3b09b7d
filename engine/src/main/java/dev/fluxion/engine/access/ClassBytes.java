package dev.fluxion.engine.access;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;

/**
 * Reads the class file of a loaded class, through the class's own loader: in named modules (class files are never
 * encapsulated), on the class path, in JShell, in {@code java Foo.java}, and of the JDK itself. The bytes are kept as
 * long as the class lives and memory lasts.
 */
public final class ClassBytes {

    private static final byte[] NONE = {};

    private static final ClassValue<SoftCell> CELLS =
            new ClassValue<>() {
                @Override
                protected SoftCell computeValue(Class<?> type) {
                    return new SoftCell();
                }
            };

    private ClassBytes() {}

    /** Returns the class file, not to be changed, or null if it cannot be found: hidden and proxy classes have none. */
    public static byte @Nullable [] of(Class<?> type) {
        SoftCell cell = CELLS.get(type);
        byte[] bytes = cell.reference.get();
        if (bytes == null) {
            bytes = read(type);
            cell.reference = new SoftReference<>(bytes);
        }
        return bytes.length == 0 ? null : bytes;
    }

    private static byte[] read(Class<?> type) {
        if (type.isHidden() || type.isArray() || type.isPrimitive()) {
            return NONE;
        }
        String resource = type.getName().replace('.', '/') + ".class";
        ClassLoader loader = type.getClassLoader();
        try (InputStream stream =
                loader == null
                        ? ClassLoader.getSystemResourceAsStream(resource)
                        : loader.getResourceAsStream(resource)) {
            return stream == null ? NONE : stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + resource, broken);
        }
    }

    private static final class SoftCell {
        private volatile SoftReference<byte[]> reference = new SoftReference<>(null);
    }
}
