package dev.fluxion.cli.subject;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the method that the user named. */
public final class Targets {

    private Targets() {}

    /**
     * Compiles a file and finds a method in it.
     *
     * @param place the file, and perhaps {@code #method}
     * @param classPath what the file needs, as of {@code java -cp}, or empty
     * @param receiver the name of a static field with the object to call the method on, or null
     * @throws Complaint if the file is not there or does not compile, or if it is not plain which method is meant
     */
    public static Target inFile(String place, String classPath, @Nullable String receiver) {
        int hash = place.lastIndexOf('#');
        Path file = Path.of(hash < 0 ? place : place.substring(0, hash));
        if (!Files.isRegularFile(file)) {
            throw Complaint.usage("there is no file " + file);
        }
        Map<String, byte[]> classFiles = SourceCompiler.compile(file, classPath);
        TargetLoader loader = new TargetLoader(urls(classPath), classFiles);
        List<Class<?>> classes = new ArrayList<>();
        for (String name : classFiles.keySet()) {
            classes.add(load(loader, name));
        }
        Method method = Candidates.choose(file.toString(), classes, hash < 0 ? null : place.substring(hash + 1));
        return target(method, receiver, loader, file);
    }

    /**
     * Finds a method of a class on a class path.
     *
     * @param place the class, and perhaps {@code #method}
     * @param classPath where it is, as of {@code java -cp}; may be empty for classes of the JDK
     * @param receiver the name of a static field with the object to call the method on, or null
     * @throws Complaint if the class is not there, or if it is not plain which method is meant
     */
    public static Target inClass(String place, String classPath, @Nullable String receiver) {
        int hash = place.lastIndexOf('#');
        TargetLoader loader = new TargetLoader(urls(classPath), Map.of());
        Class<?> type = load(loader, hash < 0 ? place : place.substring(0, hash));
        Method method =
                Candidates.choose(type.getTypeName(), List.of(type), hash < 0 ? null : place.substring(hash + 1));
        return target(method, receiver, loader, null);
    }

    /**
     * Returns what finds the classes on a class path.
     *
     * @param classPath as of {@code java -cp}; {@code folder/*} means all jars in the folder
     * @throws Complaint if something on it is not there
     */
    public static ClassLoader loader(String classPath) {
        return new TargetLoader(urls(classPath), Map.of());
    }

    private static Target target(
            Method method, @Nullable String receiverField, TargetLoader loader, @Nullable Path file) {
        Receivers.Receiver receiver = Receivers.find(method, receiverField);
        method.trySetAccessible();
        return new Target(method, receiver.object(), receiver.name(), ParameterNames.of(method), loader, file);
    }

    private static Class<?> load(TargetLoader loader, String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw Complaint.usage("there is no class " + name + " on the class path");
        } catch (LinkageError e) {
            throw Complaint.failure("class " + name + " cannot be loaded: " + e);
        }
    }

    /** Splits a class path; {@code folder/*} means all jars in the folder. */
    private static URL[] urls(String classPath) {
        List<URL> urls = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (entry.endsWith("*")) {
                File[] files = new File(entry.substring(0, entry.length() - 1)).listFiles();
                if (files == null) {
                    throw Complaint.usage("there is no folder " + entry.substring(0, entry.length() - 1));
                }
                for (File file : files) {
                    if (file.getName().endsWith(".jar")) {
                        urls.add(url(file));
                    }
                }
            } else if (!entry.isEmpty()) {
                if (!new File(entry).exists()) {
                    throw Complaint.usage("there is no " + entry + ", which is on the class path");
                }
                urls.add(url(new File(entry)));
            }
        }
        return urls.toArray(new URL[0]);
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(file.toString(), e);
        }
    }
}
