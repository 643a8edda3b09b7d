package dev.fluxion.engine.rule;

import dev.fluxion.ir.symbol.MethodRef;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules without a formula for all classes of some packages. */
final class PackageRules {

    /** What a name ends with that stands for a package and all below it. */
    private static final String ALL_BELOW = ".**";

    /** Package to key ({@code name(parameters)}, a bare name, or nothing for all methods) to rule. */
    private final Map<String, Map<String, RuleEntry>> byPackage = new LinkedHashMap<>();

    /** Returns whether a text is the name of a package, or of one with all below it. */
    static boolean isName(String text) {
        String name = text.endsWith(ALL_BELOW) ? text.substring(0, text.length() - ALL_BELOW.length()) : text;
        for (String part : name.split("\\.", -1)) {
            if (part.isEmpty() || !Character.isJavaIdentifierStart(part.charAt(0)) || !isIdentifier(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIdentifier(String part) {
        for (int i = 1; i < part.length(); i++) {
            if (!Character.isJavaIdentifierPart(part.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the rules of one package, to which more can be added. */
    Map<String, RuleEntry> of(String name) {
        return byPackage.computeIfAbsent(name, owner -> new LinkedHashMap<>());
    }

    /** Returns the rule of the nearest package of a method's owner, or null; one that opts out wins. */
    @Nullable RuleEntry find(MethodRef method) {
        if (byPackage.isEmpty()) {
            return null;
        }
        int end = method.owner().lastIndexOf('/');
        String name = end < 0 ? "" : method.owner().substring(0, end).replace('/', '.');
        RuleEntry nearest = RuleTable.entry(byPackage.get(name), method);
        while (!name.isEmpty() && (nearest == null || !nearest.isOptOut())) {
            RuleEntry entry = RuleTable.entry(byPackage.get(name + ALL_BELOW), method);
            nearest = entry != null && (nearest == null || entry.isOptOut()) ? entry : nearest;
            name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }
        return nearest;
    }

    /** Returns what is said, in any package, of methods of that name and those parameters. */
    List<Rule> rules(MethodRef method) {
        List<Rule> rules = new ArrayList<>();
        for (Map<String, RuleEntry> entries : byPackage.values()) {
            RuleEntry entry = RuleTable.entry(entries, method);
            if (entry != null) {
                rules.add(entry.rule());
            }
        }
        return rules;
    }
}
