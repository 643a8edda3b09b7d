package dev.fluxion.engine.rule;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.access.MemberTable;
import dev.fluxion.engine.rule.Rule.PartialMethod;
import dev.fluxion.engine.rule.RuleClass.DeclaredPartial;
import dev.fluxion.engine.rule.RuleClass.DeclaredRefusal;
import dev.fluxion.engine.rule.RuleClass.DeclaredReplacement;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.rule.RuleProvider;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rules, by the method that they are for. Immutable. */
public final class RuleTable {

    /** Owner to signature ({@code name(descriptor)}, a bare name, or nothing for all methods) to rule. */
    private final Map<String, Map<String, Entry>> byOwner = new LinkedHashMap<>();

    private final List<RuleClass> classes = new ArrayList<>();

    private record Entry(RuleClass source, Rule rule) {

        /** Returns what brought the rule, for a message. */
        String origin() {
            return rule instanceof Rule.Replacement replacement
                    ? replacement.method().display()
                    : source.source().getName();
        }
    }

    private RuleTable() {}

    /**
     * Collects the rules of all providers.
     *
     * @param further providers beside those that ServiceLoader finds
     * @throws NotDifferentiableException if rules clash or make no sense, with all that is wrong
     */
    public static RuleTable of(List<RuleProvider> further) {
        List<Class<?>> all = new ArrayList<>(RuleProviders.found());
        List<Class<?>> given = RuleProviders.ofProviders(further);
        for (Class<?> ruleClass : given) {
            if (!all.contains(ruleClass)) {
                all.add(ruleClass);
            }
        }
        RuleTable table = ofClasses(all);
        table.requireTargets(given);
        return table;
    }

    /** The rules that the user has handed over must fit; those found may be for other versions of a library. */
    private void requireTargets(List<Class<?>> ruleClasses) {
        List<Diagnostic> missing = new ArrayList<>();
        for (RuleClass rules : classes) {
            if (ruleClasses.contains(rules.source())) {
                missing.addAll(withoutTarget(rules, rules.source().getClassLoader()));
            }
        }
        if (!missing.isEmpty()) {
            throw new NotDifferentiableException(missing);
        }
    }

    /**
     * Collects the rules of the given classes.
     *
     * @throws NotDifferentiableException if rules clash or make no sense, with all that is wrong
     */
    static RuleTable ofClasses(List<Class<?>> ruleClasses) {
        RuleTable table = new RuleTable();
        List<Diagnostic> wrong = new ArrayList<>();
        for (Class<?> ruleClass : ruleClasses) {
            try {
                table.add(RuleClass.read(ruleClass), wrong);
            } catch (NotDifferentiableException misfit) {
                wrong.addAll(misfit.diagnostics());
            }
        }
        if (!wrong.isEmpty()) {
            throw new NotDifferentiableException(wrong);
        }
        return table;
    }

    /** Returns the rule for a method that an instruction names, or null. */
    public @Nullable Rule find(MethodRef method) {
        Map<String, Entry> entries = byOwner.get(method.owner());
        if (entries == null) {
            return null;
        }
        Entry entry = entries.get(method.name() + method.descriptor());
        entry = entry == null ? entries.get(method.name()) : entry;
        entry = entry == null ? entries.get("") : entry;
        return entry == null ? null : entry.rule();
    }

    /**
     * Says which rules are for methods that their target classes, as far as they can be loaded, do not have.
     *
     * @param loader the loader by which the target classes are looked for
     */
    public List<Diagnostic> withoutTarget(@Nullable ClassLoader loader) {
        List<Diagnostic> missing = new ArrayList<>();
        for (RuleClass rules : classes) {
            missing.addAll(withoutTarget(rules, loader));
        }
        return missing;
    }

    private static List<Diagnostic> withoutTarget(RuleClass rules, @Nullable ClassLoader loader) {
        List<Diagnostic> missing = new ArrayList<>();
        List<Class<?>> targets = load(rules.targets(), loader);
        for (DeclaredPartial declared : rules.partials()) {
            if (!targets.isEmpty() && !hasTarget(declared.target(), targets)) {
                missing.add(withoutTarget(declared.partial().method(), declared.target()));
            }
        }
        for (DeclaredReplacement declared : rules.replacements()) {
            if (!targets.isEmpty() && !hasTarget(declared.target(), targets)) {
                missing.add(withoutTarget(declared.method(), declared.target()));
            }
        }
        return missing;
    }

