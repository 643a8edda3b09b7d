package dev.fluxion.rules.special;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.testkit.rules.Check;
import dev.fluxion.testkit.rules.RuleCase;
import dev.fluxion.testkit.rules.RuleReport;
import dev.fluxion.testkit.rules.RuleTester;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;

/** Each rule of this module against its method, as a third party would test it. */
class RulesOneByOneTest {

    /** The libraries' functions have some thirteen digits, of which differences keep nine. */
    private static final RuleTester RULES = RuleTester.of(new SpecialRules()).within(1e-7);

    /** Neither library's has more than nine digits, or joins its pieces without a jump. */
    private static final Set<String> ROUGH = Set.of("digamma", "trigamma", "Digamma", "Trigamma");

    static List<RuleCase> rules() {
        return RULES.cases();
    }

    @Test
    void thereAreMany() {
        assertThat(rules()).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isRight(RuleCase rule) {
        String owner = rule.method().getDeclaringClass().getSimpleName();
        // an argument that is a tolerance cannot be moved; SpecialRulesTest has those overloads in programs
        boolean hasTolerance = rule.argumentTypes().size() > 3;
        boolean isRough = ROUGH.contains(rule.method().getName()) || ROUGH.contains(owner) || hasTolerance;
        RuleCase tested = isRough ? rule.without(Check.DIFFERENCES, Check.WHOLE_GRADIENT) : rule;
        for (Object[] point : points(owner, rule.method().getName(), rule.argumentTypes())) {
            RuleReport report = tested.test(point);
            assertThat(report.passed()).contains(Check.REPEATABLE, Check.ALLOCATION);
            assertThat(report.passed().contains(Check.DIFFERENCES)).isEqualTo(!isRough);
        }
    }

    private static List<Object[]> points(String owner, String method, List<Class<?>> types) {
        if (types.getFirst() == int.class) {
            return List.of(new Object[] {1, 2.3}, new Object[] {2, 0.4});
        }
        return switch (types.size()) {
            case 1 ->
                    switch (owner + "." + method) {
                        case "InverseErfc.value", "Erf.erfcInv" -> List.of(new Object[] {0.7}, new Object[] {1.4});
                        case "InverseErf.value", "Erf.erfInv" -> List.of(new Object[] {0.3}, new Object[] {-0.6});
                        default -> List.of(new Object[] {0.4}, new Object[] {1.3});
                    };
            case 2 -> List.of(new Object[] {0.7, 1.9}, new Object[] {3.0, 0.5});
            case 3 -> List.of(new Object[] {0.3, 1.7, 2.4}, new Object[] {0.8, 0.6, 3.0});
            default -> List.<Object[]>of(new Object[] {0.7, 1.9, 1e-15, 10_000});
        };
    }
}
