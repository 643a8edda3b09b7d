package dev.fluxion.acceptance;

import dev.fluxion.diagnostic.ErrorId;

import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.hipparchus.analysis.integration.RombergIntegrator;
import org.hipparchus.analysis.integration.SimpsonIntegrator;
import org.hipparchus.analysis.integration.TrapezoidIntegrator;
import org.hipparchus.analysis.interpolation.AkimaSplineInterpolator;
import org.hipparchus.analysis.interpolation.BicubicInterpolator;
import org.hipparchus.analysis.interpolation.DividedDifferenceInterpolator;
import org.hipparchus.analysis.interpolation.HermiteInterpolator;
import org.hipparchus.analysis.interpolation.LinearInterpolator;
import org.hipparchus.analysis.interpolation.NevilleInterpolator;
import org.hipparchus.analysis.interpolation.SplineInterpolator;
import org.hipparchus.analysis.polynomials.PolynomialFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.analysis.solvers.NewtonRaphsonSolver;
import org.hipparchus.complex.Complex;
import org.hipparchus.complex.Quaternion;
import org.hipparchus.special.BesselJ;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.hipparchus.special.elliptic.carlson.CarlsonEllipticIntegral;
import org.hipparchus.special.elliptic.jacobi.JacobiEllipticBuilder;
import org.hipparchus.special.elliptic.legendre.LegendreEllipticIntegral;
import org.hipparchus.util.FastMath;
import org.hipparchus.util.MathArrays;
import org.hipparchus.util.MathUtils;
import org.hipparchus.util.Precision;

import java.util.List;

/** Hipparchus: special functions, its own elementary functions, interpolation, integration, complex numbers. */
final class HipparchusFunctions {

    private static final Subjects CORE = new Subjects("hipparchus-core");
    private static final double[] KNOTS = {0, 0.5, 1.2, 2.0, 3.1, 4.0};

    private HipparchusFunctions() {}

    static List<Subject> elementary() {
        return List.of(
                CORE.of("FastMath.sin", p -> FastMath.sin(p[0]), 0.7),
                CORE.of("FastMath.cos, tan", p -> FastMath.cos(p[0]) * FastMath.tan(p[1]), 0.7, 0.4),
                CORE.of("FastMath.exp", p -> FastMath.exp(p[0]), 1.3),
                CORE.of("FastMath.expm1", p -> FastMath.expm1(p[0]), 0.2),
                CORE.of("FastMath.log", p -> FastMath.log(p[0]), 2.2),
                CORE.of("FastMath.log1p, log10", p -> FastMath.log1p(p[0]) + FastMath.log10(p[1]), 0.3, 4.0),
                CORE.of("FastMath.pow", p -> FastMath.pow(p[0], p[1]), 1.7, 2.3),
                CORE.of("FastMath.sqrt, cbrt", p -> FastMath.sqrt(p[0]) * FastMath.cbrt(p[1]), 2.0, 5.0),
                CORE.of("FastMath.sinh", p -> FastMath.sinh(p[0]), 0.8),
                CORE.of("FastMath.cosh, tanh", p -> FastMath.cosh(p[0]) * FastMath.tanh(p[1]), 0.8, 0.3),
                CORE.of("FastMath.asin, acos", p -> FastMath.asin(p[0]) * FastMath.acos(p[1]), 0.3, 0.2),
                CORE.of("FastMath.atan", p -> FastMath.atan(p[0]), 0.9),
                CORE.of("FastMath.atan2", p -> FastMath.atan2(p[0], p[1]), 0.9, 1.4),
                CORE.of("FastMath.asinh", p -> FastMath.asinh(p[0]), 0.9),
                CORE.of("FastMath.acosh, atanh", p -> FastMath.acosh(p[0]) * FastMath.atanh(p[1]), 1.9, 0.4),
                CORE.of("FastMath.hypot", p -> FastMath.hypot(p[0], p[1]), 3.0, 4.1),
                CORE.of("FastMath.sinCos", p -> FastMath.sinCos(p[0]).sin() * FastMath.sinCos(p[0]).cos(), 0.6),
                CORE.of("FastMath.pow(int)", p -> FastMath.pow(p[0], 5), 1.1),
                CORE.of("MathUtils.normalizeAngle", p -> MathUtils.normalizeAngle(p[0], 0) * p[0], 7.0),
                CORE.of("MathArrays.linearCombination", p -> MathArrays.linearCombination(p, p.clone()), 1.0, 2.0, 3.0),
                CORE.of(
                        "MathArrays.convolve",
                        p -> MathArrays.convolve(p, new double[] {1, p[0], 2})[2],
                        1.0,
                        2.0,
                        3.0),
                CORE.of("MathArrays.safeNorm", MathArrays::safeNorm, 1.0, -2.0, 3.0),
                CORE.of("MathArrays.distance", p -> MathArrays.distance(p, new double[] {3, 1}), 1.0, -2.0),
                CORE.of("Precision.round", p -> Precision.round(p[0], 3) + p[0] * p[0], 1.23456));
    }

