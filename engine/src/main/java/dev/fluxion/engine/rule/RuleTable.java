package dev.fluxion.engine.rule;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.access.MemberTable;
import dev.fluxion.engine.rule.Rule.PartialMethod;
import dev.fluxion.engine.rule.RuleClass.DeclaredPartial;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;
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

    private record Entry(RuleClass source, List<PartialMethod> partials) {

        boolean blocks() {
            return partials.isEmpty();
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
        if (entry == null) {
            return null;
        }
        Class<?> source = entry.source().source();
        return entry.blocks() ? new Rule.NonDifferentiable(source) : new Rule.Partials(source, entry.partials());
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
            if (!targets.isEmpty() && !hasTarget(declared, targets)) {
                missing.add(withoutTarget(declared));
            }
        }
        return missing;
    }

    private void add(RuleClass rules, List<Diagnostic> wrong) {
        classes.add(rules);
        for (String target : rules.targets()) {
            Map<String, Entry> entries = byOwner.computeIfAbsent(target, owner -> new LinkedHashMap<>());
            for (Map.Entry<String, List<PartialMethod>> method : signatures(rules, target, wrong).entrySet()) {
                put(entries, target, method.getKey(), new Entry(rules, method.getValue()), wrong);
            }
            List<String> blocked = rules.blocked();
            if (blocked != null) {
                for (String name : blocked.isEmpty() ? List.of("") : blocked) {
                    put(entries, target, name, new Entry(rules, List.of()), wrong);
                }
            }
        }
    }

    /** The partials of one class, by the signature of the method in {@code target} that they may be for. */
    private static Map<String, List<PartialMethod>> signatures(RuleClass rules, String target, List<Diagnostic> wrong) {
        Map<String, List<PartialMethod>> bySignature = new LinkedHashMap<>();
        for (DeclaredPartial declared : rules.partials()) {
            for (String signature : signatures(declared, target)) {
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

    /** A static method's signature; and that of an instance method where the first argument may be the receiver. */
    private static List<String> signatures(DeclaredPartial declared, String target) {
        List<Type> arguments = declared.arguments();
        String asStatic = signature(declared.of(), arguments, declared.result());
        if (arguments.isEmpty() || !arguments.getFirst().descriptor().equals("L" + target + ";")) {
            return List.of(asStatic);
        }
        List<Type> withoutReceiver = arguments.subList(1, arguments.size());
        return List.of(asStatic, signature(declared.of(), withoutReceiver, declared.result()));
    }

    private static String signature(String name, List<Type> arguments, Type result) {
        StringBuilder text = new StringBuilder(name).append('(');
        for (Type argument : arguments) {
            text.append(argument.descriptor());
        }
        return text.append(')').append(result.descriptor()).toString();
    }

    private static void put(
            Map<String, Entry> entries, String target, String signature, Entry added, List<Diagnostic> wrong) {
        Entry present = entries.get(signature);
        if (present == null) {
            entries.put(signature, added);
            return;
        }
        if (present.source().overrides() == added.source().overrides()) {
            String one = present.source().source().getName();
            wrong.add(clash(target, signature, one, added.source().source().getName()));
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

    private static boolean hasTarget(DeclaredPartial declared, List<Class<?>> targets) {
        for (Class<?> target : targets) {
            for (String signature : signatures(declared, target.getName().replace('.', '/'))) {
                int split = signature.indexOf('(');
                if (MemberTable.method(target, signature.substring(0, split), signature.substring(split)) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Diagnostic withoutTarget(DeclaredPartial declared) {
        return Diagnostic.of(
                ErrorId.RULE_WITHOUT_TARGET,
                "the rule " + declared.partial().method().display() + " is for no method",
                "no class that it is for has " + signature(declared.of(), declared.arguments(), declared.result()),
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
