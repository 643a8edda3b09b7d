package dev.fluxion.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fluxion.Fluxion;
import dev.fluxion.control.KnownOrders;
import dev.fluxion.rules.core.CoreRules;
import dev.fluxion.runtime.Bits;
import dev.fluxion.testkit.rules.Check;
import dev.fluxion.testkit.rules.RuleTester;

import org.junit.jupiter.api.Test;

import java.util.Set;

/**
 * All rules of rules-core with a formula, at random points of their domains, at least 0.1 from where they have a kink,
 * a jump or a pole.
 */
class OurRulesTest {

    /** The JDK makes an array when it brings the argument of these below pi / 4. */
    private static final Set<String> SINES = Set.of("sin", "cos");

    @RuleTest(CoreRules.class)
    @Domain(
            of = {"asin", "acos"},
            from = -0.8,
            to = 0.8)
    @Domain(of = "tan", from = -1.2, to = 1.2)
    @Domain(
            of = {"log", "log10", "sqrt", "cbrt"},
            argument = 0,
            from = 0.3)
    @Domain(of = "log1p", from = -0.7)
    @Domain(of = "pow", argument = 0, from = 0.3)
    @Domain(of = "scalb", argument = 1, from = -3, to = 3)
    void rulesWithAFormulaAreRight(RandomRule rule) {
        // the slopes of bits are not those of their values
        assumeTrue(rule.rule().method().getDeclaringClass() != Bits.class);
        // these are given functions: ControlRulesTest
        assumeTrue(rule.rule().method().getDeclaringClass() != Fluxion.class);
        String name = rule.rule().method().getName();
        boolean isReduced = rule.rule().method().getDeclaringClass() == StrictMath.class && SINES.contains(name);
        RandomRule tested = isReduced ? rule.without(Check.ALLOCATION) : rule;
        // the last order that is known: ImplicitTest
        boolean isLast = rule.rule().method().getDeclaringClass() == KnownOrders.class && name.equals("fourth");
        tested = isLast ? tested.without(Check.SECOND_ORDER) : tested;
        tested.check(point -> isSmooth(name, point));
    }

    @Test
    void thereAreMany() {
        assertThat(RuleTester.of(new CoreRules()).cases()).hasSizeGreaterThan(100);
    }

    private static boolean isSmooth(String method, Object[] point) {
        double x = number(point, 0);
        double y = number(point, 1);
        double z = number(point, 2);
        return switch (method) {
            case "abs", "copySign" -> Math.abs(x) > 0.1;
            case "max", "min" -> Math.abs(x - y) > 0.1;
            case "hypot" -> Math.hypot(x, y) > 0.5;
            case "atan2" -> Math.hypot(x, y) > 0.5 && Math.abs(x) > 0.1;
            case "clamp" -> z - y > 0.1 && Math.abs(x - y) > 0.1 && Math.abs(x - z) > 0.1;
            case "IEEEremainder" ->
                    Math.abs(y) > 0.5 && Math.abs(Math.abs(Math.IEEEremainder(x, y)) - Math.abs(y) / 2) > 0.1;
            default -> true;
        };
    }

    private static double number(Object[] point, int index) {
        return index < point.length ? ((Number) point[index]).doubleValue() : 0;
    }
}
