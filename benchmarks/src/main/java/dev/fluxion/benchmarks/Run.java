package dev.fluxion.benchmarks;

import dev.fluxion.benchmarks.higher.CheckpointedLoop;
import dev.fluxion.benchmarks.higher.RosenbrockHessian;
import dev.fluxion.benchmarks.higher.TridiagonalJacobian;
import dev.fluxion.benchmarks.higher.WideJacobian;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the benchmarks and prints what a gradient costs relative to one by hand and to the function. */
public final class Run {

    private static final List<Class<?>> ALL =
            List.of(
                    SinCos.class,
                    CarriedLoop.class,
                    LogSumExp.class,
                    Logistic.class,
                    Perceptron.class,
                    Axpy.class,
                    Stencil.class,
                    StencilInPlace.class,
                    LuInPlace.class,
                    PrefixProduct.class,
                    LuOfRows.class,
                    StencilOfRows.class,
                    Vectors.class,
                    Accumulator.class,
                    StreamOfList.class,
                    ListsAndMaps.class);

    /** Derivatives other than gradients, and what each is compared with. */
    private static final Map<Class<?>, String> HIGHER =
            Map.of(
                    WideJacobian.class, "26 derivatives in one direction",
                    RosenbrockHessian.class, "the formula",
                    CheckpointedLoop.class, "the gradient of the plain loop",
                    TridiagonalJacobian.class, "ten runs of the function");

    /** No object is smaller: what is below is the harness's own, spread over the calls. */
    private static final int SMALLEST_OBJECT = 16;

    private Run() {}

    /**
     * Runs.
     *
     * @param arguments {@code --short} for a quick look; {@code --no-startup}; names of benchmarks, all if there are
     *     none
     */
    public static void main(String... arguments) throws RunnerException, IOException, InterruptedException {
        List<String> names = new ArrayList<>(List.of(arguments));
        boolean isShort = names.remove("--short");
        boolean startUp = !names.remove("--no-startup");
        print(new Runner(options(names, isShort).build()).run());
        if (startUp) {
            StartUp.print();
        }
    }

    private static ChainedOptionsBuilder options(List<String> names, boolean isShort) {
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .forks(isShort ? 1 : 3)
                        .warmupIterations(25)
                        .warmupTime(TimeValue.milliseconds(isShort ? 50 : 100))
                        .measurementIterations(30)
                        .measurementTime(TimeValue.milliseconds(isShort ? 50 : 100))
                        .jvmArgsAppend("-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow")
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT);
        List<Class<?>> all = new ArrayList<>(ALL);
        all.addAll(HIGHER.keySet());
        for (Class<?> benchmark : all) {
            if (names.isEmpty() || names.contains(benchmark.getSimpleName())) {
                options.include("^" + benchmark.getName().replace(".", "\\.") + "\\.");
            }
        }
        return options;
    }

    private static void print(Collection<RunResult> results) {
        Map<String, Map<String, RunResult>> table = rows(results, ALL);
        if (!table.isEmpty()) {
            printGradients(table);
        }
        for (Map.Entry<Class<?>, String> each : HIGHER.entrySet()) {
            rows(results, List.of(each.getKey()))
                    .forEach((name, row) -> {
                        double other = time(row, "other") / 1_000;
                        double byFluxion = time(row, "byFluxion") / 1_000;
                        System.out.printf(
                                "%s: %.1f us, %s: %.1f us, ratio %.2f%n",
                                name, byFluxion, each.getValue(), other, byFluxion / other);
                    });
        }
    }

    private static Map<String, Map<String, RunResult>> rows(Collection<RunResult> results, List<Class<?>> benchmarks) {
        Map<String, Map<String, RunResult>> table = new LinkedHashMap<>();
        for (Class<?> benchmark : benchmarks) {
            for (RunResult result : results) {
                String[] parts = result.getParams().getBenchmark().split("\\.", -1);
                if (parts[parts.length - 2].equals(benchmark.getSimpleName())) {
                    table.computeIfAbsent(name(benchmark, result), key -> new LinkedHashMap<>())
                            .put(parts[parts.length - 1], result);
                }
            }
        }
        return table;
    }

    private static void printGradients(Map<String, Map<String, RunResult>> table) {
        System.out.println(
                "| benchmark | function ns | by hand ns | Fluxion ns | Fluxion / hand"
                        + " | Fluxion / function | bytes per call |");
        System.out.println("|---|---|---|---|---|---|---|");
        table.forEach((name, row) -> {
            double primal = time(row, "primal");
            double byHand = time(row, "byHand");
            double byFluxion = time(row, "byFluxion");
            System.out.printf(
                    "| %s | %.1f | %.1f | %.1f | %.2f | %.2f | %d |%n",
                    name, primal, byHand, byFluxion, byFluxion / byHand, byFluxion / primal, bytes(row));
        });
    }

    private static String name(Class<?> benchmark, RunResult result) {
        String n = result.getParams().getParamsKeys().contains("n") ? " " + result.getParams().getParam("n") : "";
        return benchmark.getSimpleName() + n;
    }

    /** The least of all iterations: what disturbs only ever adds. */
    private static double time(Map<String, RunResult> row, String method) {
        RunResult result = row.get(method);
        if (result == null) {
            throw new IllegalStateException("no result of " + method);
        }
        return result.getPrimaryResult().getStatistics().getMin();
    }

    private static long bytes(Map<String, RunResult> row) {
        RunResult result = row.get("byFluxion");
        @Nullable Result<?> allocated = result == null ? null : result.getSecondaryResults().get("gc.alloc.rate.norm");
        if (allocated == null) {
            throw new IllegalStateException("the profiler does not tell what is allocated");
        }
        double bytes = allocated.getScore();
        return bytes < SMALLEST_OBJECT ? 0 : Math.round(bytes);
    }
}
