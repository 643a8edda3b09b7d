package dev.fluxion.rules.special;

import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Rules;

/** The derivatives of what other rules are made of. */
@Rules(of = Polygamma.class)
final class SeriesRules {

    private SeriesRules() {}

    /** The next order (DLMF 5.15.1); beyond the last one it fails. */
    @Partial(of = "value", wrt = 1)
    static double polygamma(int order, double x, double y) {
        return Polygamma.value(order + 1, x);
    }

    /** The logarithm of the gamma function. */
    @Rules(of = LogGamma.class)
    static final class OfLogGamma {

        private OfLogGamma() {}

        @Partial(of = "value", wrt = 0)
        static double value(double x, double y) {
            return Polygamma.value(0, x);
        }
    }
}
