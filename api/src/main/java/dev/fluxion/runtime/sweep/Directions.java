package dev.fluxion.runtime.sweep;

/** The directions that sweeps go in. */
@FunctionalInterface
public interface Directions {

    /** The unit directions, one for each input. */
    Directions UNITS =
            (xDot, from, lanes) -> {
                int count = xDot.length / lanes;
                for (int lane = 0; lane < lanes && from + lane < count; lane++) {
                    xDot[(from + lane) * lanes + lane] = 1;
                }
            };

    /**
     * Sets the directions {@code from} to {@code from + lanes - 1}.
     *
     * @param xDot zeros, lane by lane for each input
     */
    void seed(double[] xDot, int from, int lanes);
}
