package dev.fluxion.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.OptOut;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.RuleProvider;
import dev.fluxion.rule.Rules;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

class RuleTableTest {

    /** What the rules of this test are for. */
    static final class Library {
        private Library() {}

        static double square(double x) {
            return x * x;
        }

        double scaled(double x) {
            return x;
        }

        static void log(double x) {}

        static Object keep(Object x) {
            return x;
        }
    }

    @Rules(of = Library.class)
    @NonDifferentiable(of = "log")
    static final class Good implements RuleProvider {
        @Partial(of = "square", wrt = 0)
        static double square(double x, double y) {
            return 2 * x;
        }

        @Partial(of = "scaled", wrt = 1, strongZero = true)
        static double scaled(Library self, double x, double y) {
            return 1;
        }
    }

    @Rules(of = Library.class)
    static final class Rival implements RuleProvider {
        @Partial(of = "square", wrt = 0)
        static double square(double x, double y) {
            return x + x;
        }
    }

    @Rules(of = Library.class, overrides = true)
    static final class Winner implements RuleProvider {
        @Partial(of = "square", wrt = 0)
        static double square(double x, double y) {
            return x + x;
        }
    }

    @Rules(of = Library.class)
    static final class WrongResult {
        @Partial(of = "square", wrt = 0)
        static float square(double x, double y) {
            return 2;
        }
    }

    @Rules(of = Library.class)
    static final class WrongIndex {
        @Partial(of = "square", wrt = 1)
        static double square(double x, double y) {
            return 2;
        }
    }

    @Rules(of = Library.class, ofNames = "no.such.Library")
    static final class Stray {
        @Partial(of = "cube", wrt = 0)
        static double cube(double x, double y) {
            return 3 * x * x;
        }
    }

    @Rules(of = Library.class)
    @MovesReferences(of = "keep")
    static final class Further {
        @Replacement(of = "print")
        static void print(double x) {}

        @Replacement(of = "scaled")
        static double scaled(Library self, double x) {
            return x;
        }
    }

    @Rules(of = {double[].class, Object[].class})
    static final class Copies {
        @Replacement(of = "clone")
        static Object copy(double[] array) {
            return array;
        }
    }

    @Rules(of = Library.class)
    static final class NotStatic {
        @Replacement(of = "square")
        double square(double x) {
            return x;
        }
    }

    @Rules(of = Library.class)
    static final class Replaced {
        @Replacement(of = "square")
        static double squared(double x) {
            return x * x;
        }
    }

    private static final String LIBRARY = Library.class.getName().replace('.', '/');
    private static final MethodRef SQUARE = new MethodRef(LIBRARY, "square", "(D)D", false);
    private static final MethodRef SCALED = new MethodRef(LIBRARY, "scaled", "(D)D", false);

    @Test
    void rulesAreFoundByMethod() {
        RuleTable table = RuleTable.ofClasses(List.of(Good.class));
        assertThat(table.find(SQUARE)).isInstanceOf(Rule.Partials.class);
        Rule.Partials scaled = (Rule.Partials) table.find(SCALED);
        assertThat(scaled.partials())
                .singleElement()
                .satisfies(partial -> {
                    assertThat(partial.wrt()).isEqualTo(1);
                    assertThat(partial.strongZero()).isTrue();
                });
        assertThat(table.find(new MethodRef(LIBRARY, "log", "(D)V", false)))
                .isEqualTo(new Rule.NonDifferentiable(Good.class));
        assertThat(table.find(new MethodRef(LIBRARY, "square", "(F)F", false))).isNull();
        assertThat(table.withoutTarget(RuleTableTest.class.getClassLoader())).isEmpty();
    }

