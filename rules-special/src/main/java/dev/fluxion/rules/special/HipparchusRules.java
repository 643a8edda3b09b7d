package dev.fluxion.rules.special;

import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

import java.util.List;

/**
 * Rules for {@code org.hipparchus.special}, which need not be there. Formulas by their numbers in the Digital Library
 * of Mathematical Functions (dlmf.nist.gov).
 */
final class HipparchusRules {

    static final List<Class<?>> CLASSES = List.of(OfGamma.class, OfBeta.class, OfErf.class);

    private HipparchusRules() {}

    /** The gamma function, its logarithm and its derivatives (DLMF 5.2, 5.15), incomplete ones (DLMF 8.2). */
    @Rules(ofNames = "org.hipparchus.special.Gamma")
    static final class OfGamma {

        private OfGamma() {}

        /** {@code Γ' = Γ ψ} (DLMF 5.2.2). */
        @Partial(of = "gamma", wrt = 0)
        static double gamma(double x, double y) {
            return y * Polygamma.value(0, x);
        }

        @Partial(of = "logGamma", wrt = 0)
        static double logGamma(double x, double y) {
            return Polygamma.value(0, x);
        }

        @Partial(of = "logGamma1p", wrt = 0)
        static double logGamma1p(double x, double y) {
            return Polygamma.value(0, 1 + x);
        }

        /** Of {@code 1 / Γ(1 + x) - 1}. */
        @Partial(of = "invGamma1pm1", wrt = 0)
        static double invGamma1pm1(double x, double y) {
            return -(y + 1) * Polygamma.value(0, 1 + x);
        }

        @Partial(of = "digamma", wrt = 0)
        static double digamma(double x, double y) {
            return Polygamma.value(1, x);
        }

        @Partial(of = "trigamma", wrt = 0)
        static double trigamma(double x, double y) {
            return Polygamma.value(2, x);
        }

        @Partial(of = "regularizedGammaP", wrt = 0)
        static double lowerInA(double a, double x, double y) {
            return IncompleteGamma.inA(a, x);
        }

        @Partial(of = "regularizedGammaP", wrt = 1)
        static double lowerInX(double a, double x, double y) {
            return IncompleteGamma.inX(a, x);
        }

        @Partial(of = "regularizedGammaP", wrt = 0)
        static double lowerInA(double a, double x, double epsilon, int iterations, double y) {
            return IncompleteGamma.inA(a, x);
        }

        @Partial(of = "regularizedGammaP", wrt = 1)
        static double lowerInX(double a, double x, double epsilon, int iterations, double y) {
            return IncompleteGamma.inX(a, x);
        }

        @Partial(of = "regularizedGammaQ", wrt = 0)
        static double upperInA(double a, double x, double y) {
            return -IncompleteGamma.inA(a, x);
        }

        @Partial(of = "regularizedGammaQ", wrt = 1)
        static double upperInX(double a, double x, double y) {
            return -IncompleteGamma.inX(a, x);
        }

        @Partial(of = "regularizedGammaQ", wrt = 0)
        static double upperInA(double a, double x, double epsilon, int iterations, double y) {
            return -IncompleteGamma.inA(a, x);
        }

        @Partial(of = "regularizedGammaQ", wrt = 1)
        static double upperInX(double a, double x, double epsilon, int iterations, double y) {
            return -IncompleteGamma.inX(a, x);
        }
    }

    /** The beta function (DLMF 5.12) and the regularized incomplete one (DLMF 8.17). */
    @Rules(ofNames = "org.hipparchus.special.Beta")
    static final class OfBeta {

        private OfBeta() {}

        @Partial(of = "logBeta", wrt = 0)
        static double logBetaInP(double p, double q, double y) {
            return Polygamma.value(0, p) - Polygamma.value(0, p + q);
        }

        @Partial(of = "logBeta", wrt = 1)
        static double logBetaInQ(double p, double q, double y) {
            return Polygamma.value(0, q) - Polygamma.value(0, p + q);
        }

        @Partial(of = "regularizedBeta", wrt = 0)
        static double inX(double x, double a, double b, double y) {
            return IncompleteBeta.inX(x, a, b);
        }

        @Partial(of = "regularizedBeta", wrt = 1)
        static double inA(double x, double a, double b, double y) {
            return IncompleteBeta.inA(x, a, b);
        }

        @Partial(of = "regularizedBeta", wrt = 2)
        static double inB(double x, double a, double b, double y) {
            return IncompleteBeta.inB(x, a, b);
        }
    }

    /** The error function, its complement and their inverses (DLMF 7.2, 7.17). */
    @Rules(ofNames = "org.hipparchus.special.Erf")
    static final class OfErf {

        private OfErf() {}

        /** DLMF 7.10.1. */
        @Partial(of = "erf", wrt = 0)
        static double erf(double x, double y) {
            return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
        }

        @Partial(of = "erfc", wrt = 0)
        static double erfc(double x, double y) {
            return -2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
        }

        /** Of {@code erf(x2) - erf(x1)}. */
        @Partial(of = "erf", wrt = 0)
        static double differenceInFirst(double x1, double x2, double y) {
            return -2 / Math.sqrt(Math.PI) * Math.exp(-x1 * x1);
        }

        @Partial(of = "erf", wrt = 1)
        static double differenceInSecond(double x1, double x2, double y) {
            return 2 / Math.sqrt(Math.PI) * Math.exp(-x2 * x2);
        }

        /** The inverse of the derivative at the result. */
        @Partial(of = "erfInv", wrt = 0)
        static double erfInv(double x, double y) {
            return Math.sqrt(Math.PI) / 2 * Math.exp(y * y);
        }

        @Partial(of = "erfcInv", wrt = 0)
        static double erfcInv(double x, double y) {
            return -Math.sqrt(Math.PI) / 2 * Math.exp(y * y);
        }
    }
}
