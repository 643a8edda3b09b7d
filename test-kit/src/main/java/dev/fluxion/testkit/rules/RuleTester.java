package dev.fluxion.testkit.rules;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.ObjectFn;
import dev.fluxion.rule.RuleProvider;
import dev.fluxion.testkit.gradcheck.GradCheck;
import dev.fluxion.testkit.gradcheck.GradientReport;
import dev.fluxion.testkit.gradcheck.Question;
import dev.fluxion.testkit.rules.declared.RuleMethod;
import dev.fluxion.testkit.rules.declared.RuleMethod.Form;
import dev.fluxion.testkit.rules.declared.RuleSet;
import dev.fluxion.testkit.rules.declared.Show;
import dev.fluxion.testkit.rules.declared.Target;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Tests rules against the methods that they are for, after ChainRulesTestUtils. What is wrong is said by an {@link
 * AssertionError} that names the rule, the point and the numbers.
 *
 * <pre>{@code
 * RuleTester rules = RuleTester.of(VectorRules.class);
 * rules.testScalar("erf", 0.3);                                        // each @Partial
 * rules.testRrule("dot", new double[] {1, 2}, new double[] {3, -1});   // @Reverse
 * rules.testFrule("dot", new double[] {1, 2}, new double[] {3, -1});   // @Forward, also against @Reverse
 * rules.testGradient(x -> Vectors.dot(x, x), new double[] {1, 2});     // with Fluxion, second derivatives too
 * }</pre>
 *
 * <p>The arguments choose the overload, by their types; a receiver is the first. They are copied for each call, so a
 * method may change them. A matrix as the only argument needs a cast: {@code testRrule("det", (Object) matrix)}.
 *
 * <p>{@link Check} lists what is looked at. Cotangents and tangents are those of a fixed seed. Finite differences are
 * central and extrapolated, with a tolerance of 1e-9, relative and absolute; where floats are involved, 1e-3. Where
 * they do not know as much, that is a failure with a text of its own.
 *
 * <p>Rules and their methods need not be public. In a named module whose package is not open to {@code
 * dev.fluxion.testkit}, hand over {@code MethodHandles.lookup()}. Immutable.
 */
public final class RuleTester {

    private final RuleSet rules;
    private final Settings settings;

