package dev.fluxion.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How long a fresh JVM takes from its start to its end for one gradient. */
final class StartUp {

    private static final int RUNS = 21;

    private static final String PROGRAM = FirstGradient.class.getName();

    private StartUp() {}

    /** Prints the median and the extremes over some runs. */
    static void print() throws IOException, InterruptedException {
        String all = System.getProperty("java.class.path");
        List<String> own = new ArrayList<>();
        List<String> modules = new ArrayList<>();
        for (String entry : all.split(File.pathSeparator, -1)) {
            String name = Path.of(entry).getFileName().toString();
            boolean isOwn = name.startsWith("fluxion-benchmarks") || name.startsWith("jmh-") || name.equals("classes");
            (isOwn ? own : modules).add(entry);
        }
        String onModulePath = String.join(File.pathSeparator, modules);
        String onClassPath = String.join(File.pathSeparator, own);
        System.out.println();
        System.out.println("| first gradient, whole process | median ms | least | most |");
        System.out.println("|---|---|---|---|");
        row("nothing but the JVM", List.of("-version"), "");
        row("all on the class path", List.of("-cp", all, PROGRAM), "5.0\n");
        row(
                "Fluxion on the module path",
                List.of("-p", onModulePath, "--add-modules", "dev.fluxion.engine", "-cp", onClassPath, PROGRAM),
                "5.0\n");
    }

    private static void row(String name, List<String> arguments, String expected)
            throws IOException, InterruptedException {
        long[] times = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            times[i] = run(arguments, expected);
        }
        Arrays.sort(times);
        System.out.printf("| %s | %d | %d | %d |%n", name, times[RUNS / 2], times[0], times[RUNS - 1]);
    }

    private static long run(List<String> arguments, String expected) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        long end = System.nanoTime();
        if (status != 0 || !printed.replace("\r\n", "\n").equals(expected)) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + status + ": " + printed);
        }
        return (end - start) / 1_000_000;
    }
}
