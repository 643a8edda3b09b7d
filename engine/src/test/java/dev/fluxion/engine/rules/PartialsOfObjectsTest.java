package dev.fluxion.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

import org.junit.jupiter.api.Test;

/** A partial says nothing of the numbers in the objects that its method is given. */
class PartialsOfObjectsTest {

    private static final Differentiator AD =
            Fluxion.builder().rules(PolyRules.class, KnotsRules.class, CurveRules.class).build();

    static final class Poly {
        double c;

        Poly(double c) {
            this.c = c;
        }

        double eval(double x) {
            return c * x * x;
        }
    }

    /** Says 100 more than is true, so that it is seen where it counts. */
    @Rules(of = Poly.class)
    static final class PolyRules {
        private PolyRules() {}

        @Partial(of = "eval", wrt = 1)
        static double eval(Poly poly, double x, double y) {
            return 2 * poly.c * x + 100;
        }
    }

    static final class Knots {
        final double[] at;

        Knots(double[] at) {
            this.at = at;
        }

        double eval(double x) {
            return at[0] * x;
        }
    }

    @Rules(of = Knots.class)
    static final class KnotsRules {
        private KnotsRules() {}

        @Partial(of = "eval", wrt = 1)
        static double eval(Knots knots, double x, double y) {
            return knots.at[0] + 100;
        }
    }

    interface Curve {
        double eval(double x);
    }

    record Line(double slope) implements Curve {
        @Override
        public double eval(double x) {
            return slope * x;
        }
    }

    @Rules(of = Curve.class)
    static final class CurveRules {
        private CurveRules() {}

        @Partial(of = "eval", wrt = 1)
        static double eval(Curve curve, double x, double y) {
            return y / x + 100;
        }
    }

    private static double slope(DoubleFn f, double x) {
        return AD.derivative(f).applyAsDouble(x);
    }

    @Test
    void numbersOfConstantObjectsAreConstants() {
        Poly poly = new Poly(3);
        Knots knots = new Knots(new double[] {5});
        assertThat(slope(x -> poly.eval(x), 2)).isEqualTo(112);
        assertThat(slope(x -> knots.eval(x) + new Poly(3).eval(x), 2)).isEqualTo(217);
        assertThat(AD.gradient((double[] x) -> poly.eval(x[0]) * x[1] + knots.eval(x[1]), new double[] {2, 3}))
                .containsExactly(336, 117);
        assertThat(AD.jvp((double[] x) -> knots.eval(x[0]) * x[1], new double[] {2, 3}, new double[] {1, 0}).tangent())
                .isEqualTo(315.0);
        assertThat(AD.hessian(x -> poly.eval(x[0])).at(new double[] {2})[0]).containsExactly(6);
    }

    @Test
    void anObjectThatIsChangedLaterCountsAsItWas() {
        double there =
                slope(
                        x -> {
                            Poly poly = new Poly(3);
                            double y = poly.eval(x);
                            poly.c = 7;
                            return y + poly.eval(x);
                        },
                        2);
        assertThat(there).isEqualTo(12 + 100 + 28 + 100);
    }

    @Test
    void callsInTryBlocksAndLoopsCountAsTheyWere() {
        assertThat(slope(PartialsOfObjectsTest::inLoop, 2)).isEqualTo(4 * 1 + 100 + 4 * 2 + 100 + 4 * 3 + 100);
    }

    @Test
    void theSameForward() {
        assertThat(AD.jvp((double[] x) -> inLoop(x[0]), new double[] {2}, new double[] {1}).tangent()).isEqualTo(324.0);
        assertThat(AD.hessian(x -> inLoop(x[0]), new double[] {2})[0]).containsExactly(2 * (1 + 2 + 3));
    }

    private static double inLoop(double x) {
        Poly poly = new Poly(0);
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            try {
                poly.c = i;
                if (i == 0) {
                    throw new IllegalStateException();
                }
                sum += poly.eval(x);
            } catch (IllegalStateException none) {
                poly.c = -1;
            }
        }
        poly.c = 17;
        return sum;
    }

    @Test
    void elementsThatAreChangedLaterCountAsTheyWere() {
        double[] at = {3};
        double there =
                slope(
                        x -> {
                            at[0] = 3;
                            Knots knots = new Knots(at);
                            double y = knots.eval(x);
                            at[0] = 7;
                            return y + knots.eval(x);
                        },
                        2);
        assertThat(there).isEqualTo(3 + 100 + 7 + 100);
    }

    @Test
    void numbersOfAnObjectThatAreDifferentiatedAreRefused() {
        refused(() -> slope(x -> new Poly(x).eval(2), 2), "PartialsOfObjectsTest$Poly.eval");
        refused(() -> slope(x -> new Poly(x).eval(x), 2), "PartialsOfObjectsTest$Poly.eval");
        refused(() -> slope(x -> new Knots(new double[] {x}).eval(x), 2), "PartialsOfObjectsTest$Knots.eval");
        refused(() -> slope(x -> curve(x).eval(x), 2), "PartialsOfObjectsTest$Curve.eval");
    }

    private static Curve curve(double x) {
        return new Line(x);
    }

    @Test
    void alsoInArgumentsAndForward() {
        refused(() -> AD.gradient((Poly poly) -> poly.eval(2), new Poly(3)), "Poly.eval");
        refused(() -> AD.jvp((double[] x) -> new Poly(x[0]).eval(2), new double[] {1}, new double[] {1}), "Poly.eval");
        refused(() -> AD.hessian(x -> new Poly(x[0]).eval(x[0])).at(new double[] {1}), "Poly.eval");
    }

    private static void refused(Runnable derivative, String method) {
        assertThatThrownBy(derivative::run)
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("FX-")
                .hasMessageContaining(method)
                .hasMessageContaining("@Reverse");
    }
}
