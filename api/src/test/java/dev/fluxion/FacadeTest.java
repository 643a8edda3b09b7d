package dev.fluxion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fluxion.derivative.Auxiliary;
import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.Golden;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.params.Gradients;
import dev.fluxion.params.Jacobians;
import dev.fluxion.params.Params;
import dev.fluxion.spi.Options;
import dev.fluxion.spi.Shape;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What users write compiles, reaches the engine in the right shape, and comes back in theirs. */
class FacadeTest {

    private final FiniteDifferences engine = new FiniteDifferences();
    private final Differentiator ad = new Differentiator(new Options(null, null, List.of()), engine);

    @Test
    void pointsChooseTheShapeOfALambda() {
        assertThat(ad.gradient(x -> 5 * x + 3, 10)).isEqualTo(5.0);
        assertThat(ad.gradient((x, y) -> x * y, 2.0, 3.0)).isEqualTo(new Gradients2(3, 2));
        assertThat(ad.gradient((x, y) -> x * y, 2, 3)).hasToString("Gradients2[first=3.0, second=2.0]");
        assertThat(ad.gradient((x, y, z) -> x * y + z, 2, 3, 5)).isEqualTo(new Gradients3(3, 2, 1));
        assertThat(ad.gradient((a, b, c, d) -> a * d - b * c, 1, 2, 3, 4)).isEqualTo(new Gradients4(4, -3, -2, 1));
        assertThat(ad.gradient(w -> w[0] * w[1], new double[] {2, 3})).containsExactly(3, 2);
        assertThat(ad.gradient(w -> w[0] * w[1], new float[] {2, 3})).containsExactly(3, 2);
        assertThat(ad.gradient(FacadeTest::square, 3.0)).isEqualTo(6);
        assertThat(engine.asked)
                .containsExactly(
                        Shape.DERIVATIVE,
                        Shape.DOUBLE2,
                        Shape.DOUBLE2,
                        Shape.DOUBLE3,
                        Shape.DOUBLE4,
                        Shape.DOUBLE_ARRAY,
                        Shape.FLOAT_ARRAY,
                        Shape.DERIVATIVE);
    }

    @Test
    void methodReferencesChooseTheShapeThemselves() {
        assertThat(ad.gradient(FacadeTest::product).at(2, 3)).isEqualTo(new Gradients2(3, 2));
        assertThat(ad.gradient(FacadeTest::first).at(new double[] {4, 5})).containsExactly(1, 0);
        assertThat(ad.gradient(Math::sqrt).into(4, new double[1])).isEqualTo(2);
        assertThat(ad.gradient(Math::abs, 3)).isEqualTo(1);
        assertThat(ad.derivative(Math::abs).applyAsDouble(-3)).isEqualTo(-1);
        assertThat(ad.derivative(x -> x * x).applyAsDouble(3)).isEqualTo(6);
    }

    @Test
    void gradientsDeconstruct() {
        if (ad.gradient((x, y) -> x * y, 2.0, 3.0) instanceof Gradients2(double dx, double dy)) {
            assertThat(dx - dy).isEqualTo(1);
        }
    }

    @Test
    void somethingBesides() {
        double[][] w = {{2, 3}, {5}};
        var all = ad.withAuxiliary(x -> new Auxiliary<>(x[0][0] * x[0][1], "note " + x.length), w);
        assertThat(all.value()).isEqualTo(6);
        assertThat(all.gradient()).isDeepEqualTo(new double[][] {{3, 2}, {0}});
        assertThat(all.auxiliary()).isEqualTo("note 2");
    }

