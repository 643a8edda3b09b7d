package dev.fluxion.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.interpret.Interpreter;
import dev.fluxion.ir.text.Printer;
import dev.fluxion.ir.verify.Verifier;
import dev.fluxion.transform.exceptions.ModelExceptions;
import dev.fluxion.transform.exceptions.RestoreExceptions;
import dev.fluxion.transform.normalize.LoopClosed;
import dev.fluxion.transform.normalize.LoopSimplify;
import dev.fluxion.transform.normalize.MergeReturns;
import dev.fluxion.transform.normalize.Normalize;
import dev.fluxion.transform.normalize.SplitCriticalEdges;
import dev.fluxion.transform.range.CountdownTests;
import dev.fluxion.transform.simplify.DeadCode;
import dev.fluxion.transform.simplify.DeadLoops;
import dev.fluxion.transform.simplify.IfConversion;
import dev.fluxion.transform.simplify.JumpThreading;
import dev.fluxion.transform.simplify.LoopInvariants;
import dev.fluxion.transform.simplify.RedundantParameters;
import dev.fluxion.transform.simplify.Simplify;
import dev.fluxion.transform.simplify.SimplifyControl;
import dev.fluxion.transform.simplify.SkipEmptyBlocks;
import dev.fluxion.transform.simplify.ValueNumbering;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Random programs compute the same before and after each pass, bit by bit, exceptions and array contents included. */
final class PassPropertyTest {

    /** The seeds that are run; {@code -Dseed=n} runs that one only. */
    private static final int SEEDS = Integer.getInteger("seeds", 100);

    private static final double[][] INPUTS = {{0.5, -1.5}, {0.0, -0.0}, {Double.NaN, 3.0}, {1e300, Double.MIN_VALUE}};

    private static final List<Pass> PASSES =
            List.of(
                    new MergeReturns(),
                    new LoopSimplify(),
                    new SplitCriticalEdges(),
                    Pipeline.of("loop-closed", new LoopSimplify(), new LoopClosed()),
                    Normalize.PIPELINE,
                    new ValueNumbering(),
                    new SimplifyControl(),
                    new SkipEmptyBlocks(),
                    new RedundantParameters(),
                    new JumpThreading(),
                    new IfConversion(),
                    new DeadCode(),
                    new LoopInvariants(),
                    new DeadLoops(),
                    new CountdownTests(),
                    Simplify.PIPELINE,
                    Pipeline.of("exceptions", new ModelExceptions(), new RestoreExceptions()),
                    Pipeline.of("normal form", new ModelExceptions(), Normalize.PIPELINE, new RestoreExceptions()),
                    Pipeline.of("simplify after normalize", Normalize.PIPELINE, Simplify.PIPELINE, Normalize.PIPELINE));

    @TestFactory
    Stream<DynamicTest> passesKeepTheMeaning() {
        return PASSES.stream()
                .map(pass ->
                        DynamicTest.dynamicTest(
                                pass.name(),
                                () -> {
                                    Integer only = Integer.getInteger("seed");
                                    for (int seed = only == null ? 0 : only;
                                            seed < (only == null ? SEEDS : only + 1);
                                            seed++) {
                                        check(pass, seed);
                                    }
                                }));
    }

    private static void check(Pass pass, long seed) {
        Function before = RandomPrograms.of(seed, 6 + (int) (seed % 30));
        Verifier.check(before);
        Function after;
        try {
            after = Verifier.check(pass.apply(before));
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + "\n" + Printer.print(before), e);
        }
        for (double[] input : INPUTS) {
            for (int n : new int[] {0, 3, -1}) {
                for (int length : new int[] {4, 0}) {
                    assertThat(outcome(after, input, n, length))
                            .as(() ->
                                    "seed "
                                            + seed
                                            + " at "
                                            + Arrays.toString(input)
                                            + ", "
                                            + n
                                            + ", "
                                            + length
                                            + "\n"
                                            + Printer.print(before)
                                            + "\n"
                                            + Printer.print(after))
                            .isEqualTo(outcome(before, input, n, length));
                }
            }
        }
        assertThat(NormalForm.violations(pass, after)).as(() -> Printer.print(after)).isEmpty();
    }

    /** Returns the bits of the results, or what was thrown, and then the array. */
    private static List<Object> outcome(Function function, double[] input, int n, int length) {
        double[] array = new double[length];
        for (int i = 0; i < length; i++) {
            array[i] = i - 1.25;
        }
        List<Object> outcome = new ArrayList<>();
        try {
            outcome.addAll(
                    new Interpreter(function)
                            .withFuel(1_000_000)
                            .callAll(function.name(), input[0], input[1], n, array));
        } catch (Throwable thrown) {
            outcome.add(thrown.getClass());
        }
        outcome.add(Arrays.toString(array));
        return outcome;
    }
}