    @Test
    void replacementsAreFoundByMethodAndReceiver() {
        RuleTable table = RuleTable.ofClasses(List.of(Further.class, Copies.class));
        assertThat(table.find(SCALED)).isInstanceOf(Rule.Replacement.class);
        assertThat(table.find(new MethodRef(LIBRARY, "print", "(D)V", false))).isInstanceOf(Rule.Replacement.class);
        assertThat(table.find(new MethodRef(LIBRARY, "print", "(D)D", false))).isNull();
        assertThat(table.find(new MethodRef(LIBRARY, "keep", "()V", false)))
                .isEqualTo(new Rule.Moves(Further.class, null));
        String clone = "()Ljava/lang/Object;";
        assertThat(table.find(new MethodRef("[D", "clone", clone, false))).isInstanceOf(Rule.Replacement.class);
        assertThat(table.find(new MethodRef("[Ljava/lang/Object;", "clone", clone, false))).isNull();
        assertThat(table.withoutTarget(RuleTableTest.class.getClassLoader()))
                .singleElement() // Library.print is not there
                .satisfies(diagnostic -> assertThat(diagnostic.why()).endsWith("print(D)V"));
    }

    @Test
    void replacementClashesWithAPartial() {
        assertThatThrownBy(() -> RuleTable.ofClasses(List.of(Good.class, Replaced.class)))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessage(
                        """
                        [FX-0404] two rules for square(D)D of dev.fluxion.engine.rule.RuleTableTest$Library
                            because dev.fluxion.engine.rule.RuleTableTest$Good.square (module dev.fluxion.engine) and dev.fluxion.engine.rule.RuleTableTest$Replaced.squared (module dev.fluxion.engine) both bring one
                            try: leaving one of them out, or @Rules(overrides = true) on the one that shall win        more: docs/errors/FX-0404.md\
                        """);
    }

    @Test
    void replacementMustBeStatic() {
        assertThatThrownBy(() -> RuleTable.ofClasses(List.of(NotStatic.class)))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessage(
                        """
                        [FX-0405] the rule dev.fluxion.engine.rule.RuleTableTest$NotStatic.square cannot stand for "square"
                            because it is not static; it comes with dev.fluxion.engine.rule.RuleTableTest$NotStatic (module dev.fluxion.engine)
                            try: static, with the receiver, if there is one, as the first parameter        more: docs/errors/FX-0405.md\
                        """);
    }

    @Test
    void coreRulesAreFoundByServiceLoader() {
        RuleTable table = RuleTable.of(List.of());
        assertThat(table.find(new MethodRef("java/lang/Math", "sin", "(D)D", false))).isInstanceOf(Rule.Partials.class);
        assertThat(table.withoutTarget(RuleTableTest.class.getClassLoader())).isEmpty();
    }

    @Test
    void twoRulesForOneMethodClash() {
        assertThatThrownBy(() -> RuleTable.ofClasses(List.of(Good.class, Rival.class)))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessage(
                        """
                        [FX-0404] two rules for square(D)D of dev.fluxion.engine.rule.RuleTableTest$Library
                            because dev.fluxion.engine.rule.RuleTableTest$Good.square (module dev.fluxion.engine) and dev.fluxion.engine.rule.RuleTableTest$Rival.square (module dev.fluxion.engine) both bring one
                            try: leaving one of them out, or @Rules(overrides = true) on the one that shall win        more: docs/errors/FX-0404.md\
                        """);
    }

    @Test
    void overridingRuleWinsWhateverTheOrder() {
        for (List<Class<?>> order :
                List.of(List.<Class<?>>of(Good.class, Winner.class), List.<Class<?>>of(Winner.class, Good.class))) {
            Rule rule = RuleTable.ofClasses(order).find(SQUARE);
            assertThat(rule).isNotNull();
            assertThat(rule.source()).isEqualTo(Winner.class);
        }
    }

