package dev.fluxion.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.RuleProvider;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.TangentType;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A provider, its class, and classes that are neither: what can be tested. */
class ProvidersTest {

    /** Names the classes of its rules. */
    static final class Asked implements RuleProvider {
        @Override
        public List<Class<?>> ruleClasses() {
            return List.of(GoodRules.class);
        }
    }

    /** Holds its rules itself, but knows tangents. */
    @Rules(of = Vectors.class)
    static final class WithTangents implements RuleProvider {
        @Partial(of = "half", wrt = 0)
        static float half(float x, float y) {
            return x;
        }

        @Override
        public List<TangentType<?, ?>> tangentTypes() {
            return List.of();
        }
    }

    /** Holds its rules itself, and has nothing else to say. */
    @Rules(of = Vectors.class)
    static final class Plain implements RuleProvider {
        @Partial(of = "half", wrt = 0)
        static float half(float x, float y) {
            return x;
        }
    }

    @Test
    void theClassOfAProviderIsRefusedAsOfTheBuilder() {
        for (Class<?> provider : List.<Class<?>>of(Asked.class, WithTangents.class)) {
            assertThatThrownBy(() -> RuleTester.of(provider))
                    .isInstanceOf(NotDifferentiableException.class)
                    .hasMessageStartingWith("[FX-0405] the class " + provider.getName() + " is that of a provider")
                    .hasMessageContaining("what its ruleClasses() and tangentTypes() return is not asked of a class")
                    .hasMessageContaining("try: RuleTester.of(new " + provider.getCanonicalName() + "())");
        }
    }

    @Test
    void aClassWithoutRulesIsRefused() {
        assertThatThrownBy(() -> RuleTester.of(Vectors.class))
                .isInstanceOfSatisfying(
                        NotDifferentiableException.class,
                        refused -> assertThat(refused.diagnostics().getFirst().id()).isEqualTo(ErrorId.RULE_SIGNATURE))
                .hasMessageStartingWith("[FX-0405] the class dev.fluxion.testkit.rules.Vectors holds no rules")
                .hasMessageContaining("it has no @Rules, which says for which classes its rules are");
    }

    @Test
    void providersThemselvesAreTested() {
        assertThat(RuleTester.of(new Asked()).testScalar("half", 1.5f)).hasSize(1);
        assertThat(RuleTester.of(new WithTangents()).testScalar("half", 1.5f)).hasSize(1);
        assertThat(RuleTester.of(Plain.class).testScalar("half", 1.5f)).hasSize(1);
    }
}
