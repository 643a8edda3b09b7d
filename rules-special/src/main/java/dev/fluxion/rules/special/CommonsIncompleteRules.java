package dev.fluxion.rules.special;

import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

import java.util.List;

/**
 * Rules for the incomplete gamma and beta functions of Apache Commons Numbers, which need not be there. Formulas by
 * their numbers in the Digital Library of Mathematical Functions (dlmf.nist.gov).
 */
final class CommonsIncompleteRules {

    static final List<Class<?>> CLASSES =
            List.of(
                    OfP.class,
                    OfQ.class,
                    OfLower.class,
                    OfUpper.class,
                    OfRegularizedBeta.class,
                    OfIncompleteBeta.class);

    private CommonsIncompleteRules() {}

    /** {@code P(a, x)} (DLMF 8.2.4), and its density. */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.RegularizedGamma$P")
    static final class OfP {

        private OfP() {}

        @Partial(of = "value", wrt = 0)
        static double inFirst(double a, double x, double y) {
            return IncompleteGamma.inA(a, x);
        }

        @Partial(of = "value", wrt = 1)
        static double inSecond(double a, double x, double y) {
            return IncompleteGamma.inX(a, x);
        }

        @Partial(of = "derivative", wrt = 0)
        static double inFirstDerivative(double a, double x, double y) {
            return y * (Math.log(x) - Polygamma.value(0, a));
        }

        @Partial(of = "derivative", wrt = 1)
        static double inSecondDerivative(double a, double x, double y) {
            return y * ((a - 1) / x - 1);
        }
    }

    /** {@code Q(a, x) = 1 - P(a, x)} (DLMF 8.2.4), and its derivative. */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.RegularizedGamma$Q")
    static final class OfQ {

        private OfQ() {}

        @Partial(of = "value", wrt = 0)
        static double inFirst(double a, double x, double y) {
            return -IncompleteGamma.inA(a, x);
        }

        @Partial(of = "value", wrt = 1)
        static double inSecond(double a, double x, double y) {
            return -IncompleteGamma.inX(a, x);
        }

        @Partial(of = "derivative", wrt = 0)
        static double inFirstDerivative(double a, double x, double y) {
            return y * (Math.log(x) - Polygamma.value(0, a));
        }

        @Partial(of = "derivative", wrt = 1)
        static double inSecondDerivative(double a, double x, double y) {
            return y * ((a - 1) / x - 1);
        }
    }

    /** {@code γ(a, x)} (DLMF 8.2.1). */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.IncompleteGamma$Lower")
    static final class OfLower {

        private OfLower() {}

        @Partial(of = "value", wrt = 0)
        static double inFirst(double a, double x, double y) {
            return Math.exp(LogGamma.value(a)) * IncompleteGamma.inA(a, x) + y * Polygamma.value(0, a);
        }

        /** DLMF 8.8.13. */
        @Partial(of = "value", wrt = 1)
        static double inSecond(double a, double x, double y) {
            return Math.exp((a - 1) * Math.log(x) - x);
        }
    }

    /** {@code Γ(a, x)} (DLMF 8.2.2). */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.IncompleteGamma$Upper")
    static final class OfUpper {

        private OfUpper() {}

        @Partial(of = "value", wrt = 0)
        static double inFirst(double a, double x, double y) {
            return y * Polygamma.value(0, a) - Math.exp(LogGamma.value(a)) * IncompleteGamma.inA(a, x);
        }

        /** DLMF 8.8.13. */
        @Partial(of = "value", wrt = 1)
        static double inSecond(double a, double x, double y) {
            return -Math.exp((a - 1) * Math.log(x) - x);
        }
    }

    /** {@code I_x(a, b)} (DLMF 8.17.2), {@code 1 - I_x(a, b)}, and the density. */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.RegularizedBeta")
    static final class OfRegularizedBeta {

        private OfRegularizedBeta() {}

        @Partial(of = "value", wrt = 0)
        static double inFirst(double x, double a, double b, double y) {
            return IncompleteBeta.inX(x, a, b);
        }

        @Partial(of = "value", wrt = 1)
        static double inSecond(double x, double a, double b, double y) {
            return IncompleteBeta.inA(x, a, b);
        }

        @Partial(of = "value", wrt = 2)
        static double inThird(double x, double a, double b, double y) {
            return IncompleteBeta.inB(x, a, b);
        }

        @Partial(of = "complement", wrt = 0)
        static double inFirstComplement(double x, double a, double b, double y) {
            return -IncompleteBeta.inX(x, a, b);
        }

        @Partial(of = "complement", wrt = 1)
        static double inSecondComplement(double x, double a, double b, double y) {
            return -IncompleteBeta.inA(x, a, b);
        }

        @Partial(of = "complement", wrt = 2)
        static double inThirdComplement(double x, double a, double b, double y) {
            return -IncompleteBeta.inB(x, a, b);
        }

        @Partial(of = "derivative", wrt = 0)
        static double inFirstDerivative(double x, double a, double b, double y) {
            return y * ((a - 1) / x - (b - 1) / (1 - x));
        }

        @Partial(of = "derivative", wrt = 1)
        static double inSecondDerivative(double x, double a, double b, double y) {
            return y * (Math.log(x) - Polygamma.value(0, a) + Polygamma.value(0, a + b));
        }

        @Partial(of = "derivative", wrt = 2)
        static double inThirdDerivative(double x, double a, double b, double y) {
            return y * (Math.log1p(-x) - Polygamma.value(0, b) + Polygamma.value(0, a + b));
        }
    }

    /** {@code B_x(a, b)} (DLMF 8.17.1), and the rest of the beta function. */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.IncompleteBeta")
    static final class OfIncompleteBeta {

        private OfIncompleteBeta() {}

        @Partial(of = "value", wrt = 0)
        static double inFirst(double x, double a, double b, double y) {
            return Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x));
        }

        @Partial(of = "value", wrt = 1)
        static double inSecond(double x, double a, double b, double y) {
            return Math.exp(LogGamma.ofBeta(a, b)) * IncompleteBeta.inA(x, a, b)
                    + y * (Polygamma.value(0, a) - Polygamma.value(0, a + b));
        }

        @Partial(of = "value", wrt = 2)
        static double inThird(double x, double a, double b, double y) {
            return Math.exp(LogGamma.ofBeta(a, b)) * IncompleteBeta.inB(x, a, b)
                    + y * (Polygamma.value(0, b) - Polygamma.value(0, a + b));
        }

        @Partial(of = "complement", wrt = 0)
        static double inFirstComplement(double x, double a, double b, double y) {
            return -Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x));
        }

        @Partial(of = "complement", wrt = 1)
        static double inSecondComplement(double x, double a, double b, double y) {
            return y * (Polygamma.value(0, a) - Polygamma.value(0, a + b))
                    - Math.exp(LogGamma.ofBeta(a, b)) * IncompleteBeta.inA(x, a, b);
        }

        @Partial(of = "complement", wrt = 2)
        static double inThirdComplement(double x, double a, double b, double y) {
            return y * (Polygamma.value(0, b) - Polygamma.value(0, a + b))
                    - Math.exp(LogGamma.ofBeta(a, b)) * IncompleteBeta.inB(x, a, b);
        }
    }
}
