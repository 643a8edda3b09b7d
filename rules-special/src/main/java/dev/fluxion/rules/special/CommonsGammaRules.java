package dev.fluxion.rules.special;

import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

import java.util.List;

/**
 * Rules for the gamma and beta functions of Apache Commons Numbers, which need not be there. Formulas by their numbers
 * in the Digital Library of Mathematical Functions (dlmf.nist.gov).
 */
final class CommonsGammaRules {

    static final List<Class<?>> CLASSES =
            List.of(
                    OfGamma.class,
                    OfLogGamma.class,
                    OfDigamma.class,
                    OfTrigamma.class,
                    OfGammaRatio.class,
                    OfBeta.class,
                    OfLogBeta.class);

    private CommonsGammaRules() {}

    /** {@code Γ' = Γ ψ} (DLMF 5.2.2). */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.Gamma")
    static final class OfGamma {

        private OfGamma() {}

        @Partial(of = "value", wrt = 0)
        static double value(double x, double y) {
            return y * Polygamma.value(0, x);
        }
    }

    /** The logarithm of {@code |Γ|}. */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.LogGamma")
    static final class OfLogGamma {

        private OfLogGamma() {}

        @Partial(of = "value", wrt = 0)
        static double value(double x, double y) {
            return Polygamma.value(0, x);
        }
    }

    /** The digamma function (DLMF 5.15.1). */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.Digamma")
    static final class OfDigamma {

        private OfDigamma() {}

        @Partial(of = "value", wrt = 0)
        static double value(double x, double y) {
            return Polygamma.value(1, x);
        }
    }

    /** The trigamma function (DLMF 5.15.1). */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.Trigamma")
    static final class OfTrigamma {

        private OfTrigamma() {}

        @Partial(of = "value", wrt = 0)
        static double value(double x, double y) {
            return Polygamma.value(2, x);
        }
    }

    /** Quotients of gamma functions. */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.GammaRatio")
    static final class OfGammaRatio {

        private OfGammaRatio() {}

        @Partial(of = "value", wrt = 0)
        static double inFirst(double a, double b, double y) {
            return y * Polygamma.value(0, a);
        }

        @Partial(of = "value", wrt = 1)
        static double inSecond(double a, double b, double y) {
            return -y * Polygamma.value(0, b);
        }

        /** Of {@code Γ(z) / Γ(z + delta)}. */
        @Partial(of = "delta", wrt = 0)
        static double inFirstDelta(double z, double delta, double y) {
            return y * (Polygamma.value(0, z) - Polygamma.value(0, z + delta));
        }

        @Partial(of = "delta", wrt = 1)
        static double inSecondDelta(double z, double delta, double y) {
            return -y * Polygamma.value(0, z + delta);
        }
    }

    /** The beta function (DLMF 5.12.1). */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.Beta")
    static final class OfBeta {

        private OfBeta() {}

        @Partial(of = "value", wrt = 0)
        static double inFirst(double a, double b, double y) {
            return y * (Polygamma.value(0, a) - Polygamma.value(0, a + b));
        }

        @Partial(of = "value", wrt = 1)
        static double inSecond(double a, double b, double y) {
            return y * (Polygamma.value(0, b) - Polygamma.value(0, a + b));
        }
    }

    /** Its logarithm. */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.LogBeta")
    static final class OfLogBeta {

        private OfLogBeta() {}

        @Partial(of = "value", wrt = 0)
        static double inFirst(double a, double b, double y) {
            return Polygamma.value(0, a) - Polygamma.value(0, a + b);
        }

        @Partial(of = "value", wrt = 1)
        static double inSecond(double a, double b, double y) {
            return Polygamma.value(0, b) - Polygamma.value(0, a + b);
        }
    }
}
