package dev.fluxion.rules.core;

import dev.fluxion.control.KnownOrders;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Refused;
import dev.fluxion.rule.Rules;

/** Counts how often a number has been differentiated. */
@Rules(of = KnownOrders.class)
@Refused(
        of = "fifth",
        because = "this would be the sixth derivative of what implicit returns, of which five are known",
        instead = "at most five derivatives, or the solver without implicit")
final class KnownOrdersRules {

    private KnownOrdersRules() {}

    @Partial(of = "upToFifth", wrt = 0)
    static double upToFifth(double x, double y) {
        return KnownOrders.first(x);
    }

    @Partial(of = "first", wrt = 0)
    static double first(double x, double y) {
        return KnownOrders.second(x);
    }

    @Partial(of = "second", wrt = 0)
    static double second(double x, double y) {
        return KnownOrders.third(x);
    }

    @Partial(of = "third", wrt = 0)
    static double third(double x, double y) {
        return KnownOrders.fourth(x);
    }

    @Partial(of = "fourth", wrt = 0)
    static double fourth(double x, double y) {
        return KnownOrders.fifth(x);
    }
}