    @Test
    void rulesThatDoNotFitAreRefusedAllAtOnce() {
        assertThatThrownBy(() -> RuleTable.ofClasses(List.of(WrongResult.class, WrongIndex.class)))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessage(
                        """
                        2 reasons:

                        [FX-0405] the rule dev.fluxion.engine.rule.RuleTableTest$WrongResult.square cannot be a partial derivative of "square"
                            because it does not return the type of its last parameter, which takes the method's result; it comes with dev.fluxion.engine.rule.RuleTableTest$WrongResult (module dev.fluxion.engine)
                            try: the method's parameters, then its result, as parameters        more: docs/errors/FX-0405.md

                        [FX-0405] the rule dev.fluxion.engine.rule.RuleTableTest$WrongIndex.square cannot be a partial derivative of "square"
                            because the method has no argument 1; it comes with dev.fluxion.engine.rule.RuleTableTest$WrongIndex (module dev.fluxion.engine)
                            try: wrt from 0 to 0, the receiver counting if there is one        more: docs/errors/FX-0405.md\
                        """);
    }

    @Rules(of = Library.class)
    static final class OfArrays {
        @Partial(of = "norm", wrt = 1)
        static double norm(float[][] x, double p, double y) {
            return 0;
        }
    }

    @Test
    void aPartialOfAMethodOfArraysIsRefused() {
        assertThatThrownBy(() -> RuleTable.ofClasses(List.of(OfArrays.class)))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("the method takes an array of numbers, in which a partial gives no derivative")
                .hasMessageContaining("a @Reverse rule");
    }

    @Test
    void ruleForNoMethodIsReported() {
        RuleTable table = RuleTable.ofClasses(List.of(Stray.class));
        assertThat(table.withoutTarget(RuleTableTest.class.getClassLoader()))
                .singleElement()
                .satisfies(diagnostic ->
                        assertThat(diagnostic.render())
                                .isEqualTo(
                                        """
                                        [FX-0406] the rule dev.fluxion.engine.rule.RuleTableTest$Stray.cube is for no method
                                            because no class that it is for has cube(D)D
                                            try: the method's own parameter types, the receiver first, then its result type        more: docs/errors/FX-0406.md\
                                        """));
    }

    @Test
    void rulesThatAreFoundAndMakeNoSenseAreLeftOut() {
        List<Class<?>> found = List.of(WrongResult.class, NotStatic.class, Stray.class);
        RuleTable table = RuleTable.ofClasses(found, List.of(Good.class));
        assertThat(table.find(SQUARE)).isInstanceOf(Rule.Partials.class);
        assertThat(table.find(SQUARE)).extracting(Rule::source).isEqualTo(Good.class);
    }

    /** No class with rules. */
    static final class Unmarked {}

    @Rules(of = Library.class)
    @NonDifferentiable(of = {"log", "hashCode", "nosuch"})
    @OptOut(of = {"square(D)D", "square(F)F"})
    static final class Names {}

    /** A provider that has more to say than its class. */
    @Rules(of = Library.class)
    public static final class Asked implements RuleProvider {
        @Override
        public List<Class<?>> ruleClasses() {
            return List.of(Asked.class, Good.class);
        }
    }

    @Rules(of = Library.class)
    static final class Twice {
        @Partial(of = "square", wrt = 0)
        static double one(double x, double y) {
            return 2 * x;
        }

        @Partial(of = "square", wrt = 0)
        static double other(double x, double y) {
            return 2 * x;
        }
    }

    @Rules(of = Library.class, overrides = true)
    static final class Victor {
        @Partial(of = "square", wrt = 0)
        static double square(double x, double y) {
            return x + x;
        }
    }

    @Rules(of = Library.class)
    static final class NoResult {
        @Partial(of = "square", wrt = 0)
        static double square(double x) {
            return x + x;
        }
    }

