package dev.fluxion.testkit.documented;

import dev.fluxion.rule.Cotangents2;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.RuleProvider;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.TangentType;
import dev.fluxion.rule.ValueAndPullback;

import java.util.List;

// docs/rules.md
@Rules(of = Fixed.class)
public final class FixedRules implements RuleProvider {

    static final TangentType<Fixed, Double> TANGENT = TangentType.of(Fixed.class, fixed -> 0.0, Double::sum);

    @Override
    public List<TangentType<?, ?>> tangentTypes() {
        return List.of(TANGENT);
    }

    @Reverse(of = "of") // static Fixed of(double x)
    static ValueAndPullback<Fixed, Double> of(double x) {
        return ValueAndPullback.ofTangent(Fixed.of(x), (Double bar) -> bar);
    }

    @Reverse(of = "times") // Fixed times(Fixed other)
    static ValueAndPullback<Fixed, Cotangents2<Double, Double>> times(Fixed a, Fixed b) {
        double x = a.value();
        double y = b.value();
        return ValueAndPullback.ofTangent(a.times(b), (Double bar) -> Cotangents2.of(bar * y, bar * x));
    }

    @Reverse(of = "value") // double value()
    static ValueAndPullback<Double, Double> value(Fixed fixed) {
        return ValueAndPullback.of(fixed.value(), bar -> bar);
    }
}
// end
