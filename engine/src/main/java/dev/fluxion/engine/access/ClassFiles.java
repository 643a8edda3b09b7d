package dev.fluxion.engine.access;

import dev.fluxion.frontend.ClassFile;

import org.jspecify.annotations.Nullable;

import java.lang.ref.SoftReference;

/** Class files of loaded classes, read and parsed once as long as memory lasts. Thread safe. */
public final class ClassFiles {

    private static final ClassValue<SoftCell> CELLS =
            new ClassValue<>() {
                @Override
                protected SoftCell computeValue(Class<?> type) {
                    return new SoftCell();
                }
            };

    private ClassFiles() {}

    /**
     * Returns the class file of a class, or null if it cannot be found: hidden and proxy classes have none.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if it is damaged or too new
     */
    public static @Nullable ClassFile of(Class<?> type) {
        SoftCell cell = CELLS.get(type);
        ClassFile known = cell.reference.get();
        if (known != null) {
            return known;
        }
        byte[] bytes = ClassBytes.read(type);
        if (bytes == null) {
            return null;
        }
        ClassFile parsed = ClassFile.parse(bytes);
        cell.reference = new SoftReference<>(parsed);
        return parsed;
    }

    private static final class SoftCell {
        private volatile SoftReference<@Nullable ClassFile> reference = new SoftReference<>(null);
    }
}
