package dev.fluxion.runtime.sweep;

/** Runs the derivative of a function from an array to a number in one direction. Thread safe. */
public final class ScalarSweeps {

    private final ScalarTangent sweep;
    private final Idle<Workspace> idle = new Idle<>();

    /** The arrays of one run, which the next one uses again. */
    private static final class Workspace {
        private final double[] xDot;
        private final double[] slope = new double[1];

        Workspace(int variables) {
            this.xDot = new double[variables];
        }
    }

    /** Makes them of a compiled sweep in one direction. */
    public ScalarSweeps(ScalarTangent sweep) {
        this.sweep = sweep;
    }

    /**
     * Runs the function.
     *
     * @param x the point
     * @param direction of its length
     * @param out of length 1, takes the derivative
     * @return the function's value
     */
    public double into(double[] x, double[] direction, double[] out) {
        Workspace space = take(x.length);
        double value = run(space, x, direction);
        out[0] = space.slope[0];
        idle.give(1, space);
        return value;
    }

    /** Returns the derivative at {@code x} in a direction of its length. */
    public double at(double[] x, double[] direction) {
        Workspace space = take(x.length);
        run(space, x, direction);
        double slope = space.slope[0];
        idle.give(1, space);
        return slope;
    }

    private Workspace take(int variables) {
        Workspace space = idle.take(1);
        return space != null && space.xDot.length == variables ? space : new Workspace(variables);
    }

    private double run(Workspace space, double[] x, double[] direction) {
        System.arraycopy(direction, 0, space.xDot, 0, direction.length);
        return sweep.run(x, space.xDot, space.slope);
    }
}
