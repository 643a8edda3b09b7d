package dev.fluxion.testkit.rules;

import dev.fluxion.testkit.differences.Comparison;
import dev.fluxion.testkit.numbers.Numbers;

/** Guesses what an author has done wrong, from what the numbers should have been. */
final class Hints {

    private static final double CLOSE = 1e-6;

    private final Numbers arguments;
    private final double[] actual;
    private final double[] expected;
    private final double[] memoryBar;

    /**
     * Makes a guesser.
     *
     * @param actual the cotangents of all numbers, as the rule gives them
     * @param expected as they should be
     * @param memoryBar the adjoints that were there before
     */
    Hints(Numbers arguments, double[] actual, double[] expected, double[] memoryBar) {
        this.arguments = arguments;
        this.actual = actual;
        this.expected = expected;
        this.memoryBar = memoryBar;
    }

    /** Returns what may be wrong with the cotangent of one argument, or nothing. */
    String about(int argument) {
        int[] starts = arguments.starts();
        int from = starts[argument];
        int to = starts[argument + 1];
        if (isScaled(from, to, -1)) {
            return "it has the opposite sign";
        }
        if (isShifted(from, to, -1)) {
            return "the adjoints that were there before are gone: a pullback adds to them";
        }
        if (isShifted(from, to, 1)) {
            return "the method has overwritten these: their adjoints are to be taken, that is cleared, first";
        }
        for (int other = 0; other < starts.length - 1; other++) {
            if (other != argument
                    && starts[other + 1] - starts[other] == to - from
                    && isThatAt(from, to, starts[other])) {
                return "it is that of " + arguments.rootName(other) + ": are the two in the wrong order?";
            }
        }
        return from == to || expected[from] == 0 ? "" : aboutFactor(from, to);
    }

    private String aboutFactor(int from, int to) {
        double factor = actual[from] / expected[from];
        if (isScaled(from, to, 0)) {
            return "it is zero";
        }
        return isScaled(from, to, factor)
                        && (to - from > 1 || factor == Math.rint(factor) || 1 / factor == Math.rint(1 / factor))
                ? "it is " + Comparison.number(factor) + " times what it should be"
                : "";
    }

    private boolean isScaled(int from, int to, double factor) {
        boolean all = from < to;
        for (int i = from; i < to; i++) {
            all &= isClose(actual[i], factor * expected[i]);
        }
        return all;
    }

    private boolean isShifted(int from, int to, int sign) {
        boolean all = from < to;
        for (int i = from; i < to; i++) {
            all &= memoryBar[i] != 0 && isClose(actual[i], expected[i] + sign * memoryBar[i]);
        }
        return all;
    }

    private boolean isThatAt(int from, int to, int other) {
        boolean all = from < to;
        for (int i = from; i < to; i++) {
            all &= isClose(actual[i], expected[other + i - from]);
        }
        return all;
    }

    private static boolean isClose(double x, double y) {
        return Math.abs(x - y) <= CLOSE * Math.max(1, Math.max(Math.abs(x), Math.abs(y)));
    }
}
