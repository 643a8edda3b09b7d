package dev.fluxion.control;

import dev.fluxion.rule.Adjoints;

import java.util.ArrayList;
import java.util.List;

/**
 * A loop that has run, of which few states are kept, and that is run backwards by the schedule of {@link Revolve}. It
 * can be run backwards any number of times.
 */
public final class CheckpointedLoop {

    private final Step step;
    private final int steps;
    private final int states;

    /** Those on the way to the last step, the first one first. */
    private final List<double[]> kept;

    private final double[] last;

    private CheckpointedLoop(Step step, int steps, int states, List<double[]> kept, double[] last) {
        this.step = step;
        this.steps = steps;
        this.states = states;
        this.kept = kept;
        this.last = last;
    }

    /**
     * Runs a loop.
     *
     * @param steps how many steps it has
     * @param states how many states there is room for, that before the first step counted
     * @param step what it does
     * @param state that before the first step, which is left as it is
     */
    public static CheckpointedLoop run(int steps, int states, Step step, double[] state) {
        Revolve.requireStates(states);
        List<double[]> kept = new ArrayList<>();
        kept.add(state.clone());
        double[] now = state.clone();
        int next = 0;
        int room = states;
        for (int i = 0; i < steps; i++) {
            if (i == next) {
                if (i > 0) {
                    kept.add(now.clone());
                    room--;
                }
                next = steps - i > 1 && room > 1 ? i + Revolve.split(steps - i, room) : steps;
            }
            now = step.apply(now, i);
        }
        return new CheckpointedLoop(step, steps, states, kept, now);
    }

    /**
     * Runs an open-ended loop. As its length is known only when it has ended, no state is kept but the first.
     *
     * @param goesOn whether another step is made
     * @param states how many states there will be room for when it is run backwards
     * @param step what it does
     * @param state that before the first step, which is left as it is
     */
    public static CheckpointedLoop run(Condition goesOn, int states, Step step, double[] state) {
        Revolve.requireStates(states);
        double[] now = state.clone();
        int steps = 0;
        while (goesOn.holds(now, steps)) {
            now = step.apply(now, steps);
            steps++;
        }
        return new CheckpointedLoop(step, steps, states, List.of(state.clone()), now);
    }

    /** Returns a copy of the state after the last step. */
    public double[] value() {
        return last.clone();
    }

    /**
     * Runs the loop backwards.
     *
     * @param bar the cotangent of the state after the last step
     * @return that of the state before the first one
     */
    public double[] pullback(double[] bar, Adjoints adjoints) {
        return backwards(0, steps, 0, kept.getFirst(), states, bar, adjoints);
    }

    /**
     * Runs some steps backwards.
     *
     * @param place where among the states kept is that before the first of these steps; -1 if later ones are not kept
     */
    private double[] backwards(
            int from, int end, int place, double[] state, int room, double[] bar, Adjoints adjoints) {
        double[] cotangent = bar;
        int to = end;
        int known = place;
        while (to - from > 1) {
            int middle = room > 1 ? from + Revolve.split(to - from, room) : to - 1;
            int after = known >= 0 && known + 1 < kept.size() ? known + 1 : -1;
            double[] at = after > 0 ? kept.get(after) : advance(from, middle, state, adjoints);
            cotangent = backwards(middle, to, after, at, Math.max(1, room - 1), cotangent, adjoints);
            known = -1;
            to = middle;
        }
        return to == from ? cotangent : adjoints.pullback(new StepAt(step, from), state, cotangent);
    }

    private double[] advance(int from, int to, double[] state, Adjoints adjoints) {
        double[] now = state.clone();
        for (int i = from; i < to; i++) {
            now = adjoints.value(new StepAt(step, i), now);
        }
        return now;
    }
}
