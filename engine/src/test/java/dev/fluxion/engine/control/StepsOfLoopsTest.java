package dev.fluxion.engine.control;

import static dev.fluxion.Fluxion.checkpointed;
import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.control.Step;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;

/** What may be the step of a loop of which few states are kept. The plain loop says what the gradient is. */
class StepsOfLoopsTest {

    private static final int STEPS = 23;

    private static final double[] AT = {0.9, 0.3, 1.1};

    /** A step as an object with numbers of its own. */
    @SuppressWarnings("serial")
    static class Decay implements Step {
        final double rate;
        final double[] weights;

        Decay(double rate, double[] weights) {
            this.rate = rate;
            this.weights = weights;
        }

        @Override
        public double[] apply(double[] state, int index) {
            double[] next = state.clone();
            for (int k = 0; k < next.length; k++) {
                next[k] += 0.1 * Math.sin(rate * state[next.length - 1 - k]) * weights[index % weights.length];
            }
            return next;
        }

        double[] twice(double[] state, int index) {
            return apply(apply(state, index), index + 1);
        }
    }

    /** One that overwrites its state, and what the one above does every third time. */
    @SuppressWarnings("serial")
    static final class Mixed extends Decay {
        Mixed(double rate, double[] weights) {
            super(rate, weights);
        }

        @Override
        public double[] apply(double[] state, int index) {
            if (index % 3 == 0) {
                return super.apply(state, index);
            }
            state[0] *= Math.cos(rate * state[1]);
            return state;
        }
    }

    private static double[] plain(Step step, double[] start) {
        double[] now = start.clone();
        for (int i = 0; i < STEPS; i++) {
            now = step.apply(now, i);
        }
        return now;
    }