    @Test
    void rulesGivenThatAreForNothingAreErrors() {
        assertThatThrownBy(() -> RuleTable.of(List.of(bringing(() -> List.of(Unmarked.class)))))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("[FX-0405] the class " + Unmarked.class.getName() + " holds no rules")
                .hasMessageContaining("it has no @Rules");
        assertThatThrownBy(() -> RuleTable.of(List.of(bringing(() -> List.of(Names.class)))))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("2 reasons")
                .hasMessageContaining("[FX-0406] @NonDifferentiable(of = \"nosuch\") of " + Names.class.getName())
                .hasMessageContaining("[FX-0406] @OptOut(of = \"square(F)F\") of " + Names.class.getName());
    }

    @Test
    void providersAreAskedNotTheirClasses() {
        assertThatThrownBy(() -> RuleTable.of(List.of(bringing(() -> List.of(Asked.class)))))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("[FX-0405] the class " + Asked.class.getName() + " is that of a provider")
                .hasMessageContaining("try: rules(new dev.fluxion.engine.rule.RuleTableTest.Asked())");
        assertThat(RuleTable.of(List.of(new Asked())).find(SQUARE)).isInstanceOf(Rule.Partials.class);
    }

    @Test
    void whatIsFoundAndClashesConcernsItsMethodOnly() {
        RuleTable table = RuleTable.ofClasses(List.of(Good.class, Rival.class), List.of());
        assertThat(table.find(SQUARE))
                .isInstanceOfSatisfying(
                        Rule.Clashing.class,
                        both -> assertThat(both.clash().why()).contains("Good.square", "Rival.square"));
        assertThat(table.find(SCALED)).isInstanceOf(Rule.Partials.class);
        RuleTable twice = RuleTable.ofClasses(List.of(Twice.class, Further.class), List.of());
        assertThat(twice.find(SQUARE))
                .isInstanceOfSatisfying(
                        Rule.Clashing.class,
                        both -> assertThat(both.clash().why()).contains("Twice.one", "Twice.other"));
        assertThat(RuleTable.ofClasses(List.of(Good.class, Rival.class, Winner.class), List.of()).find(SQUARE))
                .isInstanceOf(Rule.Partials.class);
        assertThatThrownBy(() -> RuleTable.ofClasses(List.of(Good.class), List.of(Rival.class)))
                .hasMessageContaining("[FX-0404]");
    }

    @Test
    void remediesOfClashesAreOnesThatHelp() {
        assertThatThrownBy(() -> RuleTable.ofClasses(List.of(Twice.class)))
                .hasMessageContaining("try: leaving one of them out        more");
        assertThatThrownBy(() -> RuleTable.ofClasses(List.of(Winner.class, Victor.class)))
                .hasMessageContaining("overrides = true on only the one that shall win");
        assertThatThrownBy(() -> RuleTable.ofClasses(List.of(NoResult.class)))
                .hasMessageContaining("because it has 1 parameters, and takes one at least of the method's and then")
                .hasMessageContaining("try: the method's parameters, then its result, as parameters");
    }

    private static RuleProvider bringing(Supplier<List<Class<?>>> classes) {
        return new RuleProvider() {
            @Override
            public List<Class<?>> ruleClasses() {
                return classes.get();
            }
        };
    }

    @Test
    @SuppressWarnings("NullAway") // on purpose
    void givenProvidersThatCannotBeUsedAreErrors() {
        RuleProvider failing =
                bringing(() -> {
                    throw new IllegalStateException("broken on purpose");
                });
        assertThatThrownBy(() -> RuleTable.of(List.of(failing, new Good())))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageStartingWith("[FX-0408] the rules of " + failing.getClass().getName())
                .hasMessageContaining("because java.lang.IllegalStateException: broken on purpose")
                .hasCauseInstanceOf(IllegalStateException.class);
        RuleProvider none = bringing(() -> null);
        assertThatThrownBy(() -> RuleTable.of(List.of(none)))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("ruleClasses() is null");
        RuleProvider hole = bringing(() -> Collections.singletonList(null));
        assertThatThrownBy(() -> RuleTable.of(List.of(hole)))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("an element of ruleClasses() is null");
    }
}
