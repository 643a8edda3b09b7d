package com.example.ejml;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleArrayGradient;
import dev.fluxion.Fluxion;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.lu.LUDecompositionAlt_DDRM;
import org.ejml.dense.row.linsol.lu.LinearSolverLu_DDRM;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import java.util.concurrent.TimeUnit;

/** The gradient of the sum of an inverse: with the rule, and by the loops of EJML that {@code invert} runs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow"})
public class InverseBenchmark {

    @Param("100")
    int n;

    private double[] matrix;
    private double[] out;
    private DoubleArrayFn function;
    private DoubleArrayGradient withRule;
    private DoubleArrayGradient withLoops;

    /** Compiles both. */
    @Setup
    public void compile() {
        int size = n;
        matrix = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i * size + j] = Math.sin(1 + 3 * i + 7 * j) / size + (i == j ? 2 : 0);
            }
        }
        out = new double[matrix.length];
        function = x -> sumOfInverse(size, x);
        withRule = Fluxion.gradient(function);
        withLoops = Fluxion.gradient((double[] x) -> sumByLoops(size, x));
        double[] other = new double[out.length];
        withRule.into(matrix, out);
        withLoops.into(matrix, other);
        for (int i = 0; i < out.length; i++) {
            if (!(Math.abs(out[i] - other[i]) <= 1e-12)) {
                throw new IllegalStateException("at " + i + ": " + out[i] + " and " + other[i]);
            }
        }
    }

    private static double sumOfInverse(int n, double[] x) {
        DMatrixRMaj inverse = new DMatrixRMaj(n, n);
        CommonOps_DDRM.invert(DMatrixRMaj.wrap(n, n, x), inverse);
        return sum(inverse);
    }

    /** What {@code invert} does with matrices larger than 5: there is no rule for the solver. */
    private static double sumByLoops(int n, double[] x) {
        DMatrixRMaj inverse = new DMatrixRMaj(n, n);
        LinearSolverLu_DDRM solver = new LinearSolverLu_DDRM(new LUDecompositionAlt_DDRM());
        if (!solver.setA(DMatrixRMaj.wrap(n, n, x))) {
            throw new IllegalArgumentException("singular");
        }
        solver.invert(inverse);
        return sum(inverse);
    }

    private static double sum(DMatrixRMaj inverse) {
        double sum = 0;
        for (double y : inverse.data) {
            sum += y;
        }
        return sum;
    }

    /** The function alone. */
    @Benchmark
    public double function() {
        return function.applyAsDouble(matrix);
    }

    /** Value and gradient with the plugin. */
    @Benchmark
    public double withRule() {
        return withRule.into(matrix, out);
    }

    /** Value and gradient without its rule. */
    @Benchmark
    public double withLoops() {
        return withLoops.into(matrix, out);
    }

    /** Runs. */
    public static void main(String... arguments) throws RunnerException {
        new Runner(new OptionsBuilder().include(InverseBenchmark.class.getName()).build()).run();
    }
}
