package dev.fluxion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.ir.type.Type;
import dev.fluxion.rule.RuleProvider;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Jars of others, each with a small library and a provider of rules for it.
 *
 * @param directory where they are made
 */
record ProviderJars(Path directory) {

    private static final String LIBRARY =
            "package acme; public final class Library { public static double square(double x) { return x * x; } }";

    /** Returns the source of a provider with rules for the library. */
    static String rules(String name, String method) {
        return "package acme; import dev.fluxion.rule.*; @Rules(of = Library.class) public final class "
                + name
                + " implements RuleProvider { "
                + method
                + " }";
    }

    /** A rule for its method that nobody would take for the real thing. */
    static final String SEVEN =
            "@Partial(of = \"square\", wrt = 0) static double square(double x, double y) { return 7; }";

    /** Makes a jar with a provider; without a source it has only the announcement. */
    Path jar(String name, @Nullable String source) throws IOException, URISyntaxException {
        Path classes = Files.createDirectory(directory.resolve(name));
        if (source != null) {
            compile(classes, new Source("acme/Library.java", LIBRARY), new Source("acme/" + name + ".java", source));
        }
        Path jar = directory.resolve(name.toLowerCase(Locale.ROOT) + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("META-INF/services/" + RuleProvider.class.getName()));
            out.write(("acme." + name + "\n").getBytes(StandardCharsets.UTF_8));
            for (String type : new String[] {"Library", name}) {
                Path compiled = classes.resolve("acme/" + type + ".class");
                if (Files.exists(compiled)) {
                    out.putNextEntry(new JarEntry("acme/" + type + ".class"));
                    out.write(Files.readAllBytes(compiled));
                }
            }
        }
        return jar;
    }

    /** Fills a folder with classes of the package, the last of which is a provider. */
    static void folder(Path classes, String provider, List<String> names, List<String> sources)
            throws IOException, URISyntaxException {
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve(RuleProvider.class.getName()), "acme." + provider);
        List<JavaFileObject> files = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            String name = i < names.size() ? names.get(i) : provider;
            files.add(new Source("acme/" + name + ".java", "package acme; " + sources.get(i)));
        }
        compile(classes, files.toArray(JavaFileObject[]::new));
    }

    private static void compile(Path classes, JavaFileObject... sources) throws URISyntaxException {
        String path = location(RuleProvider.class) + File.pathSeparator + location(Type.class);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-cp", path, "-proc:none", "-d", classes.toString());
        assertThat(compiler.getTask(null, null, null, options, null, List.of(sources)).call()).isTrue();
    }

    private static String location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String code;

        Source(String name, String code) {
            super(URI.create("string:///" + name), Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