    private static void requireSame(DoubleArrayFn kept, DoubleArrayFn plain) {
        assertThat(kept.applyAsDouble(AT.clone())).isEqualTo(plain.applyAsDouble(AT.clone()));
        double[] expected = gradient(plain, AT.clone());
        for (int k = 0; k < AT.length; k++) {
            double h = 1e-5;
            double[] up = AT.clone();
            double[] down = AT.clone();
            up[k] += h;
            down[k] -= h;
            double slope = (plain.applyAsDouble(up) - plain.applyAsDouble(down)) / (2 * h);
            assertThat(expected[k]).isCloseTo(slope, within(1e-7));
        }
        assertThat(gradient(kept, AT.clone())).containsExactly(expected, within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 48, 500})
    void objectsOfAClassWithNumbers(int states) {
        requireSame(
                w -> checkpointed(STEPS, states, new Decay(w[0], w), new double[] {w[1], w[2]})[0],
                w -> plain(new Decay(w[0], w), new double[] {w[1], w[2]})[0]);
        requireSame(
                w -> checkpointed(STEPS, states, new Mixed(w[0], w), new double[] {w[1], w[2]})[0],
                w -> plain(new Mixed(w[0], w), new double[] {w[1], w[2]})[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 48, 500})
    void capturedNumbersAndArrays(int states) {
        requireSame(
                w -> {
                    double rate = w[0] * w[1];
                    double[] squares = {w[1] * w[1], w[2]};
                    Step step = (s, i) -> new double[] {s[0] + rate * Math.sin(squares[i % 2] * s[0])};
                    return checkpointed(STEPS, states, step, new double[] {w[2]})[0];
                },
                w -> {
                    double rate = w[0] * w[1];
                    double[] squares = {w[1] * w[1], w[2]};
                    return plain(
                            (s, i) -> new double[] {s[0] + rate * Math.sin(squares[i % 2] * s[0])},
                            new double[] {w[2]})[0];
                });
    }

    private static double[] turned(double[] state, int index) {
        return new double[] {Math.sin(state[1] + index), state[0] * state[2], state[2]};
    }

    private static double[] onwards(double factor, double[] state, int index) {
        for (int k = 0; k < state.length; k++) {
            state[k] = Math.sin(0.8 * factor * state[k] + 1.0 / (1 + index));
        }
        return state;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 48})
    void methodReferences(int states) {
        requireSame(
                w -> checkpointed(STEPS, states, StepsOfLoopsTest::turned, w)[1],
                w -> plain(StepsOfLoopsTest::turned, w)[1]);
        requireSame(
                w -> checkpointed(STEPS, states, new Decay(w[0], w)::twice, w)[1],
                w -> plain(new Decay(w[0], w)::twice, w)[1]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 48})
    void oneStepAfterTheOther(int states) {
        DoubleArrayFn plain =
                w -> {
                    Step[] steps = {new Decay(w[0], w), new Mixed(w[1], w), (s, i) -> onwards(w[2], s, i)};
                    double[] now = plain(steps[2], plain(steps[1], plain(steps[0], w)));
                    return plain((s, i) -> steps[i % 3].apply(s, i), now)[0];
                };
        DoubleArrayFn kept =
                w -> {
                    Step[] steps = {new Decay(w[0], w), new Mixed(w[1], w), (s, i) -> onwards(w[2], s, i)};
                    double[] now = w;
                    for (Step step : steps) {
                        now = checkpointed(STEPS, states, step, now);
                    }
                    return checkpointed(STEPS, states, (s, i) -> steps[i % 3].apply(s, i), now)[0];
                };
        requireSame(kept, plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 48})
    void loopsInLoops(int states) {
        requireSame(
                w ->
                        checkpointed(
                                4,
                                states,
                                (outer, i) ->
                                        checkpointed(STEPS, states, (s, k) -> onwards(0.2 * (w[0] + i), s, k), outer),
                                w)[1],
                w -> {
                    double[] now = w.clone();
                    for (int i = 0; i < 4; i++) {
                        int at = i;
                        now = plain((s, k) -> onwards(0.2 * (w[0] + at), s, k), now);
                    }
                    return now[1];
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 48})
    void statesThatGrowAndArraysThatAreWrittenTo(int states) {
        Step growing =
                (s, i) -> {
                    double[] next = Arrays.copyOf(s, s.length + 1);
                    next[s.length] = Math.sin(s[s.length - 1] * s[0]);
                    return next;
                };
        requireSame(
                w -> {
                    double[] end = checkpointed(STEPS, states, growing, w);
                    return end[end.length - 1];
                },
                w -> {
                    double[] end = plain(growing, w);
                    return end[end.length - 1];
                });
        requireSame(
                w -> {
                    double[] room = new double[3];
                    return checkpointed(STEPS, states, (s, i) -> through(room, s, i), w)[2];
                },
                w -> {
                    double[] room = new double[3];
                    return plain((s, i) -> through(room, s, i), w)[2];
                });
    }

    /** Uses an array that others know for what is between. */
    private static double[] through(double[] room, double[] state, int index) {
        for (int k = 0; k < state.length; k++) {
            room[k] = state[k] * state[(k + 1) % state.length];
        }
        for (int k = 0; k < state.length; k++) {
            state[k] = Math.sin(room[k] + index);
        }
        return state;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 48})
    void exceptions(int states) {
        Step failing =
                (s, i) -> {
                    if (i == 20) {
                        throw new IllegalStateException("step " + i);
                    }
                    return new double[] {Math.sin(s[0] * s[1]), s[1]};
                };
        assertThatThrownBy(() -> gradient(w -> checkpointed(STEPS, states, failing, w)[0], AT.clone()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("step 20");
        DoubleArrayFn caught =
                w -> {
                    double y = w[0] * w[0];
                    try {
                        y += checkpointed(STEPS, states, failing, w)[0];
                    } catch (IllegalStateException tooFar) {
                        y += w[1];
                    }
                    return y;
                };
        assertThatThrownBy(() -> gradient(caught, AT.clone()))
                .isInstanceOfSatisfying(
                        NotDifferentiableException.class,
                        refused -> assertThat(refused.diagnostics().getFirst().id()).isEqualTo(ErrorId.RULE_FAILED));
        Step recovering =
                (s, i) -> {
                    try {
                        return failing.apply(s, i);
                    } catch (IllegalStateException tooFar) {
                        return new double[] {s[0] * 2, s[1]};
                    }
                };
        requireSame(w -> checkpointed(STEPS, states, recovering, w)[0], w -> plain(recovering, w)[0]);
    }
}