    @Test
    void parametersAreReachedByTheFunctionItself() {
        double[][] w = {{2, 3}, {5}};
        Gradients gradients = ad.gradient(() -> w[0][0] * w[0][1] * w[1][0], Params.of(w));
        assertThat(gradients.of(w)).isDeepEqualTo(new double[][] {{15, 10}, {6}});
        assertThat(ad.withGradient(() -> w[0][0] * w[0][1], Params.of(w)).value()).isEqualTo(6);
        Jacobians jacobians = ad.jacobian(() -> new double[] {w[0][0] * w[0][1], w[1][0]}, Params.of(w));
        assertThat(jacobians.of(w)).isDeepEqualTo(new double[][] {{3, 2, 0}, {0, 0, 1}});
        assertThatThrownBy(() -> jacobians.of(w.clone()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none of Params[double[][]]");
    }

    @Test
    void severalArraysHaveSeveralGradients() {
        double[] x = {2, 3};
        double[] y = {5};
        ArrayGradients2 two = ad.gradient((a, b) -> a[0] * b[0] + a[1], x, y);
        assertThat(two.first()).containsExactly(5, 1);
        assertThat(two.second()).containsExactly(2);
        ArrayGradients3 three = ad.gradient((a, b, c) -> a[0] * b[0] * c[0], x, y, new double[] {1});
        assertThat(three.first()).containsExactly(5, 0);
        assertThat(three.second()).containsExactly(2);
        assertThat(three.third()).containsExactly(10);
    }

    @Test
    void oneArrayAsTwoArgumentsHasOneGradient() {
        double[] x = {3};
        ArrayGradients2 both = ad.gradient((a, b) -> a[0] * b[0], x, x);
        assertThat(both.first()).containsExactly(6).isNotSameAs(both.second());
        assertThat(both.second()).containsExactly(6);
        double[] first = {9};
        double[] second = {9};
        DoubleArrayGradient2 compiled = ad.gradient((double[] a, double[] b) -> a[0] * b[0]);
        assertThat(compiled.into(x, x, first, second)).isEqualTo(9);
        assertThat(first).containsExactly(6);
        assertThat(second).containsExactly(6);
    }

    @Test
    void equalArgumentsOfThreeShareAShadow() {
        double[] x = {3};
        double[] y = {4};
        DoubleArrayGradient3 counts =
                (a, b, c, aSum, bSum, cSum) -> {
                    aSum[0] += 1;
                    bSum[0] += 10;
                    cSum[0] += 100;
                    return 0;
                };
        assertThat(sums(counts, x, y, new double[1])).containsExactly(1, 10, 100);
        assertThat(sums(counts, x, x, y)).containsExactly(11, 11, 100);
        assertThat(sums(counts, x, y, y)).containsExactly(1, 110, 110);
        assertThat(sums(counts, x, y, x)).containsExactly(101, 10, 101);
        assertThat(sums(counts, x, x, x)).containsExactly(111, 111, 111);
    }

    @Test
    void compiledFormsStoreAndReturnTheValue() {
        double[] out = {7};
        assertThat(ad.gradient((double x) -> x * x).into(3, out)).isEqualTo(9);
        assertThat(out).containsExactly(6);
        assertThat(ad.gradient((double x) -> x * x).at(3)).isEqualTo(6);
        double[] two = {7, 7};
        assertThat(ad.gradient((double x, double y) -> x * y).into(2, 3, two)).isEqualTo(6);
        assertThat(two).containsExactly(3, 2);
        DoubleArrayGradient array = ad.gradient((double[] w) -> w[0] * w[1]);
        assertThat(array.into(new double[] {2, 3}, two)).isEqualTo(6);
        assertThat(two).containsExactly(3, 2);
        assertThat(array.accumulate(new double[] {2, 3}, two)).isEqualTo(6);
        assertThat(two).containsExactly(6, 4);
    }

    @Test
    void withGradientHasTheValue() {
        assertThat(ad.withGradient(x -> x * x, 3)).isEqualTo(new ValueAndGradient<>(9, 6.0));
        double derivative = ad.withGradient(x -> x * x, 3).gradient();
        assertThat(derivative).isEqualTo(6);
        var vg = ad.withGradient(w -> w[0] * w[1], new double[] {2, 3});
        assertThat(vg.value()).isEqualTo(6);
        assertThat(vg.gradient()).containsExactly(3, 2);
        assertThat(ad.withGradient((x, y) -> x * y, 2, 3).gradient().second()).isEqualTo(2);
        assertThat(ad.withGradient(w -> w[0] * w[1], new float[] {2, 3}).value()).isEqualTo(6);
    }

    @Test
    void derivativesNest() {
        DoubleFn second = ad.derivative(ad.derivative(x -> x * x));
        assertThat(second.applyAsDouble(2.0)).isEqualTo(2);
    }

    @Test
    void methodsFoundByReflection() throws NoSuchMethodException {
        MethodGradient hypot = ad.gradient(FacadeTest.class.getDeclaredMethod("product", double.class, double.class));
        assertThat(hypot.at(2, 3)).containsExactly(3, 2);
        assertThat(hypot.method().getName()).isEqualTo("product");
        double[] out = new double[2];
        assertThat(hypot.into(new double[] {2, 3}, out)).isEqualTo(6);
        assertThat(hypot.withGradient(2, 3).value()).isEqualTo(6);
        assertThat(ids(() -> hypot.at(2))).containsExactly(ErrorId.WRONG_ARGUMENTS);
        MethodGradient first = ad.gradient(FacadeTest.class.getDeclaredMethod("first", double[].class));
        assertThat(first.at(2, 3, 4)).containsExactly(1, 0, 0);
        MethodGradient scaled = ad.gradient(Scale.class.getDeclaredMethod("times", double.class), new Scale(3));
        assertThat(scaled.at(2)).containsExactly(3);
    }

    @Test
    void unsuitableMethodsAreRefusedWithAllReasons() throws NoSuchMethodException {
        Method times = Scale.class.getDeclaredMethod("times", double.class);
        assertThat(ids(() -> ad.gradient(times))).containsExactly(ErrorId.WRONG_ARGUMENTS);
        assertThat(ids(() -> ad.gradient(times, "text"))).containsExactly(ErrorId.WRONG_ARGUMENTS);
        Method valueOf = Integer.class.getMethod("parseInt", String.class, int.class);
        assertThat(ids(() -> ad.explain(valueOf)))
                .containsExactly(
                        ErrorId.NON_SCALAR_RESULT, ErrorId.UNSUPPORTED_PARAMETER, ErrorId.UNSUPPORTED_PARAMETER);
        assertThat(ids(() -> ad.gradient(Math.class.getMethod("random")))).containsExactly(ErrorId.NO_ACTIVE_ARGUMENT);
    }

    @Test
    void refusalsOfMethodsReadWell() throws NoSuchMethodException {
        Method times = Scale.class.getDeclaredMethod("times", double.class);
        golden("method-without-receiver", () -> ad.gradient(times));
        golden("method-with-wrong-receiver", () -> ad.gradient(times, "text"));
        golden("method-of-nothing", () -> ad.gradient(Math.class.getMethod("random")));
        golden("method-to-array", () -> ad.gradient(FacadeTest.class.getDeclaredMethod("both", double.class)));
        Method scalb = Math.class.getMethod("scalb", double.class, int.class);
        golden("method-with-whole-number", () -> ad.gradient(scalb));
    }

    private static void golden(String name, ThrowingCallable call) {
        Golden.check(name, catchThrowableOfType(NotDifferentiableException.class, call).getMessage());
    }

    @Test
    void nullsAndWrongLengthsAreRefused() {
        assertThat(ids(() -> ad.gradient((DoubleFn) null, 1.0))).containsExactly(ErrorId.NULL_FUNCTION);
        assertThat(ids(() -> ad.gradient((Method) null))).containsExactly(ErrorId.NULL_FUNCTION);
        assertThat(ids(() -> ad.explain((DoubleArrayFn) null))).containsExactly(ErrorId.NULL_FUNCTION);
        assertThat(ids(() -> ad.gradient(w -> w[0], (double[]) null))).containsExactly(ErrorId.NULL_ARGUMENT);
        DoubleArrayGradient g = ad.gradient((double[] w) -> w[0]);
        assertThat(ids(() -> g.into(new double[1], new double[2]))).containsExactly(ErrorId.WRONG_LENGTH);
        double[] x = {1};
        assertThat(ids(() -> g.into(x, x))).containsExactly(ErrorId.ALIASED_ARGUMENT);
        assertThat(ids(() -> ad.gradient((double y) -> y).into(1, new double[2])))
                .containsExactly(ErrorId.WRONG_LENGTH);
    }

    @Test
    void withoutAnEngineTheErrorSaysSo() {
        assertThat(ids(() -> Fluxion.gradient(x -> x, 1))).containsExactly(ErrorId.NO_ENGINE);
        assertThat(ids(() -> Fluxion.using("cpu"))).containsExactly(ErrorId.NO_ENGINE);
        assertThat(Fluxion.builder().build()).isNotNull();
        assertThat(Fluxion.isDifferentiating()).isFalse();
    }

    @Test
    void explanationsPrintThemselves() {
        Explanation explanation = ad.explain((double x) -> x * x);
        assertThat(explanation.toString())
                .isEqualTo(
                        """
                        == function
                        Main.f(Main.java:1)
                        == IR
                        func @f
                        == gradient IR
                        func @g
                        == gradient as Java
                        // no decompiler is on the module path or class path; fluxion-cli brings one
                        == warnings
                        careful
                        """);
        assertThat(explanation.bytecode()).containsExactly(1);
        assertThat(ad.explain(x -> x * x, 3)).hasToString(explanation.toString());
        assertThat(ad.explain(w -> w[0], new double[1]).warnings()).containsExactly("careful");
    }

    @Test
    void facadeAndDifferentiatorHaveTheSameMethods() {
        Set<String> ofFacade = signatures(Fluxion.class);
        ofFacade.removeIf(text ->
                text.matches(
                        "(isDifferentiating|stopGradient|ignoreDerivatives|hook|showGradient|checkpointed|implicit|using|builder)\\(.*"));
        Set<String> ofDifferentiator = signatures(Differentiator.class);
        ofDifferentiator.removeIf(text -> text.startsWith("linker("));
        assertThat(ofFacade).hasSizeGreaterThan(30).isEqualTo(ofDifferentiator);
    }

    private static Set<String> signatures(Class<?> type) {
        Set<String> texts = new TreeSet<>();
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())) {
                texts.add(
                        method.getName()
                                + "("
                                + Arrays.toString(method.getGenericParameterTypes())
                                + ")"
                                + method.getGenericReturnType());
            }
        }
        return texts;
    }

    private static double[] sums(DoubleArrayGradient3 gradient, double[] x, double[] y, double[] z) {
        ArrayGradients3 gradients = gradient.at(x, y, z);
        return new double[] {gradients.first()[0], gradients.second()[0], gradients.third()[0]};
    }

    private static List<ErrorId> ids(ThrowingCallable call) {
        return catchThrowableOfType(NotDifferentiableException.class, call).diagnostics().stream()
                .map(Diagnostic::id)
                .toList();
    }

    private static double square(double x) {
        return x * x;
    }

    static double product(double x, double y) {
        return x * y;
    }

    static double[] both(double x) {
        return new double[] {x, x * x};
    }

    static double first(double[] x) {
        return x[0];
    }

    record Scale(double factor) {
        double times(double x) {
            return factor * x;
        }
    }
}
