package dev.fluxion.engine.nested;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.hessian;
import static dev.fluxion.Fluxion.jacobian;
import static dev.fluxion.Fluxion.jvp;
import static dev.fluxion.engine.nested.Inside.assertRight;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.DoubleArrayGradient;
import dev.fluxion.DoubleFn;
import dev.fluxion.DoubleGradient;
import dev.fluxion.VectorFn;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Derivatives that differentiated code takes itself, of functions that come from anywhere. */
class FunctionsInsideTest {

    private static final DoubleFn CUBE = y -> y * y * y;

    private static final class Box {
        double held;
    }

    private static double firstSlope(VectorFn f, double[] at) {
        return jacobian(f, at)[0][0] * f.apply(at)[0];
    }

    @Test
    void ofFieldsAndCapturedVariables() {
        assertRight(t -> gradient(CUBE, t * t));
        DoubleFn captured = y -> y * y * Math.sin(y);
        assertRight(t -> gradient(captured, t * t) * derivative(captured).applyAsDouble(t));
    }

    @Test
    void ofParameters() {
        assertRight(t -> firstSlope(y -> new double[] {y[0] * y[1] * t}, new double[] {t, 3}));
    }

    private static double slopeOfProduct(DoubleFn f, DoubleFn g, double at) {
        return gradient((double y) -> f.applyAsDouble(y) * g.applyAsDouble(y) * g.applyAsDouble(y), at);
    }

    @Test
    void thatChangePlaces() {
        DoubleFn sine = y -> Math.sin(y);
        assertRight(t -> {
            DoubleFn own = y -> Math.exp(y);
            return slopeOfProduct(CUBE, own, t) + 5 * slopeOfProduct(own, CUBE, t) * slopeOfProduct(own, sine, t);
        });
    }

    private record Square(double factor) implements DoubleFn {

        @Override
        public double applyAsDouble(double y) {
            return y * y * factor;
        }
    }

    @Test
    void thatAreObjectsOfKnownClass() {
        assertRight(t -> gradient(new Square(t), t) * jvp(new Square(t * t), t, 1).tangent());
    }

    @Test
    void chosenAsTheCodeRuns() {
        assertRight(t -> {
            DoubleFn f = t > 1 ? z -> z * z * t : z -> z * t;
            return gradient(f, t);
        });
    }

    @Test
    void inListsAndArrays() {
        assertRight(t -> {
            List<DoubleFn> list = List.of(z -> z * z * t, z -> z * Math.sin(z));
            double sum = 0;
            for (DoubleFn f : list) {
                sum += gradient(f, t) * jvp(f, t, t).tangent() * hessian(f, t);
            }
            return sum;
        });
        VectorFn[] functions = {y -> new double[] {y[0] * y[0], y[1]}, y -> new double[] {Math.sin(y[0] * y[1])}};
        assertRight(t -> {
            double sum = 0;
            for (VectorFn f : functions) {
                sum += jacobian(f, new double[] {t, t * t})[0][0];
            }
            return sum;
        });
    }

    @Test
    void derivativesThatAreKept() {
        assertRight(t -> {
            List<DoubleFn> list = new ArrayList<>();
            list.add(derivative((double y) -> y * y * t));
            return list.get(0).applyAsDouble(t);
        });
        assertRight(t -> derivative(derivative(derivative((double y) -> Math.exp(y * t)))).applyAsDouble(t));
    }

    @Test
    void gradientsThatAreKept() {
        assertRight(t -> {
            DoubleArrayGradient gradient = gradient((double[] y) -> y[0] * y[1] * y[1] * t);
            double[] sum = {1, 1};
            double value = gradient.accumulate(new double[] {t, 2}, sum);
            double[] out = new double[2];
            gradient.into(new double[] {2, t}, out);
            return value * sum[1] + out[0] * gradient.at(new double[] {t, t})[1];
        });
        assertRight(t -> {
            DoubleGradient gradient = gradient((double y) -> y * y * t);
            return gradient.at(t) * gradient.withGradient(2 * t).gradient();
        });
    }

    @Test
    void methodReferences() {
        assertRight(t -> gradient((DoubleFn) Math::sin, t) * derivative((DoubleFn) Math::exp).applyAsDouble(t));
    }

    @Test
    void inLoops() {
        assertRight(t -> {
            double y = 1;
            DoubleFn f = z -> z * z * z - t * 5;
            for (int i = 0; i < 8; i++) {
                var both = jvp(f, y, 1);
                y -= both.value() / both.tangent();
            }
            return y;
        });
    }

    @Test
    void thatHaveCapturedObjects() {
        assertRight(t -> {
            double[] c = {t, 2 * t};
            double[][] j =
                    jacobian(
                            (double[] y) -> new double[] {y[0] * c[0] * y[1], y[1] * c[1] * y[0]}, new double[] {t, 2});
            c[0] = 0;
            return j[0][0] * j[1][1] + c[1];
        });
        Box box = new Box();
        assertRight(t -> {
            box.held = t;
            double[][] j =
                    jacobian(
                            (double[] y) -> new double[] {y[0] * box.held * y[1], y[1] * box.held * y[0]},
                            new double[] {t, 2});
            return j[0][0] * j[1][1];
        });
    }

    private static double powers(double x, int n) {
        return n == 0 ? x : Math.sin(powers(x, n - 1)) * x;
    }

    private static double held(Box box, int n) {
        if (n == 0) {
            return box.held * box.held;
        }
        box.held = Math.sin(box.held);
        return held(box, n - 1) * box.held;
    }

    @Test
    void thatTheCodeAroundCallsToo() {
        assertRight(t -> {
            Box box = new Box();
            box.held = t;
            return powers(t, 3) * held(box, 2) + derivative((double y) -> powers(y, 2)).applyAsDouble(t);
        });
    }

    private static double slopes(int n, double t) {
        return n == 0 ? t : jvp((double y) -> y * slopes(n - 1, y), t, 1).tangent();
    }

    @Test
    void ofNoKnownOrderAreRefused() {
        assertThatThrownBy(() -> gradient((double t) -> slopes(3, t), 2.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("cannot take the derivative of a function that takes its own derivative")
                .hasMessageContaining("FunctionsInsideTest.java:");
    }
}