    static List<Subject> special() {
        return List.of(
                CORE.of("Gamma.gamma", p -> Gamma.gamma(p[0]), 2.5),
                CORE.of("Gamma.logGamma", p -> Gamma.logGamma(p[0]), 3.7),
                CORE.of("Gamma.digamma", p -> Gamma.digamma(p[0]), 1.7),
                CORE.of("Gamma.trigamma", p -> Gamma.trigamma(p[0]), 2.2),
                CORE.of("Gamma.regularizedGammaP", p -> Gamma.regularizedGammaP(p[0], p[1]), 2.0, 1.5),
                CORE.of("Gamma.regularizedGammaQ", p -> Gamma.regularizedGammaQ(p[0], p[1]), 2.3, 4.5),
                CORE.of("Beta.logBeta", p -> Beta.logBeta(p[0], p[1]), 2.0, 3.5),
                CORE.of("Beta.regularizedBeta", p -> Beta.regularizedBeta(p[0], p[1], p[2]), 0.3, 2.0, 3.5),
                CORE.of("Erf.erf", p -> Erf.erf(p[0]), 0.6),
                CORE.of("Erf.erfc", p -> Erf.erfc(p[0]), 0.6),
                CORE.of("Erf.erfInv", p -> Erf.erfInv(p[0]), 0.4),
                CORE.of("BesselJ.value", p -> BesselJ.value(1.0, p[0]), 2.3),
                CORE.of("CarlsonEllipticIntegral.rF", p -> CarlsonEllipticIntegral.rF(p[0], p[1], p[2]), 1.0, 2.0, 0.5),
                CORE.of("CarlsonEllipticIntegral.rD", p -> CarlsonEllipticIntegral.rD(p[0], p[1], p[2]), 1.0, 2.0, 0.5),
                CORE.of("LegendreEllipticIntegral.bigK", p -> LegendreEllipticIntegral.bigK(p[0]), 0.4),
                CORE.of("LegendreEllipticIntegral.bigE", p -> LegendreEllipticIntegral.bigE(p[0], p[1]), 0.6, 0.4),
                CORE.of("JacobiElliptic.valuesN", p -> JacobiEllipticBuilder.build(p[1]).valuesN(p[0]).sn(), 0.5, 0.3));
    }

    static List<Subject> interpolation() {
        return List.of(
                CORE.of(
                        "LinearInterpolator",
                        p -> new LinearInterpolator().interpolate(KNOTS, p).value(1.7),
                        1.0,
                        2.0,
                        0.5,
                        3.0,
                        1.0,
                        0.2),
                CORE.of(
                        "SplineInterpolator",
                        p -> new SplineInterpolator().interpolate(KNOTS, p).value(1.7),
                        1.0,
                        2.0,
                        0.5,
                        3.0,
                        1.0,
                        0.2),
                CORE.of(
                        "SplineInterpolator, in x",
                        p -> new SplineInterpolator().interpolate(KNOTS, KNOTS.clone()).value(p[0] * p[0]),
                        1.3),
                CORE.of(
                        "AkimaSplineInterpolator",
                        p -> new AkimaSplineInterpolator().interpolate(KNOTS, p).value(2.3),
                        1.0,
                        2.0,
                        0.5,
                        3.0,
                        1.0,
                        0.2),
                CORE.of(
                        "NevilleInterpolator",
                        p -> new NevilleInterpolator().interpolate(KNOTS, p).value(0.9),
                        1.0,
                        2.0,
                        0.5,
                        3.0,
                        1.0,
                        0.2),
                CORE.of(
                        "DividedDifferenceInterpolator",
                        p -> new DividedDifferenceInterpolator().interpolate(KNOTS, p).value(0.9),
                        1.0,
                        2.0,
                        0.5,
                        3.0,
                        1.0,
                        0.2),
                CORE.of("HermiteInterpolator", HipparchusFunctions::hermite, 1.0, 0.3, 2.0, -0.4),
                CORE.of("BicubicInterpolator", HipparchusFunctions::bicubic, 0.4, 1.6),
                CORE.of("PolynomialFunction", p -> new PolynomialFunction(1, 2, -1, 0.5).value(p[0]), 1.4),
                CORE.of("PolynomialFunction, in its coefficients", p -> new PolynomialFunction(p).value(1.4), 1, 2, 3),
                CORE.of(
                        "PolynomialFunction.multiply",
                        p -> new PolynomialFunction(p).multiply(new PolynomialFunction(p)).value(0.7),
                        1.0,
                        2.0,
                        3.0));
    }