    private RuleTester(RuleSet rules, Settings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    /**
     * Tests the rules in some classes, each annotated with {@link dev.fluxion.rule.Rules}.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if one of them is not, or is that of a provider that
     *     names others or has tangent types: nobody would ask it
     */
    public static RuleTester of(Class<?>... ruleClasses) {
        return of(null, List.of(ruleClasses));
    }

    /**
     * Tests the rules in some classes, with the rights of a lookup.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException as {@link #of(Class[])}
     */
    public static RuleTester of(MethodHandles.Lookup lookup, Class<?>... ruleClasses) {
        return of(lookup, List.of(ruleClasses));
    }

    /**
     * Tests all rules of a provider.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if one of its classes is not annotated with {@link
     *     dev.fluxion.rule.Rules}
     */
    public static RuleTester of(RuleProvider provider) {
        RuleSet set = new RuleSet(provider.ruleClasses());
        return new RuleTester(set, Settings.standard(null, new WithRules(Fluxion.builder().rules(provider))));
    }

    private static RuleTester of(MethodHandles.@Nullable Lookup lookup, List<Class<?>> ruleClasses) {
        RuleSet set = RuleSet.ofClasses(ruleClasses);
        Differentiator.Builder builder = Fluxion.builder().rules(ruleClasses.toArray(Class<?>[]::new));
        WithRules made = new WithRules(lookup == null ? builder : builder.lookup(lookup));
        return new RuleTester(set, Settings.standard(lookup, made));
    }

    /** Allows other differences from finite differences than 1e-9, relative and absolute. */
    public RuleTester within(double tolerance) {
        return within(tolerance, tolerance);
    }

    /** Allows other differences from finite differences than 1e-9. */
    public RuleTester within(double relative, double absolute) {
        return new RuleTester(rules, settings.within(relative, absolute));
    }

    /** Lets the rule's value differ from that of the method, by some units in the last place; else no bit may. */
    public RuleTester valueWithin(int ulps) {
        return new RuleTester(rules, settings.valueWithin(ulps));
    }

    /** Chooses other random cotangents and tangents. */
    public RuleTester seed(long seed) {
        return new RuleTester(rules, settings.seed(seed));
    }

    /** Leaves out checks. */
    public RuleTester without(Check... checks) {
        Set<Check> left = EnumSet.noneOf(Check.class);
        left.addAll(settings.left());
        left.addAll(Arrays.asList(checks));
        return new RuleTester(rules, settings.without(left));
    }

    /**
     * Says how much a call may allocate. A partial may allocate nothing, unless this is called; what a reverse rule
     * allocates is not looked at, unless this is called.
     *
     * @param bytes the most that one call of a partial, or of a reverse rule with its pullback, may allocate
     */
    public RuleTester allocating(long bytes) {
        return new RuleTester(rules, settings.allocating(bytes));
    }

    /** Uses another Fluxion than one with these rules for what it is to differentiate. */
    public RuleTester using(Differentiator differentiator) {
        return new RuleTester(rules, settings.using(differentiator));
    }

    /** Returns a Fluxion with these rules, or the one that was given. */
    public Differentiator differentiator() {
        return settings.gradients().get();
    }

    /**
     * Tests the partials of a method at a point: each {@link dev.fluxion.rule.Partial}, and that arguments without one
     * have the derivative zero.
     *
     * @param method the method's name
     * @param arguments the point
     * @return what was checked
     * @throws AssertionError if a rule is wrong
     */
    public List<RuleReport> testScalar(String method, @Nullable Object... arguments) {
        return test(Form.PARTIAL, "@Partial", method, Arrays.asList(arguments));
    }

    /**
     * Tests the {@link dev.fluxion.rule.Reverse} of a method at a point.
     *
     * @param method the method's name, {@code "<init>"} for a constructor
     * @param arguments the point, a receiver first
     * @return what was checked
     * @throws AssertionError if the rule is wrong
     */
    public List<RuleReport> testRrule(String method, @Nullable Object... arguments) {
        return test(Form.REVERSE, "@Reverse", method, Arrays.asList(arguments));
    }

    /**
     * Tests the {@link dev.fluxion.rule.Forward} of a method at a point, also against its reverse rule, if it has one.
     *
     * @param method the method's name, {@code "<init>"} for a constructor
     * @param arguments the point, a receiver first
     * @return what was checked
     * @throws AssertionError if the rule is wrong
     */
    public List<RuleReport> testFrule(String method, @Nullable Object... arguments) {
        return test(Form.FORWARD, "@Forward", method, Arrays.asList(arguments));
    }

    /**
     * Tests the {@link dev.fluxion.rule.Replacement} of a method at a point: that it does what the method does,
     * exceptions included, and what Fluxion makes of it.
     *
     * @param method the method's name
     * @param arguments the point, a receiver first
     * @return what was checked
     * @throws AssertionError if the replacement is wrong
     */
    public List<RuleReport> testReplacement(String method, @Nullable Object... arguments) {
        return test(Form.REPLACEMENT, "@Replacement", method, Arrays.asList(arguments));
    }

    /**
     * Tests all rules of a method at a point, whatever their form.
     *
     * @param method the method's name, {@code "<init>"} for a constructor
     * @param arguments the point, a receiver first
     * @return what was checked
     * @throws AssertionError if a rule is wrong
     */
    public List<RuleReport> test(String method, @Nullable Object... arguments) {
        List<@Nullable Object> point = Arrays.asList(arguments);
        List<RuleReport> reports = new ArrayList<>();
        if (!rules.find(Form.PARTIAL, method, point).isEmpty()) {
            reports.addAll(testScalar(method, arguments));
        }
        if (!rules.find(Form.REVERSE, method, point).isEmpty()) {
            reports.addAll(testRrule(method, arguments));
        }
        if (!rules.find(Form.FORWARD, method, point).isEmpty()) {
            reports.addAll(testFrule(method, arguments));
        }
        if (!rules.find(Form.REPLACEMENT, method, point).isEmpty()) {
            reports.addAll(testReplacement(method, arguments));
        }
        if (reports.isEmpty()) {
            throw rules.none("rule", method, point);
        }
        return reports;
    }

    /**
     * Tests what Fluxion makes of the rules: the derivative of a function that calls their methods, and its second
     * derivative, which differentiates the rules themselves.
     *
     * @throws AssertionError if one is not that of finite differences
     */
    public GradientReport testGradient(DoubleFn f, double x) {
        GradientReport report = gradCheck().check(Question.of(f, x));
        if (!settings.left().contains(Check.SECOND_ORDER)) {
            gradCheck().checkSecond(f, x);
        }
        return report;
    }

    /**
     * Tests what Fluxion makes of the rules: the gradient of a function that calls their methods, and its second
     * derivatives along a random direction, which differentiate the rules themselves, their pullbacks too.
     *
     * @throws AssertionError if one is not that of finite differences
     */
    public GradientReport testGradient(DoubleArrayFn f, double[] x) {
        GradientReport report = gradCheck().check(Question.of(f, x));
        if (!settings.left().contains(Check.SECOND_ORDER)) {
            gradCheck().checkSecond(f, x);
        }
        return report;
    }

    /**
     * Tests what Fluxion makes of the rules: the gradient of a function of an object of any kind.
     *
     * @throws AssertionError if it is not that of finite differences
     */
    public <T> GradientReport testGradient(ObjectFn<T> f, T x) {
        return gradCheck().check(Question.of(f, x));
    }

    private GradCheck gradCheck() {
        return GradCheck.within(settings.relative(), settings.absolute()).using(differentiator());
    }

    /**
     * Returns all rules with a formula, each for each method that it is for; replacements have none.
     *
     * @throws AssertionError if one is for no method
     */
    public List<RuleCase> cases() {
        return cases(rules.rules().stream().filter(rule -> rule.form() != Form.REPLACEMENT).toList());
    }

    private List<RuleCase> cases(List<RuleMethod> selected) {
        List<RuleCase> cases = new ArrayList<>();
        for (RuleMethod rule : selected) {
            for (Target target : targets(rule)) {
                cases.add(new RuleCase(rule, target, rules, settings));
            }
        }
        return cases;
    }

    private List<RuleReport> test(Form form, String name, String method, List<? extends @Nullable Object> point) {
        List<RuleMethod> found = rules.find(form, method, point);
        if (found.isEmpty()) {
            throw rules.none(name, method, point);
        }
        List<RuleReport> reports = new ArrayList<>();
        for (RuleCase each : cases(found)) {
            reports.add(each.test(point.toArray()));
        }
        return reports;
    }

    private List<Target> targets(RuleMethod rule) {
        List<Target> targets = Target.of(rule, settings.lookup());
        if (targets.isEmpty()) {
            throw new AssertionError(
                    "the rule "
                            + rule
                            + ": it is for no method\n    no class that it is for has "
                            + rule.of()
                            + "("
                            + Show.types(rule.arguments())
                            + "), the receiver counted");
        }
        return targets;
    }
}
