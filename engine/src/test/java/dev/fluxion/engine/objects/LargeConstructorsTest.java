package dev.fluxion.engine.objects;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.hessian;
import static dev.fluxion.Fluxion.jvp;
import static dev.fluxion.Fluxion.pullback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Constructors too large to be inlined, of objects that are kept and that no derivative flows through. */
class LargeConstructorsTest {

    private static final Table[] KEPT = new Table[12];

    private static class Wide {
        final double width;

        Wide(double start) {
            double s = start;
            s = Math.sin(s * 1.25 + 0.5) * s - Math.cos(s) + s * s;
            s = Math.sin(s * 1.25 + 0.5) * s - Math.cos(s) + s * s;
            s = Math.sin(s * 1.25 + 0.5) * s - Math.cos(s) + s * s;
            s = Math.sin(s * 1.25 + 0.5) * s - Math.cos(s) + s * s;
            s = Math.sin(s * 1.25 + 0.5) * s - Math.cos(s) + s * s;
            s = Math.sin(s * 1.25 + 0.5) * s - Math.cos(s) + s * s;
            width = Math.tanh(s);
        }
    }

    private static final class Table extends Wide {
        double sum;

        Table(double start) {
            super(start * 0.5);
            double s = start;
            s = Math.sin(s * 1.25 + 0.5) * s - Math.cos(s) + s * s;
            s = Math.sin(s * 1.25 + 0.5) * s - Math.cos(s) + s * s;
            s = Math.sin(s * 1.25 + 0.5) * s - Math.cos(s) + s * s;
            s = Math.sin(s * 1.25 + 0.5) * s - Math.cos(s) + s * s;
            s = Math.sin(s * 1.25 + 0.5) * s - Math.cos(s) + s * s;
            s = Math.sin(s * 1.25 + 0.5) * s - Math.cos(s) + s * s;
            sum = Math.tanh(s) * width;
        }
    }

    private static double many(double[] x) {
        KEPT[0] = new Table(0.1);
        KEPT[1] = new Table(0.2);
        KEPT[2] = new Table(0.3);
        KEPT[3] = new Table(0.4);
        KEPT[4] = new Table(0.5);
        KEPT[5] = new Table(0.6);
        KEPT[6] = new Table(0.7);
        KEPT[7] = new Table(0.8);
        KEPT[8] = new Table(0.9);
        KEPT[9] = new Table(1.0);
        KEPT[10] = new Table(1.1);
        KEPT[11] = new Table(1.2);
        double product = 1;
        for (Table table : KEPT) {
            product *= table.sum * x[1] + table.width;
        }
        return product * x[0];
    }

    @Test
    void runAsFunctions() {
        double[] x = {1.25, 0.75};
        double[] v = {0.5, -2};
        double h = 1e-6;
        double[] above = {x[0] + h * v[0], x[1] + h * v[1]};
        double[] below = {x[0] - h * v[0], x[1] - h * v[1]};
        double expected = (many(above.clone()) - many(below.clone())) / (2 * h);
        double[] slope = gradient(LargeConstructorsTest::many, x.clone());
        assertThat(slope[0] * v[0] + slope[1] * v[1]).isCloseTo(expected, within(1e-7 * Math.abs(expected)));
        assertThat(jvp(y -> many(y), x.clone(), v).tangent()).isCloseTo(expected, within(1e-7 * Math.abs(expected)));
        assertThat(pullback(y -> many(y), x.clone()).apply(1.0)).containsExactly(slope, within(1e-12));
        double[] product = hessian(LargeConstructorsTest::many).times(x.clone(), v);
        double[] slopeAbove = gradient(LargeConstructorsTest::many, above);
        double[] slopeBelow = gradient(LargeConstructorsTest::many, below);
        for (int i = 0; i < 2; i++) {
            double change = (slopeAbove[i] - slopeBelow[i]) / (2 * h);
            assertThat(product[i]).isCloseTo(change, within(1e-5 * (1 + Math.abs(change))));
        }
    }
}
