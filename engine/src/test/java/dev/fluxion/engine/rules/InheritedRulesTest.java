package dev.fluxion.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Cotangents2;
import dev.fluxion.rule.OptOut;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;
import dev.fluxion.rule.ValueAndPullbackInPlace;
import dev.fluxion.tangent.NoTangent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rule counts for the methods that override its method, unless their class does without. */
class InheritedRulesTest {

    private static int hits;

    /** What the rule says, so that it can be told from the methods' own derivatives. */
    private static final double BY_RULE = 100;

    interface Kernel {
        double value(double x);
    }

    record Linear(double slope) implements Kernel {
        @Override
        public double value(double x) {
            return slope * x;
        }
    }

    record Square() implements Kernel {
        @Override
        public double value(double x) {
            return x * x;
        }
    }

    static class Base {
        double scaled(double x) {
            return 2 * x;
        }
    }

    static class Derived extends Base {
        @Override
        double scaled(double x) {
            return 3 * x;
        }
    }

    static final class Generic<T extends Number> {
        double of(T number, double... factors) {
            double product = number.doubleValue();
            for (double factor : factors) {
                product *= factor;
            }
            return product;
        }
    }

    static class Holder {
        final double half;

        Holder(double x) {
            half = x / 2;
        }
    }

    static final class Larger extends Holder {
        Larger(double x) {
            super(x * x);
        }
    }

    static final class Numbers {
        private Numbers() {}

        static double cubed(double x) {
            return x * x * x;
        }
    }

    @Rules(of = Numbers.class)
    static final class NumberRules {
        private NumberRules() {}

        @Reverse(of = "cubed")
        static ValueAndPullbackInPlace<Double> cubed(double x) {
            return ValueAndPullbackInPlace.of(x * x * x, (bar, adjoints) -> adjoints.addToArgument(0, 3 * x * x * bar));
        }
    }

    @Rules(of = Kernel.class)
    static final class KernelRules {
        private KernelRules() {}

        @Reverse(of = "value")
        static ValueAndPullback<Double, Cotangents2<NoTangent, Double>> value(Kernel kernel, double x) {
            hits++;
            return ValueAndPullback.of(kernel.value(x), bar -> Cotangents2.of(NoTangent.NO_TANGENT, BY_RULE * bar));
        }
    }

    @Rules(of = Square.class)
    @OptOut(of = "value")
    static final class SquareRules {
        private SquareRules() {}
    }

    @Rules(of = Base.class)
    static final class BaseRules {
        private BaseRules() {}

        @Partial(of = "scaled", wrt = 1)
        static double scaled(Base base, double x, double y) {
            return BY_RULE;
        }
    }

    @Rules(of = Generic.class)
    static final class GenericRules {
        private GenericRules() {}

        @Reverse(of = "of")
        static ValueAndPullbackInPlace<Double> of(Generic<?> generic, Number number, double[] factors) {
            hits++;
            double product = number.doubleValue() * factors[0] * factors[1];
            double[] at = factors.clone();
            return ValueAndPullbackInPlace.of(
                    product,
                    (bar, adjoints) -> {
                        adjoints.add(factors, 0, bar * number.doubleValue() * at[1]);
                        adjoints.add(factors, 1, bar * number.doubleValue() * at[0]);
                    });
        }
    }

    @Rules(of = Holder.class)
    static final class HolderRules {
        private HolderRules() {}

        @Reverse(of = "<init>")
        static ValueAndPullbackInPlace<Holder> made(double x) {
            hits++;
            Holder holder = new Holder(x);
            return ValueAndPullbackInPlace.of(
                    holder,
                    (made, adjoints) -> adjoints.addToArgument(0, adjoints.take(made, Holder.class, "half") / 2));
        }
    }

    @Rules(of = Linear.class)
    @OptOut
    static final class NoRulesForLinear {
        private NoRulesForLinear() {}
    }

