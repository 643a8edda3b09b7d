package dev.fluxion.testkit.rules;

import dev.fluxion.testkit.rules.declared.RuleMethod;
import dev.fluxion.testkit.rules.declared.RuleMethod.Form;
import dev.fluxion.testkit.rules.declared.RuleSet;
import dev.fluxion.testkit.rules.declared.Target;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Executable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One rule for one method, to be tested at points; from {@link RuleTester#cases}. */
public final class RuleCase {

    private final RuleMethod rule;
    private final Target target;
    private final RuleSet rules;
    private final Settings settings;

    RuleCase(RuleMethod rule, Target target, RuleSet rules, Settings settings) {
        this.rule = rule;
        this.target = target;
        this.rules = rules;
        this.settings = settings;
    }

    /** Returns the method or constructor that the rule is for. */
    public Executable method() {
        return target.executable();
    }

    /** Returns the types of the arguments, a receiver's first. */
    public List<Class<?>> argumentTypes() {
        return List.of(rule.arguments());
    }

    /** Leaves out checks. */
    public RuleCase without(Check... checks) {
        Set<Check> left = EnumSet.noneOf(Check.class);
        left.addAll(settings.left());
        left.addAll(Arrays.asList(checks));
        return new RuleCase(rule, target, rules, settings.without(left));
    }

    /**
     * Tests the rule at a point.
     *
     * @param arguments the point, a receiver first
     * @return what was checked
     * @throws AssertionError if the rule is wrong
     */
    public RuleReport test(@Nullable Object... arguments) {
        List<@Nullable Object> point = Arrays.asList(arguments);
        Trial trial = new Trial(rule, target, point, settings);
        switch (rule.form()) {
            case PARTIAL -> {
                new PartialTest(trial).run();
                List<RuleMethod> partials = new ArrayList<>(rules.find(Form.PARTIAL, rule.of(), point));
                partials.removeIf(other -> !Arrays.equals(other.arguments(), rule.arguments()));
                new WholeTest(trial).run(partials);
            }
            case REVERSE -> {
                new ReverseTest(trial).run();
                new ProgramTest(trial).run();
            }
            case REPLACEMENT -> {
                if (new ReplacementTest(trial).run()) {
                    new ProgramTest(trial).run();
                }
            }
            case FORWARD -> {
                ForwardTest test = new ForwardTest(trial);
                test.run();
                for (RuleMethod reverse : rules.find(Form.REVERSE, rule.of(), point)) {
                    if (trial.wants(Check.FORWARD_AGAINST_REVERSE)) {
                        test.against(new Trial(reverse, target, point, settings));
                    }
                }
            }
        }
        return trial.report();
    }

    /** Returns the rule and its method: {@code SpecialRules.erf(double, double) for Special.erf(double)}. */
    @Override
    public String toString() {
        return rule + " for " + target;
    }
}
