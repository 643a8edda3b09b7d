package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.hessian;
import static dev.fluxion.Fluxion.jvp;
import static dev.fluxion.Fluxion.pullback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Fn;
import dev.fluxion.derivative.Pullback;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/** Complex numbers as records of two numbers: real values, and Wirtinger's derivatives of complex ones. */
final class FactsComplexTest {

    private static final double ROUNDING = 1e-13;

    @Test
    void f293RealPart() {
        assertThat(gradient(z -> z.re(), new Complex(2, 3))).isEqualTo(new Complex(1, 0));
    }

    @Test
    void f294ProductOfTheParts() {
        assertThat(gradient(z -> z.re() * z.im(), new Complex(2, 3))).isEqualTo(new Complex(3, 2));
        assertThat(gradient(z -> z.re() * z.im() + z.re(), new Complex(2, 3))).isEqualTo(new Complex(4, 2));
    }

    @Test
    void f296SquaredModulus() {
        assertThat(gradient(z -> z.squaredModulus(), new Complex(1, 2))).isEqualTo(new Complex(2, 4));
        assertThat(gradient(z -> z.squaredModulus(), new Complex(3, 2))).isEqualTo(new Complex(6, 4));
        assertThat(gradient(z -> z.times(z.conjugate()).re(), new Complex(0, 0.3))).isEqualTo(new Complex(0, 0.6));
    }

    @Test
    void f297FromPolarCoordinates() {
        assertClose(gradient(z -> polar(z).re(), new Complex(10, 20)), new Complex(1, 0));
    }

    private static Complex polar(Complex z) {
        return Complex.I.times(z.argument()).exp().times(z.modulus());
    }

    @Test
    void f298ImaginaryPartsOfRealNumbers() {
        assertThat(gradient(x -> Complex.real(x).plus(new Complex(0, 0.3)).im(), 0.3)).isZero();
        assertThat(gradient(x -> Complex.real(x).conjugate().plus(new Complex(0, 0.3)).im(), 0.3)).isZero();
    }

    @Test
    void f299ImaginaryPartOfTheConjugate() {
        assertThat(gradient(z -> z.conjugate().plus(new Complex(0, 0.3)).im(), new Complex(0.3, 0)))
                .isEqualTo(new Complex(0, -1));
    }

    @Test
    void f301RealPartOfTheLogarithm() {
        Complex slope = gradient(z -> z.log().re(), new Complex(1, 2));
        assertClose(slope.conjugate(), new Complex(0.2, -0.4));
    }

    @Test
    void f302Modulus() {
        assertClose(gradient(z -> z.modulus(), new Complex(3, 4)), new Complex(0.6, 0.8));
    }

    @Test
    void f303ModulusOfZero() {
        assertThat(gradient(z -> z.modulus(), new Complex(0, 0))).isEqualTo(new Complex(0, 0));
    }

    @Test
    void f304RealPartOfADeterminant() {
        Complex[] matrix = {new Complex(1, 0), new Complex(0, 2), new Complex(0, 3), new Complex(4, 0)};
        Complex[] slopes = gradient(m -> m[0].times(m[3]).minus(m[1].times(m[2])).re(), matrix);
        assertThat(slopes).containsExactly(new Complex(4, 0), new Complex(0, 3), new Complex(0, 2), new Complex(1, 0));
    }

    @Test
    void f306ModuliOfQuotients() {
        assertThat(gradient(x -> Complex.I.times(x).over(Complex.I).modulus(), 2)).isEqualTo(1);
        assertThat(gradient(x -> Complex.I.over(Complex.I.times(x)).modulus(), 2)).isCloseTo(-0.25, within(1e-16));
    }

    @Test
    void f307ExponentialsOfRealNumbers() {
        assertThat(gradient(x -> sumOfExponentials(x).im(), new double[] {1, 2, 3})).containsExactly(0, 0, 0);
    }

    private static Complex sumOfExponentials(double[] x) {
        Complex sum = Complex.real(0);
        for (double element : x) {
            sum = sum.plus(Complex.real(element).exp());
        }
        return sum;
    }

    @Test
    void f308ExponentialsOfComplexNumbers() {
        Complex[] at = {Complex.real(1), Complex.real(2), Complex.real(3)};
        Complex[] slopes = gradient(z -> Arrays.stream(z).map(Complex::exp).mapToDouble(Complex::im).sum(), at);
        for (int i = 0; i < 3; i++) {
            assertClose(slopes[i], new Complex(0, Math.exp(i + 1)));
        }
    }

    @Test
    void f309PowersOfTheParts() {
        assertClose(
                gradient(z -> 3 * Math.pow(z.re(), 3) - 2 * Math.pow(z.im(), 5), new Complex(1, 2)),
                new Complex(9, -160));
    }

