package dev.fluxion.cli.subject;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles one Java file in memory, with parameter names and line numbers. */
final class SourceCompiler {

    private SourceCompiler() {}

    /**
     * Returns the class files by class name, in the order in which the compiler made them.
     *
     * @throws Complaint with the compiler's messages
     */
    static Map<String, byte[]> compile(Path file, String classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw Complaint.failure("this Java has no compiler: run fluxion with a JDK");
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(diagnostics, null, null);
                InMemory files = new InMemory(standard)) {
            StringWriter other = new StringWriter();
            boolean compiled =
                    compiler.getTask(
                                    other,
                                    files,
                                    diagnostics,
                                    options(Files.readString(file), classPath),
                                    null,
                                    standard.getJavaFileObjects(file))
                            .call();
            if (!compiled) {
                throw Complaint.failure(messages(file, diagnostics.getDiagnostics(), other.toString()));
            }
            return files.classFiles();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fluxion itself is on the compiler's path only where the file speaks of it, because that takes time. */
    private static List<String> options(String text, String classPath) {
        List<String> options =
                new ArrayList<>(List.of("-parameters", "-g", "-proc:none", "-Xlint:none", "-Xdiags:compact"));
        StringBuilder path = new StringBuilder(classPath);
        if (text.contains("dev.fluxion")) {
            String modulePath = System.getProperty("jdk.module.path");
            if (modulePath == null) {
                path.append(path.isEmpty() ? "" : java.io.File.pathSeparator)
                        .append(System.getProperty("java.class.path"));
            } else {
                options.addAll(List.of("--module-path", modulePath, "--add-modules", "dev.fluxion.api"));
            }
        }
        options.addAll(List.of("--class-path", path.toString()));
        return options;
    }

    private static String messages(Path file, List<Diagnostic<? extends JavaFileObject>> diagnostics, String other) {
        StringBuilder text = new StringBuilder();
        int errors = 0;
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                text.append(diagnostic).append('\n');
                errors++;
            }
        }
        text.append(other).append(file).append(" does not compile");
        return errors > 1 ? text.append(": ").append(errors).append(" errors").toString() : text.toString();
    }

    /** Keeps what the compiler writes. */
    private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Map<String, ByteArrayOutputStream> outputs = new LinkedHashMap<>();

        private InMemory(StandardJavaFileManager standard) {
            super(standard);
        }

        private Map<String, byte[]> classFiles() {
            Map<String, byte[]> classFiles = new LinkedHashMap<>();
            outputs.forEach((name, bytes) -> classFiles.put(name, bytes.toByteArray()));
            return classFiles;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location,
                String className,
                JavaFileObject.Kind kind,
                @Nullable FileObject sibling) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            outputs.put(className, bytes);
            return new SimpleJavaFileObject(address(className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }

        private static URI address(String className) {
            String path = className.replace('.', '/') + ".class";
            return URI.create("memory:///" + java.net.URLEncoder.encode(path, StandardCharsets.UTF_8));
        }
    }
}
