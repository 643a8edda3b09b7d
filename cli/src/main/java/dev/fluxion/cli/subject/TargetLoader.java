package dev.fluxion.cli.subject;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashMap;
import java.util.Map;

/**
 * Loads the user's classes: those compiled in memory, then those on the class path. Of the command's own modules it
 * shows Fluxion alone, so that the libraries behind it do not get in the way of the user's.
 */
public final class TargetLoader extends URLClassLoader {

    private static final String FLUXION = "dev.fluxion.";

    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> classFiles;

    TargetLoader(URL[] classPath, Map<String, byte[]> classFiles) {
        super(classPath, ClassLoader.getPlatformClassLoader());
        this.classFiles = new HashMap<>(classFiles);
    }

    /** Defines one more class, beside those of the same package. */
    public Class<?> define(String name, byte[] classFile) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            classFiles.put(name, classFile.clone());
            return loadClass(name);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(FLUXION)) {
            Class<?> ours = ofFluxion(name);
            if (ours != null) {
                return ours;
            }
        }
        return super.loadClass(name, resolve);
    }

    private static @Nullable Class<?> ofFluxion(String name) {
        try {
            return Class.forName(name, false, TargetLoader.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] classFile = classFiles.get(name);
        if (classFile == null) {
            return super.findClass(name);
        }
        return defineClass(name, classFile, 0, classFile.length);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        if (name.endsWith(".class")) {
            byte[] classFile = classFiles.get(name.substring(0, name.length() - 6).replace('/', '.'));
            if (classFile != null) {
                return new ByteArrayInputStream(classFile);
            }
        }
        return super.getResourceAsStream(name);
    }
}
