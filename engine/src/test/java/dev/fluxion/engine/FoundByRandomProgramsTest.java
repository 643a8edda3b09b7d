package dev.fluxion.engine;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What random programs have found, made small: functions whose derivative the JVM would not verify. */
class FoundByRandomProgramsTest {

    private static final double[] POINT = {1.1, 0.7, 2.3, 0.4};

    private static final double[] LIMITS = {1, 0.5, -0.5, 2};
    private static final Shape SCALED = new Scaled(0.5, new Square(2));

    private static Cell first = new Cell();
    private static Cell second = new Cell();
    private static double kept;

    private record Pair(double x, double y, int n) {}

    private sealed interface Shape permits Scaled, Square {}

    private record Scaled(double k, Shape s) implements Shape {}

    private record Square(double k) implements Shape {}

    /** Leaves with a number. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;

        final double value;

        Stop(double value) {
            this.value = value;
        }
    }

    /** Remembers another one. */
    private static class Cell {
        double w;
        final @Nullable Cell[] others = new Cell[1];

        void put(double v, Cell other) {
            Cell made = new Cell();
            made.w = v;
            other.others[0] = this;
            w += v * made.w;
            if (v > 100) {
                throw new Stop(v);
            }
        }
    }

    /** Two ways popped the same stack: an array by one, the table of shadows by the other. */
    @Test
    void anArrayGivenAsAnObjectOnOneOfTwoWays() {
        Slopes.assertRight(FoundByRandomProgramsTest::copies, POINT);
    }

    private static double copies(double[] x) {
        int n = 1;
        int limit = 1;
        if (x[n & 3] >= -0.25 && n < limit) {
            spread(x.clone());
        }
        spread(x);
        Pair pair = new Pair(Math.cos(x[0]), x[0] * x[1], n);
        System.arraycopy(x, 1, x, 0, 3);
        return pair.x() * x[2] + pair.y() * pair.n();
    }

    private static void spread(double[] p) {
        double v = Math.hypot(p[0], p[1]);
        double[] a = {v, v * p[2], v, v};
        System.arraycopy(a, 0, p, 0, 4);
        System.arraycopy(p, 1, a, 0, 3);
    }

    /** A local variable that only the handler's way defines was live in the frame before the try. */
    @Test
    void arraysChosenInAHandler() {
        Slopes.assertRight(FoundByRandomProgramsTest::handlers, POINT, new double[] {1.1, 0.7, 200, 0.4});
    }

    private static double handlers(double[] x) {
        first = new Cell();
        second = new Cell();
        first.w = x[2];
        second.w = x[0];
        kept = 0;
        double v = x[0] * x[1];
        try {
            double[] a = new double[4];
            try {
                double[] b = a.clone();
                second.put(first.w + b[0], first);
            } catch (IllegalStateException e) {
                double[] c = Math.max(v, x[0]) > Math.atan(v) ? x : a;
                kept = c[0];
            }
        } catch (Stop e) {
            kept = e.value * Math.tanh(v);
        }
        return 0.5 * second.w + kept;
    }

    @Test
    void patternsOfRecordsOnOneWay() {
        Slopes.assertRight(FoundByRandomProgramsTest::patterns, POINT, new double[] {-1.1, 0.7, 2.3, 0.4});
    }

    private static double patterns(double[] x) {
        int n = 1;
        double v = x[3];
        if (x[0] / (2 + Math.cos(x[1])) > 0) {
            if ((n & 1) == 0) {
                v = LIMITS[2];
            } else {
                v *= 2;
            }
            x[1] +=
                    Math.atan(
                            switch (SCALED) {
                                case Scaled(double k, Shape s) when k > 0.1 -> x[(int) (3 * v) & 3] + k;
                                case Scaled t -> t.k();
                                case Square q -> v * q.k();
                            });
        } else {
            v = x[2];
        }
        return x[1] * v;
    }
}