    private static final Differentiator AD =
            Fluxion.builder()
                    .rules(KernelRules.class, SquareRules.class, BaseRules.class, GenericRules.class, HolderRules.class)
                    .build();

    @BeforeEach
    void reset() {
        hits = 0;
    }

    private static double slope(DoubleFn f) {
        return AD.derivative(f).applyAsDouble(3);
    }

    @Test
    void ruleForAnInterfaceCountsForItsClasses() {
        Linear linear = new Linear(5);
        assertThat(slope(x -> linear.value(x))).isEqualTo(BY_RULE);
        assertThat(hits).isEqualTo(1);
    }

    @Test
    void classThatOptsOutUsesItsOwnCode() {
        Square square = new Square();
        assertThat(slope(x -> square.value(x))).isEqualTo(6);
        assertThat(hits).isZero();
    }

    @Test
    void receiverDecidesWhereTheClassIsNotKnown() {
        Kernel[] kernels = {new Linear(5), new Square(), new Linear(7)};
        assertThat(
                        slope(x -> {
                            double sum = 0;
                            for (Kernel kernel : kernels) {
                                sum += kernel.value(x);
                            }
                            return sum;
                        }))
                .isEqualTo(BY_RULE + 6 + BY_RULE);
        assertThat(hits).isEqualTo(2);
    }

    @Test
    void overridingMethodInheritsPartials() {
        Derived derived = new Derived();
        Base base = derived;
        assertThat(slope(x -> derived.scaled(x))).isEqualTo(BY_RULE);
        assertThat(slope(x -> base.scaled(x))).isEqualTo(BY_RULE);
    }

    @Test
    void genericMethodsWithVariableArguments() {
        Generic<Integer> generic = new Generic<>();
        assertThat(slope(x -> generic.of(4, x, x * x))).isEqualTo(4 * 3 * 9.0);
        assertThat(hits).isEqualTo(1);
    }

    @Test
    void constructors() {
        assertThat(slope(x -> new Holder(x * x).half * x)).isEqualTo(3 * 9 / 2.0);
        assertThat(hits).isEqualTo(1);
    }

    @Rules(of = Base.class)
    @OptOut(of = "scaled")
    static final class NoRulesForBase {
        private NoRulesForBase() {}
    }

    @Rules(of = Math.class)
    @OptOut(of = "fma(DDD)D")
    static final class NoRuleForFma {
        private NoRuleForFma() {}
    }

    @Test
    void optingOutWinsOverRulesForTheSameMethod() {
        Base base = new Base();
        Differentiator own = Fluxion.builder().rules(BaseRules.class, NoRulesForBase.class, NoRuleForFma.class).build();
        assertThat(own.derivative(x -> base.scaled(x)).applyAsDouble(3)).isEqualTo(2);
        // its own code uses what is private in the JDK
        assertThatThrownBy(() -> own.derivative(x -> Math.fma(x, x, x)).applyAsDouble(3))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("cannot differentiate the call to java.lang.Math.fma");
        assertThat(AD.derivative(x -> Math.fma(x, x, x)).applyAsDouble(3)).isEqualTo(7);
    }

    @Test
    void constructorsOfSubclassesDoNotUseTheRule() {
        assertThatThrownBy(() -> slope(x -> new Larger(x).half * x))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("[FX-0107] cannot differentiate the call to")
                .hasMessageContaining("Larger.<init>");
        assertThat(hits).isZero();
    }

    @Test
    void ruleInPlaceOnNumbersAlone() {
        Differentiator own = Fluxion.builder().rules(NumberRules.class).build();
        assertThat(own.derivative(x -> Numbers.cubed(x)).applyAsDouble(3)).isEqualTo(27);
    }

    @Test
    void oneMayOptOutOfEverythingFound() {
        Linear linear = new Linear(5);
        Differentiator own = Fluxion.builder().rules(KernelRules.class, NoRulesForLinear.class).build();
        assertThat(own.derivative(x -> linear.value(x)).applyAsDouble(3)).isEqualTo(5);
        assertThat(hits).isZero();
    }
}
