package dev.fluxion.engine.rule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What one class of rules says of the methods of one class or package.
 *
 * @param owner the internal name of the class, or the package as {@code @Rules} names it
 * @param ofPackage whether it is a package
 * @param name the name of the methods; empty for all
 * @param parameters the parameters, {@code (D)}; null for all methods of that name
 * @param result the descriptor of the result of the methods; null if that may be any
 * @param anyReceiver whether it stands for an interface's method in calls on receivers of any class
 * @param rule the rule
 */
public record SaidRule(
        String owner,
        boolean ofPackage,
        String name,
        @Nullable String parameters,
        @Nullable String result,
        boolean anyReceiver,
        Rule rule) {

    /** Returns all that a class of rules says. */
    static List<SaidRule> of(RuleClass rules) {
        List<SaidRule> all = new ArrayList<>();
        for (String target : rules.targets()) {
            RulesOfClass.of(rules, target, new ArrayList<>())
                    .forEach((key, entry) -> all.add(of(target, false, key, entry)));
        }
        for (String name : rules.packages()) {
            RulesOfClass.ofPackage(rules, name, new ArrayList<>())
                    .forEach((key, entry) -> all.add(of(name, true, key, entry)));
        }
        return all;
    }

    private static SaidRule of(String owner, boolean ofPackage, String key, RuleEntry entry) {
        boolean anyReceiver = key.startsWith(RuleTable.ANY_RECEIVER);
        String signature = anyReceiver ? key.substring(RuleTable.ANY_RECEIVER.length()) : key;
        int end = signature.indexOf('(');
        return new SaidRule(
                owner,
                ofPackage,
                end < 0 ? signature : signature.substring(0, end),
                end < 0 ? null : signature.substring(end),
                entry.result(),
                anyReceiver,
                entry.rule());
    }
}
