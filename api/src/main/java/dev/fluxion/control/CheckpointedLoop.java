package dev.fluxion.control;

import dev.fluxion.rule.Adjoints;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A loop that has run, of which few states are kept, and that is run backwards by the schedule of {@link Revolve}. It
 * can be run backwards any number of times. A block of steps is run backwards at once, from what all of them remember.
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
        int block = Revolve.block(states);
        int blocks = Revolve.blocks(steps, states);
        for (int i = 0; i < blocks; i++) {
            if (i == next) {
                if (i > 0) {
                    kept.add(now.clone());
                    room--;
                }
                next = blocks - i > 1 && room > 1 ? i + Revolve.split(blocks - i, room) : blocks;
            }
            for (int k = i * block; k < Math.min(steps, (i + 1) * block); k++) {
                now = step.apply(now, k);
            }
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

    /** Blocks that are still to be run backwards. */
    private static final class Pending {
        private final int from;
        private int to;

        /** Where among the states kept is that before the first of them; -1 if later ones are not kept. */
        private int place;

        private final double[] state;
        private final int room;

        Pending(int from, int to, int place, double[] state, int room) {
            this.from = from;
            this.to = to;
            this.place = place;
            this.state = state;
            this.room = room;
        }
    }

    /**
     * Runs the loop backwards.
     *
     * @param bar the cotangent of the state after the last step
     * @return that of the state before the first one
     */
    public double[] pullback(double[] bar, Adjoints adjoints) {
        double[] cotangent = bar;
        Deque<Pending> pending = new ArrayDeque<>();
        pending.push(new Pending(0, Revolve.blocks(steps, states), 0, kept.getFirst(), states));
        while (!pending.isEmpty()) {
            Pending last = pending.element();
            if (last.to - last.from > 1) {
                pending.push(later(last, adjoints));
                continue;
            }
            pending.pop();
            if (last.to > last.from) {
                cotangent = adjoints.pullback(steps(last.from, last.to).block(), last.state, cotangent);
            }
        }
        return cotangent;
    }

    /** Takes off the later ones of several blocks, with the state before them. */
    private Pending later(Pending blocks, Adjoints adjoints) {
        int middle =
                blocks.room > 1 ? blocks.from + Revolve.split(blocks.to - blocks.from, blocks.room) : blocks.to - 1;
        int after = blocks.place >= 0 && blocks.place + 1 < kept.size() ? blocks.place + 1 : -1;
        double[] at = after > 0 ? kept.get(after) : advance(blocks.from, middle, blocks.state, adjoints);
        Pending later = new Pending(middle, blocks.to, after, at, Math.max(1, blocks.room - 1));
        blocks.to = middle;
        blocks.place = -1;
        return later;
    }

    private double[] advance(int from, int to, double[] state, Adjoints adjoints) {
        return adjoints.value(steps(from, to), state.clone());
    }

    private StepsAt steps(int fromBlock, int toBlock) {
        int block = Revolve.block(states);
        return new StepsAt(step, fromBlock * block, Math.min(steps, toBlock * block));
    }
}
