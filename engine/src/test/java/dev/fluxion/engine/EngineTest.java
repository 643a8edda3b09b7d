package dev.fluxion.engine;

import static dev.fluxion.Fluxion.derivative;
import static dev.fluxion.Fluxion.explain;
import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleFn;
import dev.fluxion.DoubleGradient;
import dev.fluxion.engine.foreign.Pricer;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** From the facade through all stages. */
class EngineTest {

    private final double factor = 7;

    private double scaled(double x) {
        return factor * x * x;
    }

    private static float narrow(double x) {
        return (float) (x * x);
    }

    private static int whole(double x) {
        return (int) x;
    }

    private static double power(double x, int n) {
        return n == 0 ? 1 : x * power(x, n - 1);
    }

    @Test
    void everyShape() {
        assertThat(gradient(x -> 5 * x + 3, 10.0)).isEqualTo(5.0);
        assertThat(gradient((x, y) -> x * y, 2.0, 3.0).first()).isEqualTo(3.0);
        assertThat(gradient((x, y, z) -> x * y * z, 2.0, 3.0, 4.0).third()).isEqualTo(6.0);
        assertThat(gradient((x, y, z, w) -> x * y * z * w, 1.0, 2.0, 3.0, 4.0).fourth()).isEqualTo(6.0);
        assertThat(gradient(w -> w[0] * w[1], new double[] {2, 3})).containsExactly(3, 2);
        assertThat(gradient((a, b) -> a[0] * b[1], new double[] {2, 3}, new double[] {4, 5}).second())
                .containsExactly(0, 2);
        assertThat(
                        gradient((a, b, c) -> a[0] * b[0] * c[0], new double[] {2}, new double[] {3}, new double[] {4})
                                .third())
                .containsExactly(6);
        assertThat(gradient((float[] w) -> w[0] * w[1], new float[] {2, 3})).containsExactly(3, 2);
    }

    @Test
    void valueAndGradientComeTogether() {
        DoubleGradient square = gradient((double x) -> x * x);
        double[] out = new double[1];
        assertThat(square.into(3, out)).isEqualTo(9);
        assertThat(out).containsExactly(6);
        assertThat(square.at(3)).isEqualTo(6);
    }

    @Test
    void methodReferencesOfAllKinds() {
        assertThat(gradient(Math::sin, 1.0)).isEqualTo(Math.cos(1.0));
        assertThat(gradient(this::scaled, 2.0)).isEqualTo(28.0);
        assertThat(gradient(EngineTest::narrow, 2.0)).isEqualTo(4.0);
        assertThat(gradient(EngineTest::whole, 2.0)).isZero();
    }

    private static DoubleFn scaledBy(double factor) {
        return y -> factor * y * y;
    }

    @Test
    void lambdasThatMethodsReturn() {
        assertThat(gradient(x -> scaledBy(x).applyAsDouble(x), 2.0)).isEqualTo(12.0);
        assertThat(gradient(x -> derivative(scaledBy(x)).applyAsDouble(x), 2.0)).isEqualTo(8.0);
        assertThat(gradient(x -> derivative(scaledBy(3)).applyAsDouble(x) * x, 2.0)).isEqualTo(24.0);
    }

    @Test
    void reflectedMethodsTakeTheirArgumentsAsAnArray() throws NoSuchMethodException {
        var power = Math.class.getMethod("pow", double.class, double.class);
        assertThat(gradient(power).at(2, 3)).containsExactly(12, 8 * Math.log(2));
        var own = EngineTest.class.getDeclaredMethod("scaled", double.class);
        assertThat(gradient(own, this).at(2)).containsExactly(28);
    }

    @Test
    void objectsOfOrdinaryClassesAreFunctions() {
        record Parabola(double a) implements DoubleFn {
            @Override
            public double applyAsDouble(double x) {
                return a * x * x;
            }
        }
        assertThat(gradient(new Parabola(5), 2.0)).isEqualTo(20);
    }

    @Test
    void derivativesAreFunctions() {
        assertThat(derivative(derivative(x -> x * x * x)).applyAsDouble(2)).isEqualTo(12);
        DoubleFn fifth = derivative(derivative(derivative(derivative(derivative(x -> x * x * x * x * x * x)))));
        assertThat(fifth.applyAsDouble(2)).isEqualTo(1440);
        double c = 4;
        assertThat(derivative(derivative(x -> c * x * x * x)).applyAsDouble(2)).isEqualTo(48);
        DoubleFn cubed = derivative(x -> x * x * x);
        assertThat(gradient(x -> cubed.applyAsDouble(x) * x, 2.0)).isEqualTo(36);
        assertThat(gradient(gradient((double x) -> x * x * x)::at, 2.0)).isEqualTo(12);
    }

    @Test
    void functionsKnownOnlyAtRunTimeAreLinkedThen() {
        Map<String, DoubleFn> functions = Map.of("sin", Math::sin, "cos", Math::cos, "tan", Math::tan);
        DoubleFn slope = derivative(x -> functions.get(name()).applyAsDouble(x));
        assertThat(slope.applyAsDouble(1)).isEqualTo(0.5403023058681398);
        assertThat(derivative(slope).applyAsDouble(1)).isCloseTo(-Math.sin(1), within(1e-15));
        assertThat(derivative(derivative(slope)).applyAsDouble(1)).isCloseTo(-Math.cos(1), within(1e-15));
    }

    private static String name() {
        return "SIN".toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void recursionGoesOverTheTape() {
        assertThat(gradient(x -> power(x, 5), 2.0)).isEqualTo(80);
    }

    @Test
    void privateMembersOfOtherClassesAreReachedAndUsedOnce() {
        Pricer pricer = new Pricer(4);
        int calls = Pricer.calls();
        assertThat(gradient(x -> pricer.price(x), 3.0)).isEqualTo(4 * 3 * 0.5 * 2 + 3);
        assertThat(gradient(pricer::price, 3.0)).isEqualTo(15);
        assertThat(Pricer.calls()).isEqualTo(calls + 2);
        assertThat(Pricer.logged()).isEqualTo(Pricer.calls());
    }

    @Test
    void explanationHasAllParts() {
        var explanation = explain((double x) -> 5 * x + 3);
        assertThat(explanation.source()).contains("EngineTest.java:");
        assertThat(explanation.ir()).contains("mul");
        assertThat(explanation.adjointIr()).contains("ret 5.0").doesNotContain("mul");
        assertThat(explanation.bytecode()).startsWith((byte) 0xca, (byte) 0xfe);
        assertThat(explanation.warnings()).isEmpty();
    }

    @Test
    void branchOnEqualityOfActiveNumbersIsWarnedOf() {
        var explanation = explain((double x) -> x == 1 ? 1 : x * x);
        assertThat(explanation.warnings()).singleElement().asString().contains("EngineTest.java:");
    }
}
