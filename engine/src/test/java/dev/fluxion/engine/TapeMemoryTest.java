package dev.fluxion.engine;

import static dev.fluxion.Fluxion.checkpointed;
import static dev.fluxion.Fluxion.derivative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.DoubleFn;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** What derivatives remember: no more than they need, and no more than they may. */
class TapeMemoryTest {

    /** Both factors are remembered, each time round. */
    private static double chain(double x, int steps) {
        double y = x;
        for (int i = 0; i < steps; i++) {
            y = Math.sin(y) * 1.5;
        }
        return y;
    }

    private static double[] step(double[] state) {
        return new double[] {Math.sin(state[0]) * 1.5};
    }

    /** In a thread of its own, whose tapes are new. */
    private static <T> T fresh(Callable<T> work) throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().start(task);
        return task.get();
    }

    private static <T> T within(String budget, Callable<T> work) throws InterruptedException, ExecutionException {
        System.setProperty("fluxion.tape.budget", budget);
        try {
            return fresh(work);
        } finally {
            System.clearProperty("fluxion.tape.budget");
        }
    }

    private static String refusal(DoubleFn derivative) {
        try {
            return "not refused: " + derivative.applyAsDouble(0.5);
        } catch (NotDifferentiableException refused) {
            return refused.getMessage();
        }
    }

    @Test
    void memoryIsLinearInTheNumberOfSteps() throws InterruptedException, ExecutionException {
        for (int steps = 100_000; steps <= 1_600_000; steps *= 4) {
            int count = steps;
            DoubleFn slope = derivative(x -> chain(x, count));
            int needed = 8 * steps; // one number for each, in an array that is made as long as the loop
            assertThat(within(String.valueOf(needed + 4000), () -> slope.applyAsDouble(0.5))).isFinite();
            assertThat(within(String.valueOf(needed - 8), () -> refusal(slope))).contains("FX-0308");
        }
    }

    @Test
    void aBudgetThatIsExceededIsAClearError() throws InterruptedException, ExecutionException {
        DoubleFn slope = derivative(x -> chain(x, 1_000_000));
        String message = within("4m", () -> refusal(slope));
        assertThat(message).contains("FX-0308").contains("the budget is 4m").contains("checkpointed");
        assertThat(within("64m", () -> slope.applyAsDouble(0.5)))
                .as("what was refused is right where there is room")
                .isEqualTo(slope.applyAsDouble(0.5));
    }

    @Test
    void aCheckpointedLoopKeepsToIt() throws InterruptedException, ExecutionException {
        int steps = 1_000_000;
        DoubleFn plain = derivative(x -> chain(x, steps));
        DoubleFn checkpointed =
                derivative(x -> checkpointed(steps, 1000, (state, i) -> step(state), new double[] {x})[0]);
        double there = within("1m", () -> checkpointed.applyAsDouble(0.5));
        assertThat(there).isEqualTo(plain.applyAsDouble(0.5));
    }

    @Test
    void secondDerivativesOfACheckpointedLoopRememberEachStep() throws InterruptedException, ExecutionException {
        DoubleFn twice =
                derivative(
                        derivative(x -> checkpointed(1_000_000, 1000, (state, i) -> step(state), new double[] {x})[0]));
        assertThat(within("1m", () -> refusal(twice))).contains("FX-0308");
    }
}
