package dev.fluxion.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.rule.Adjoints;
import dev.fluxion.rule.PullbackInPlace;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullbackInPlace;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** Second derivatives of rules in place, whose pullbacks compute in objects and arrays of their own. */
class SecondDerivativesOfRulesTest {

    private static final Differentiator AD = Fluxion.builder().rules(ColumnRules.class).build();

    static final class Column {
        final double[] data;

        Column(double... data) {
            this.data = data;
        }
    }

    static final class Columns {
        private Columns() {}

        /** Squares each number. */
        static boolean square(Column in, Column out) {
            for (int i = 0; i < in.data.length; i++) {
                out.data[i] = in.data[i] * in.data[i];
            }
            return true;
        }

        static void multiply(double factor, Column by, Column with, Column out) {
            for (int i = 0; i < out.data.length; i++) {
                out.data[i] += factor * by.data[i] * with.data[i];
            }
        }
    }

    @Rules(of = Columns.class)
    static final class ColumnRules {
        private ColumnRules() {}

        @Reverse(of = "square", writes = 1)
        static ValueAndPullbackInPlace<Boolean> square(Column in, Column out) {
            Column before = new Column(in.data.clone());
            boolean isDone = Columns.square(in, out);
            double[] to = out.data;
            double[] from = in.data;
            return ValueAndPullbackInPlace.of(isDone, ofSquares(before, to, from));
        }

        private static PullbackInPlace<Boolean> ofSquares(Column before, double[] to, double[] from) {
            return (none, adjoints) -> {
                Column bar = taken(to, adjoints);
                Column half = new Column(new double[from.length]);
                Columns.multiply(2, before, bar, half);
                Columns.multiply(1, new Column(1, 1), half, new Column(adjoints.of(from)));
            };
        }

        private static Column taken(double[] array, Adjoints adjoints) {
            double[] bar = adjoints.of(array);
            Column taken = new Column(bar.clone());
            Arrays.fill(bar, 0);
            return taken;
        }
    }

    @Test
    void ofOneObjectIntoAnother() {
        DoubleFn f =
                t -> {
                    Column out = new Column(new double[2]);
                    Columns.square(new Column(t * t, 3 * t), out);
                    return out.data[0] * out.data[1]; // 9 t^6
                };
        assertThat(AD.gradient(f, 0.7)).isCloseTo(54 * Math.pow(0.7, 5), within(1e-12));
        assertThat(AD.derivative(AD.derivative(f)).applyAsDouble(0.7)).isCloseTo(270 * Math.pow(0.7, 4), within(1e-11));
    }

    @Test
    void inPlace() {
        DoubleFn f =
                t -> {
                    Column both = new Column(t, 2 * t);
                    Columns.square(both, both);
                    return both.data[0] * both.data[1]; // 4 t^4
                };
        assertThat(AD.derivative(AD.derivative(f)).applyAsDouble(0.7)).isCloseTo(48 * 0.49, within(1e-11));
    }
}
