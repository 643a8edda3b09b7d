package dev.fluxion.rules.special;

import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

import java.util.List;

/**
 * Rules for the error functions of Apache Commons Numbers, which need not be there. Formulas by their numbers in the
 * Digital Library of Mathematical Functions (dlmf.nist.gov).
 */
final class CommonsErrorRules {

    static final List<Class<?>> CLASSES =
            List.of(
                    OfErf.class,
                    OfErfc.class,
                    OfErfcx.class,
                    OfErfDifference.class,
                    OfInverseErf.class,
                    OfInverseErfc.class);

    private CommonsErrorRules() {}

    /** The error function (DLMF 7.10.1). */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.Erf")
    static final class OfErf {

        private OfErf() {}

        @Partial(of = "value", wrt = 0)
        static double value(double x, double y) {
            return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
        }
    }

    /** Its complement. */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.Erfc")
    static final class OfErfc {

        private OfErfc() {}

        @Partial(of = "value", wrt = 0)
        static double value(double x, double y) {
            return -2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
        }
    }

    /** {@code exp(x²) erfc(x)} (DLMF 7.10.2). */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.Erfcx")
    static final class OfErfcx {

        private OfErfcx() {}

        @Partial(of = "value", wrt = 0)
        static double value(double x, double y) {
            return 2 * x * y - 2 / Math.sqrt(Math.PI);
        }
    }

    /** {@code erf(x2) - erf(x1)}. */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.ErfDifference")
    static final class OfErfDifference {

        private OfErfDifference() {}

        @Partial(of = "value", wrt = 0)
        static double inFirst(double x1, double x2, double y) {
            return -2 / Math.sqrt(Math.PI) * Math.exp(-x1 * x1);
        }

        @Partial(of = "value", wrt = 1)
        static double inSecond(double x1, double x2, double y) {
            return 2 / Math.sqrt(Math.PI) * Math.exp(-x2 * x2);
        }
    }

    /** The inverse of the error function. */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.InverseErf")
    static final class OfInverseErf {

        private OfInverseErf() {}

        @Partial(of = "value", wrt = 0)
        static double value(double x, double y) {
            return Math.sqrt(Math.PI) / 2 * Math.exp(y * y);
        }
    }

    /** The inverse of its complement. */
    @Rules(ofNames = "org.apache.commons.numbers.gamma.InverseErfc")
    static final class OfInverseErfc {

        private OfInverseErfc() {}

        @Partial(of = "value", wrt = 0)
        static double value(double x, double y) {
            return -Math.sqrt(Math.PI) / 2 * Math.exp(y * y);
        }
    }
}