    private static double hermite(double[] p) {
        HermiteInterpolator interpolator = new HermiteInterpolator();
        interpolator.addSamplePoint(0, new double[] {p[0]}, new double[] {p[1]});
        interpolator.addSamplePoint(1, new double[] {p[2]}, new double[] {p[3]});
        return interpolator.value(0.3)[0];
    }

    private static double bicubic(double[] p) {
        double[] grid = {0, 1, 2, 3};
        double[][] values = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                values[i][j] = Math.sin(i + 0.5 * j);
            }
        }
        return new BicubicInterpolator().interpolate(grid, grid, values).value(p[0], p[1]);
    }

    static List<Subject> calculus() {
        return List.of(
                CORE.of(
                        "SimpsonIntegrator",
                        p -> new SimpsonIntegrator().integrate(1000, x -> Math.exp(p[0] * x), 0, p[1]),
                        0.7,
                        1.5),
                CORE.of(
                        "TrapezoidIntegrator",
                        p ->
                                new TrapezoidIntegrator(1e-4, 1e-6, 2, 20)
                                        .integrate(100_000, x -> Math.sin(p[0] * x), 0, 1),
                        0.7),
                CORE.of(
                        "RombergIntegrator",
                        p -> new RombergIntegrator().integrate(1000, x -> Math.exp(p[0] * x), 0, p[1]),
                        0.7,
                        1.5),
                CORE.of(
                                "IterativeLegendreGaussIntegrator",
                                p ->
                                        new IterativeLegendreGaussIntegrator(5, 1e-8, 1e-8)
                                                .integrate(1000, x -> Math.exp(p[0] * x), 0, p[1]),
                                0.7,
                                1.5)
                        .refused(ErrorId.NO_RULE, "a constructor that other code can enter before it ends"),
                CORE.of("BrentSolver", p -> new BrentSolver(1e-14).solve(100, x -> x * x - p[0], 0, 3), 2.0),
                CORE.of(
                        "NewtonRaphsonSolver",
                        p -> new NewtonRaphsonSolver(1e-14).solve(100, new PolynomialFunction(-p[0], 0, 1), 1.0, 2.0),
                        2.0));
    }

    static List<Subject> complex() {
        return List.of(
                CORE.of("Complex.multiply", p -> c(p).multiply(c(p)).add(c(p)).getRealPart(), 0.6, -0.8),
                CORE.of("Complex.divide", p -> c(p).divide(new Complex(1, 2)).getImaginaryPart(), 0.6, -0.8),
                CORE.of("Complex.exp", p -> c(p).exp().getRealPart(), 0.6, -0.8),
                CORE.of("Complex.log", p -> c(p).log().getImaginaryPart(), 0.6, -0.8),
                CORE.of("Complex.sqrt", p -> c(p).sqrt().getRealPart(), 0.6, -0.8),
                CORE.of("Complex.sin", p -> c(p).sin().getImaginaryPart(), 0.6, -0.8),
                CORE.of("Complex.pow", p -> c(p).pow(new Complex(0.5, 0.25)).getRealPart(), 0.6, -0.8),
                CORE.of("Complex.norm", p -> c(p).norm(), 0.6, -0.8),
                CORE.of("Quaternion.multiply", HipparchusFunctions::quaternion, 0.6, -0.8, 0.3, 0.2));
    }

    private static Complex c(double[] p) {
        return new Complex(p[0], p[1]);
    }

    private static double quaternion(double[] p) {
        Quaternion q = new Quaternion(p[0], p[1], p[2], p[3]);
        return q.multiply(q).add(q.getConjugate()).getQ1();
    }
}
