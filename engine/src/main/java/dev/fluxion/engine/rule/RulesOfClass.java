package dev.fluxion.engine.rule;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.engine.rule.Rule.PartialMethod;
import dev.fluxion.engine.rule.RuleClass.Declared;
import dev.fluxion.engine.rule.RuleClass.DeclaredForward;
import dev.fluxion.engine.rule.RuleClass.DeclaredPartial;
import dev.fluxion.engine.rule.RuleClass.DeclaredRefusal;
import dev.fluxion.engine.rule.RuleClass.DeclaredReplacement;
import dev.fluxion.engine.rule.RuleClass.DeclaredReverse;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules that one rule class has for the methods of one class, each method's put together. */
final class RulesOfClass {

    private final RuleClass rules;
    private final String target;
    private final List<Diagnostic> wrong;
    private final Map<String, RuleEntry> entries = new LinkedHashMap<>();

    private RulesOfClass(RuleClass rules, String target, List<Diagnostic> wrong) {
        this.rules = rules;
        this.target = target;
        this.wrong = wrong;
    }

    /**
     * Returns the rules by {@code name(parameters)}, name, or nothing for all methods.
     *
     * @param wrong takes what clashes
     */
    static Map<String, RuleEntry> of(RuleClass rules, String target, List<Diagnostic> wrong) {
        RulesOfClass all = new RulesOfClass(rules, target, wrong);
        for (Declared declared : rules.declared()) {
            Rule rule = all.rule(declared);
            boolean anyReceiver = declared instanceof DeclaredReplacement replacement && replacement.anyReceiver();
            for (String key : declared.target().in(target)) {
                String place = anyReceiver ? RuleTable.ANY_RECEIVER + key : key;
                all.add(place, new RuleEntry(rule, rules, declared.target().result()));
            }
        }
        all.addNamed(rules.movers(), new Rule.Moves(rules.source(), null));
        all.addWithoutFormula();
        return all.entries;
    }

    /**
     * Returns the rules for the methods of all classes of a package, in the same way: those without a formula.
     *
     * @param wrong takes what clashes
     */
    static Map<String, RuleEntry> ofPackage(RuleClass rules, String name, List<Diagnostic> wrong) {
        RulesOfClass all = new RulesOfClass(rules, name, wrong);
        all.addWithoutFormula();
        return all.entries;
    }

    private void addWithoutFormula() {
        addNamed(rules.blocked(), new Rule.NonDifferentiable(rules.source()));
        for (DeclaredRefusal refused : rules.refused()) {
            addNamed(refused.names(), new Rule.Refused(rules.source(), refused.why(), refused.instead()));
        }
        addNamed(rules.optedOut(), new Rule.OptedOut(rules.source()));
    }

    private Rule rule(Declared declared) {
        return switch (declared) {
            case DeclaredPartial partial -> new Rule.Partials(rules.source(), List.of(partial.partial()));
            case DeclaredReplacement replacement -> new Rule.Replacement(rules.source(), replacement.method());
            case DeclaredReverse reverse -> new Rule.General(rules.source(), reverse.reverse(), null);
            case DeclaredForward forward -> new Rule.General(rules.source(), null, forward.method());
        };
    }

    /** Adds one rule for all methods named; none named means all of the class. */
    private void addNamed(@Nullable List<String> names, Rule rule) {
        if (names == null) {
            return;
        }
        for (String name : names.isEmpty() ? List.of("") : names) {
            int end = name.indexOf(')') + 1;
            String result = end == 0 || end == name.length() ? null : name.substring(end);
            add(end == 0 ? name : name.substring(0, end), new RuleEntry(rule, rules, result));
        }
    }

    private void add(String key, RuleEntry added) {
        RuleEntry present = entries.get(key);
        if (present == null) {
            entries.put(key, added);
            return;
        }
        if (present.rule() instanceof Rule.Clashing) {
            return;
        }
        Rule both = both(present.rule(), added.rule());
        if (both == null) {
            Diagnostic clash = RuleTable.clash(target, key, present, added);
            wrong.add(clash);
            entries.put(key, new RuleEntry(new Rule.Clashing(rules.source(), clash), rules, present.result()));
        } else {
            entries.put(key, new RuleEntry(both, rules, present.result()));
        }
    }

    /** Returns the rule that two are together, or null if they contradict. */
    private @Nullable Rule both(Rule one, Rule other) {
        return switch (one) {
            case Rule.Partials some when other instanceof Rule.Partials more -> partials(some, more);
            case Rule.Replacement body when other instanceof Rule.Moves ->
                    new Rule.Moves(rules.source(), body.method());
            case Rule.General(var source, var reverse, var forward) when other instanceof Rule.General more -> {
                boolean isTwice =
                        reverse != null && more.reverse() != null || forward != null && more.forward() != null;
                yield isTwice
                        ? null
                        : new Rule.General(
                                source,
                                reverse == null ? more.reverse() : reverse,
                                forward == null ? more.forward() : forward);
            }
            default -> null;
        };
    }

    private Rule.@Nullable Partials partials(Rule.Partials some, Rule.Partials more) {
        List<PartialMethod> all = new ArrayList<>(some.partials());
        for (PartialMethod partial : more.partials()) {
            for (PartialMethod other : some.partials()) {
                if (other.wrt() == partial.wrt()) {
                    return null;
                }
            }
            all.add(partial);
        }
        return new Rule.Partials(rules.source(), all);
    }
}