    @Test
    void f311ConjugateTimesSquare() {
        assertThat(gradient(z -> z.conjugate().times(z.times(z)).re(), new Complex(1, 2))).isEqualTo(new Complex(7, 4));
    }

    @Test
    void f312RealAndComplexNumbersMixed() {
        double[] ones = new double[10];
        Arrays.fill(ones, 1);
        double[] twos = new double[10];
        Arrays.fill(twos, 2);
        assertThat(gradient(x -> mixed(x), ones)).containsExactly(twos);
    }

    private static double mixed(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += Complex.I.plus(Complex.real(element)).times(element).re();
        }
        return sum;
    }

    @Test
    void f313ImaginaryPartOfASum() {
        assertThat(gradient(x -> Complex.real(x).plus(new Complex(0, 2)).im(), 3.0)).isZero();
        assertThat(gradient(x -> Complex.real(x).plus(new Complex(0, 2)).re(), 3.0)).isOne();
    }

    @Test
    void f314WirtingersDerivatives() {
        Fn<Complex, Complex> f = z -> z.times(z).times(3).plus(z.times(2)).plus(Complex.real(1));
        Complex[] slopes = wirtinger(f, new Complex(1, 2));
        assertThat(slopes).containsExactly(new Complex(8, 12), new Complex(0, 0));
    }

    private static Complex[] wirtinger(Fn<Complex, Complex> f, Complex z) {
        Pullback<Complex, Complex> pullback = pullback(f, z);
        return Complex.wirtinger(pullback.apply(new Complex(1, 0)), pullback.apply(new Complex(0, 1)));
    }

    @Test
    void f316SquaredImaginaryParts() {
        Complex[] slopes =
                gradient(
                        z -> Arrays.stream(z).mapToDouble(one -> one.im() * one.im()).sum(),
                        new Complex[] {new Complex(1, 2), new Complex(3, 0)});
        assertThat(slopes).containsExactly(new Complex(0, 4), new Complex(0, 0));
    }

    @Test
    void f317HessianThroughComplexNumbers() {
        double[][] expected = new double[9][9];
        for (int i = 0; i < 3; i++) {
            expected[i][i] = 14 + 2 * i;
            expected[i + 3][i + 3] = 14 + 2 * i;
            expected[i][i + 6] = 2 + 2 * i;
            expected[i + 6][i] = 2 + 2 * i;
            expected[i + 3][i + 6] = 8 + 2 * i;
            expected[i + 6][i + 3] = 8 + 2 * i;
        }
        assertThat(hessian(v -> weighted(v), new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9})).isDeepEqualTo(expected);
    }

    private static double weighted(double[] v) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += v[i + 6] * new Complex(v[i], v[i + 3]).squaredModulus();
        }
        return sum;
    }

    /** Zygote's tests of functions from complex numbers to complex numbers, holomorphic and not, at the same points. */
    @Test
    void functionsOfComplexNumbersForwardsAndBackwards() {
        List<Fn<Complex, Complex>> holomorphic =
                List.of(
                        z -> z.cos(),
                        z -> z.exp(),
                        z -> z.log(),
                        z -> z.times(z),
                        z -> z.log().cos().exp(),
                        z -> polar(z));
        List<Fn<Complex, Complex>> others =
                List.of(
                        z -> z.conjugate(),
                        z -> Complex.I.times(z.modulus()),
                        z -> z.conjugate().times(z.times(z)),
                        z -> new Complex(z.im() * z.im(), Math.pow(z.sin().re(), 3)));
        for (Complex z : List.of(new Complex(1, 2), new Complex(-2, Math.PI))) {
            for (Fn<Complex, Complex> f : holomorphic) {
                Complex[] slopes = wirtinger(f, z);
                assertClose(jvp(f, z, new Complex(1, 0)).tangent(), slopes[0]);
                assertClose(jvp(f, z, Complex.I).tangent(), slopes[0].times(Complex.I));
                assertClose(slopes[1], new Complex(0, 0));
            }
            for (Fn<Complex, Complex> f : others) {
                Complex[] slopes = wirtinger(f, z);
                assertClose(jvp(f, z, new Complex(1, 0)).tangent(), slopes[0].plus(slopes[1]));
                assertClose(jvp(f, z, Complex.I).tangent(), Complex.I.times(slopes[0].minus(slopes[1])));
                assertThat(slopes[1].modulus()).isGreaterThan(1e-3);
            }
        }
    }

    private static void assertClose(Complex actual, Complex expected) {
        assertThat(actual.minus(expected).modulus())
                .as("%s and %s", actual, expected)
                .isLessThanOrEqualTo(ROUNDING * Math.max(1, expected.modulus()));
    }
}
