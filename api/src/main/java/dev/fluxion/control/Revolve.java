package dev.fluxion.control;

/**
 * When to keep which state of a loop that is run backwards, with room for few of them: the binomial schedule of A.
 * Griewank and A. Walther, "Algorithm 799: Revolve", ACM Transactions on Mathematical Software 26 (2000), 19-45,
 * doi:10.1145/347837.347846. With {@code s} states and {@code r} runs of each step at most, loops of up to {@code
 * binomial(s + r, s)} steps are possible, and no schedule needs fewer steps in all.
 */
public final class Revolve {

    /** A block of steps is this part of the states that are kept. */
    private static final int STATES_PER_STEP = 16;

    private Revolve() {}

    /**
     * Returns how many steps are differentiated at once: one for each sixteen states that there is room for, at least
     * one. Each such block begins with a state that is kept or computed again.
     */
    public static int block(int states) {
        return Math.max(1, states / STATES_PER_STEP);
    }

    /** Returns how many blocks a loop has. */
    static int blocks(int steps, int states) {
        return (int) (((long) steps + block(states) - 1) / block(states));
    }

    /**
     * Returns how many steps, or blocks of them, a loop is run on before its next state is kept.
     *
     * @param steps those that are to be run backwards, at least 2
     * @param states how many states there is room for, that before the first step counted; at least 2
     * @return at least 1, less than {@code steps}
     */
    public static int split(int steps, int states) {
        int runs = runs(steps, states);
        long first = Math.max(reach(states, runs - 2), steps - reach(states - 1, runs));
        return (int) Math.max(1, first);
    }

    /**
     * Returns how many steps are run forwards to come to the state before each {@linkplain #block block} of them, from
     * the last to the first, with nothing but the first state at hand: for {@code n} blocks {@code r n - binomial(s +
     * r, r - 1)} blocks, where {@code r} is the least number with {@code n <= binomial(s + r, s)}. The steps whose
     * derivatives are taken are not counted.
     *
     * @param steps how many steps the loop has
     * @param states how many states there is room for, that before the first step counted; at least 1
     */
    public static long forwardSteps(int steps, int states) {
        requireStates(states);
        return block(states) * forwardBlocks(blocks(steps, states), states);
    }

    private static long forwardBlocks(int blocks, int states) {
        if (blocks <= 1) {
            return 0;
        }
        int runs = runs(blocks, states);
        return (long) runs * blocks - reach(states + 1, runs - 1);
    }

    /**
     * Returns how many steps a loop of known length is run forwards again for its derivative, beside one for each step
     * whose derivative is taken: {@link #forwardSteps}, less those to the last state that is kept while the loop
     * computes its value. In an open-ended loop none is, and it is {@link #forwardSteps}.
     *
     * @param steps how many steps the loop has
     * @param states how many states there is room for, that before the first step counted; at least 1
     */
    public static long extraSteps(int steps, int states) {
        requireStates(states);
        int blocks = blocks(steps, states);
        int kept = 0;
        for (int room = states; room > 1 && blocks - kept > 1; room--) {
            kept += split(blocks - kept, room);
        }
        return block(states) * (forwardBlocks(blocks, states) - kept);
    }

    /** Returns the least number of runs with which a loop can be run backwards. */
    private static int runs(int steps, int states) {
        int runs = 0;
        while (reach(states, runs) < steps) {
            runs++;
        }
        return runs;
    }

    /** Returns the steps that can be run backwards: {@code binomial(states + runs, states)}, bounded. */
    private static long reach(int states, int runs) {
        if (runs < 0) {
            return 0;
        }
        long reach = 1;
        for (int i = 1; i <= Math.min(states, runs); i++) {
            reach = reach * (Math.max(states, runs) + i) / i;
            if (reach > 1L << 31) {
                return 1L << 31;
            }
        }
        return reach;
    }

    /** Fails if there is no room for the state before the first step. */
    public static void requireStates(int states) {
        if (states < 1) {
            throw new IllegalArgumentException(
                    "room for " + states + " states of a loop: at least 1 is needed, the one before its first step");
        }
    }
}
