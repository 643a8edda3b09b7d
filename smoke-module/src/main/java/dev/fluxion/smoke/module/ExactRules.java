package dev.fluxion.smoke.module;

import dev.fluxion.rule.Partial;
import dev.fluxion.rule.RuleProvider;
import dev.fluxion.rule.Rules;

/** The rule of a third party: found because the module's descriptor says that it provides rules. */
@Rules(of = Exact.class)
public final class ExactRules implements RuleProvider {

    /** ServiceLoader makes it. */
    public ExactRules() {}

    @Partial(of = "square", wrt = 0)
    static double square(double x, double y) {
        return 2 * x;
    }
}