    private void add(RuleClass rules, List<Diagnostic> wrong) {
        classes.add(rules);
        for (String target : rules.targets()) {
            Map<String, Entry> entries = byOwner.computeIfAbsent(target, owner -> new LinkedHashMap<>());
            for (Map.Entry<String, List<PartialMethod>> method : signatures(rules, target, wrong).entrySet()) {
                Rule rule = new Rule.Partials(rules.source(), method.getValue());
                put(entries, target, method.getKey(), new Entry(rules, rule), wrong);
            }
            for (DeclaredReplacement declared : rules.replacements()) {
                Entry entry = new Entry(rules, new Rule.Replacement(rules.source(), declared.method()));
                for (String signature : declared.target().in(target)) {
                    put(entries, target, signature, entry, wrong);
                }
            }
            put(entries, target, rules, rules.blocked(), new Rule.NonDifferentiable(rules.source()), wrong);
            put(entries, target, rules, rules.movers(), new Rule.Moves(rules.source(), null), wrong);
            for (DeclaredRefusal refused : rules.refused()) {
                Rule rule = new Rule.Refused(rules.source(), refused.why(), refused.instead());
                put(entries, target, rules, refused.names(), rule, wrong);
            }
        }
    }

    /** Adds one rule for all methods named; none named means all of the class. */
    private static void put(
            Map<String, Entry> entries,
            String target,
            RuleClass rules,
            @Nullable List<String> names,
            Rule rule,
            List<Diagnostic> wrong) {
        if (names != null) {
            for (String name : names.isEmpty() ? List.of("") : names) {
                put(entries, target, name, new Entry(rules, rule), wrong);
            }
        }
    }

    /** The partials of one class, by the signature of the method in {@code target} that they may be for. */
    private static Map<String, List<PartialMethod>> signatures(RuleClass rules, String target, List<Diagnostic> wrong) {
        Map<String, List<PartialMethod>> bySignature = new LinkedHashMap<>();
        for (DeclaredPartial declared : rules.partials()) {
            for (String signature : declared.target().in(target)) {
                List<PartialMethod> partials = bySignature.computeIfAbsent(signature, key -> new ArrayList<>());
                for (PartialMethod other : partials) {
                    if (other.wrt() == declared.partial().wrt()) {
                        wrong.add(
                                clash(
                                        target,
                                        signature,
                                        other.method().display(),
                                        declared.partial().method().display()));
                    }
                }
                partials.add(declared.partial());
            }
        }
        return bySignature;
    }

    private static void put(
            Map<String, Entry> entries, String target, String signature, Entry added, List<Diagnostic> wrong) {
        Entry present = entries.get(signature);
        if (present != null
                && present.source().equals(added.source())
                && present.rule() instanceof Rule.Replacement replacement
                && added.rule() instanceof Rule.Moves moves) {
            Rule both = new Rule.Moves(moves.source(), replacement.method());
            entries.put(signature, new Entry(added.source(), both));
            return;
        }
        if (present == null) {
            entries.put(signature, added);
            return;
        }
        if (present.source().overrides() == added.source().overrides()) {
            wrong.add(clash(target, signature, present.origin(), added.origin()));
        } else if (added.source().overrides()) {
            entries.put(signature, added);
        }
    }

    private static Diagnostic clash(String target, String signature, String one, String other) {
        String method = signature.isEmpty() ? "all methods" : signature;
        return Diagnostic.of(
                ErrorId.CLASHING_RULES,
                "two rules for " + method + " of " + target.replace('/', '.'),
                one + " and " + other + " both bring one",
                "leaving one of them out, or @Rules(overrides = true) on the one that shall win");
    }

    private static boolean hasTarget(TargetSignature wanted, List<Class<?>> targets) {
        for (Class<?> target : targets) {
            for (String signature : wanted.in(target.getName().replace('.', '/'))) {
                int split = signature.indexOf('(');
                if (MemberTable.method(target, signature.substring(0, split), signature.substring(split)) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Diagnostic withoutTarget(MethodRef rule, TargetSignature signature) {
        return Diagnostic.of(
                ErrorId.RULE_WITHOUT_TARGET,
                "the rule " + rule.display() + " is for no method",
                "no class that it is for has " + signature,
                "the method's own parameter types, the receiver first, then its result type");
    }

    private static List<Class<?>> load(List<String> internalNames, @Nullable ClassLoader loader) {
        List<Class<?>> found = new ArrayList<>();
        for (String name : internalNames) {
            try {
                found.add(Class.forName(name.replace('/', '.'), false, loader));
            } catch (ClassNotFoundException notThere) {
                // A rule for a library that is not used.
            }
        }
        return found;
    }
}
