package dev.fluxion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Fluxion in JVMs of its own, started in the ways in which people start Java. */
class ProcessTest {

    private static final String MAIN =
            """
            import static dev.fluxion.Fluxion.*;

            public class Main {
                private static double half(double x) {
                    return x / 2;
                }

                public static void main(String[] args) {
                    double c = 3;
                    System.out.println(gradient(x -> c * half(x) * Math.sin(x), 1.0));
                    System.out.println(derivative(derivative(Math::sin)).applyAsDouble(1.0));
                }
            }
            """;

    private static final String EXPECTED =
            (3 * Math.sin(1) / 2 + 1.5 * Math.cos(1)) + System.lineSeparator() + -Math.sin(1);

    @TempDir private Path folder;

    private String path = "";

    @BeforeEach
    void collectPath() {
        List<String> parts = new ArrayList<>();
        for (String property : List.of("jdk.module.path", "java.class.path")) {
            for (String part : System.getProperty(property, "").split(File.pathSeparator, -1)) {
                boolean own = !part.isEmpty() && !part.contains("test") && !part.contains("surefire");
                if (own && !parts.contains(part) && Files.exists(Path.of(part))) {
                    parts.add(part);
                }
            }
        }
        path = String.join(File.pathSeparator, parts);
    }

    @Test
    void classPath() throws Exception {
        Files.writeString(folder.resolve("Main.java"), MAIN);
        run("javac", "-proc:none", "-cp", path, "-d", ".", "Main.java");
        assertThat(run("java", "-cp", "." + File.pathSeparator + path, "Main")).isEqualTo(EXPECTED);
    }

    /**
     * The arrays of steps that are not inlined have shadows by identity, which must not pile up. The slopes are those
     * of central differences.
     */
    @Test
    void aCheckpointedLoopInASmallHeap() throws Exception {
        Files.writeString(
                folder.resolve("Loop.java"),
                """
                import static dev.fluxion.Fluxion.*;

                public class Loop {
                    private static final double[][] KEPT = new double[1][];

                    private static double[] step(double[] state) {
                        KEPT[0] = new double[state.length];
                        for (int i = 0; i < state.length; i++) {
                            KEPT[0][i] = state[i] + 1e-6 * Math.sin(state[(i + 1) % state.length]);
                        }
                        return KEPT[0];
                    }

                    public static void main(String[] args) {
                        double[] at = {1, 2, 3, 4};
                        double[] slopes = gradient((double[] x) -> checkpointed(300_000, 500, (s, i) -> step(s), x)[0], at);
                        System.out.println(Math.round(1e6 * slopes[0]) + " " + Math.round(1e6 * slopes[1]));
                    }
                }
                """);
        run("javac", "-proc:none", "-cp", path, "-d", ".", "Loop.java");
        assertThat(run("java", "-Xmx40m", "-cp", "." + File.pathSeparator + path, "Loop")).isEqualTo("999957 -133704");
    }

    @Test
    void sourceLauncher() throws Exception {
        Files.writeString(folder.resolve("Main.java"), MAIN);
        assertThat(run("java", "-cp", path, "Main.java")).isEqualTo(EXPECTED);
    }

    @Test
    void jshell() throws Exception {
        Files.writeString(
                folder.resolve("script.jsh"),
                """
                import static dev.fluxion.Fluxion.*;
                double c = 3;
                double half(double x) { return x / 2; }
                System.out.println(gradient(x -> c * half(x) * Math.sin(x), 1.0));
                System.out.println(derivative(derivative(Math::sin)).applyAsDouble(1.0));
                /exit
                """);
        assertThat(run("jshell", "--class-path", path, "-s", "script.jsh")).isEqualTo(EXPECTED);
    }

    @Test
    void namedModuleThatIsOpen() throws Exception {
        assertThat(runModule("opens com.acme to dev.fluxion.engine;", "", "")).isEqualTo(EXPECTED);
    }

    @Test
    void namedModuleThatGivesItsLookup() throws Exception {
        String lookup =
                "var ad = dev.fluxion.Fluxion.builder()" + ".lookup(java.lang.invoke.MethodHandles.lookup()).build();";
        assertThat(runModule("", lookup, "ad.")).isEqualTo(EXPECTED);
    }

    @Test
    void namedModuleThatKeepsToItselfMayUseItsOwnFormulas() throws Exception {
        assertThat(runModule("", "", "")).isEqualTo(EXPECTED);
    }

    @Test
    void namedModuleThatKeepsItsObjectsToItselfIsAskedToOpen() throws Exception {
        Files.createDirectories(folder.resolve("src/com/acme"));
        writeModule("");
        Files.writeString(
                folder.resolve("src/com/acme/Main.java"),
                """
                package com.acme;

                import static dev.fluxion.Fluxion.*;

                public class Main {
                    private static double[] table = {1, 2, 3};

                    public static void main(String[] args) {
                        try {
                            System.out.println(gradient(x -> x * table[1], 1.0));
                        } catch (dev.fluxion.diagnostic.NotDifferentiableException refused) {
                            System.out.println(refused.getMessage());
                        }
                    }
                }
                """);
        assertThat(compileAndRunModule())
                .isEqualTo(
                        """
                        [FX-0203] cannot read com.acme.Main.table
                            at com.acme.Main.lambda$main$LAMBDA(Main.java:10)
                            because field com.acme.Main.table is private in module com.acme, which does not let Fluxion in
                            try: Fluxion.builder().lookup(MethodHandles.lookup()).build(), or "opens com.acme to dev.fluxion.engine;" in module com.acme        more: docs/errors/FX-0203.md\
                        """);
    }

    private String runModule(String directive, String before, String prefix) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("src/com/acme"));
        writeModule(directive);
        String main =
                MAIN.replace("gradient(", prefix + "gradient(")
                        .replace("derivative(derivative(", prefix + "derivative(" + prefix + "derivative(")
                        .replace("double c = 3;", before + " double c = 3;");
        Files.writeString(folder.resolve("src/com/acme/Main.java"), "package com.acme;\n" + main);
        return compileAndRunModule();
    }

    private void writeModule(String directive) throws IOException {
        Files.writeString(
                folder.resolve("src/module-info.java"),
                "module com.acme { requires dev.fluxion.api; " + directive + " }");
    }

    private String compileAndRunModule() throws IOException, InterruptedException {
        run("javac", "-proc:none", "-p", path, "-d", "classes", "src/module-info.java", "src/com/acme/Main.java");
        String output = run("java", "-p", "classes" + File.pathSeparator + path, "-m", "com.acme/com.acme.Main");
        return output.replaceAll("lambda\\$main\\$\\w+\\$\\d+", "lambda\\$main\\$LAMBDA");
    }

    private String run(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output.txt");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        String text = Files.readString(output).strip();
        assertThat(ended && process.exitValue() == 0).as("%s%n%s", command, text).isTrue();
        return text;
    }
}
