package dev.fluxion.derivative;

import java.util.Arrays;

/** The unit directions that a sweep of several lanes goes in. */
final class Directions {

    private Directions() {}

    /** Returns how many directions are best taken at once for so many. */
    static int lanes(int count) {
        return count == 1 ? 1 : count <= 4 ? 4 : 8;
    }

    /** Sets {@code xDot} to the unit directions {@code from}, {@code from + 1} and so on. */
    static void set(double[] xDot, int from, int lanes) {
        Arrays.fill(xDot, 0);
        int count = xDot.length / lanes;
        for (int lane = 0; lane < lanes && from + lane < count; lane++) {
            xDot[(from + lane) * lanes + lane] = 1;
        }
    }

    /**
     * Returns the point for a sweep: a function that writes to its argument does so once to the array that the caller
     * has, in the last sweep.
     *
     * @param next the direction that the next sweep would begin with
     */
    static double[] point(double[] x, int next) {
        return next < x.length ? x.clone() : x;
    }
}
