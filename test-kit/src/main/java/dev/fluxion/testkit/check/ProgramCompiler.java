package dev.fluxion.testkit.check;

import dev.fluxion.testkit.random.RandomProgram;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles programs in memory, and loads them. */
public final class ProgramCompiler {

    private static final List<String> OPTIONS =
            List.of("-parameters", "-g", "-proc:none", "-Xlint:none", "-Xdiags:compact", "-implicit:none");

    private final JavaCompiler compiler;

    /**
     * Makes a compiler.
     *
     * @throws IllegalStateException if this Java has none
     */
    public ProgramCompiler() {
        compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("this Java has no compiler: a JDK is needed");
        }
    }

    /**
     * Compiles programs, all at once, and loads their classes, each program with a loader of its own.
     *
     * @throws DoesNotCompile with the compiler's messages, if one of them does not
     */
    public List<Class<?>> load(List<RandomProgram> programs) throws DoesNotCompile {
        List<JavaFileObject> sources = new ArrayList<>();
        for (RandomProgram program : programs) {
            sources.add(new Source(program.name(), program.source()));
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StandardJavaFileManager standard = compiler.getStandardFileManager(diagnostics, null, null);
        InMemory files = new InMemory(standard);
        if (!compiler.getTask(null, files, diagnostics, OPTIONS, null, sources).call()) {
            throw new DoesNotCompile(diagnostics.getDiagnostics().toString());
        }
        List<Class<?>> classes = new ArrayList<>();
        for (RandomProgram program : programs) {
            Map<String, byte[]> own = new HashMap<>();
            files.outputs.forEach((name, bytes) -> {
                if (name.equals(program.name()) || name.startsWith(program.name() + "$")) {
                    own.put(name, bytes.toByteArray());
                }
            });
            try {
                classes.add(Class.forName(program.name(), true, new Loader(own)));
            } catch (ClassNotFoundException absent) {
                throw new DoesNotCompile("the compiler left no " + program.name());
            }
        }
        return classes;
    }

    /** Loads one program. */
    public Class<?> load(RandomProgram program) throws DoesNotCompile {
        return load(List.of(program)).getFirst();
    }

    /** What is not Java. */
    public static final class DoesNotCompile extends Exception {

        private static final long serialVersionUID = 1L;

        DoesNotCompile(String messages) {
            super(messages);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("memory:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Map<String, ByteArrayOutputStream> outputs = new HashMap<>();

        InMemory(StandardJavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location,
                String className,
                JavaFileObject.Kind kind,
                @Nullable FileObject sibling) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            outputs.put(className, bytes);
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('$', '.') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }
    }

    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> classFiles;

        Loader(Map<String, byte[]> classFiles) {
            super(ProgramCompiler.class.getClassLoader());
            this.classFiles = classFiles;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classFiles.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String path) {
            byte[] bytes =
                    path.endsWith(".class")
                            ? classFiles.get(path.substring(0, path.length() - ".class".length()).replace('/', '.'))
                            : null;
            return bytes == null ? super.getResourceAsStream(path) : new ByteArrayInputStream(bytes);
        }
    }
}
