package dev.fluxion.engine.rule;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.rule.RuleProvider;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All rules, by the method that they are for. Immutable once it is made. */
public final class RuleTable {

    /** What the keys of replacements begin with that stand for calls on receivers of any class. */
    static final String ANY_RECEIVER = "any receiver's ";

    /** Owner to key ({@code name(parameters)}, a bare name, or nothing for all methods) to rule. */
    private final Map<String, Map<String, RuleEntry>> byOwner = new LinkedHashMap<>();

    /** The owners by the names of the methods that there are rules for; nothing for all methods. */
    private final Map<String, Set<String>> ownersByName = new HashMap<>();

    private final PackageRules packages = new PackageRules();

    private final List<RuleClass> classes = new ArrayList<>();

    private TangentTypes tangentTypes = TangentTypes.NONE;

    private boolean isChecked;

    private List<String> leftOut = List.of();

    private RuleTable() {}

    /** Returns the classes whose numbers only rules know. */
    public TangentTypes tangentTypes() {
        return tangentTypes;
    }

    /** Returns, of a {@link #listing}, which rules are left out and why. */
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** Returns what each class of rules says, whether it counts or not. */
    public List<SaidRule> said() {
        List<SaidRule> all = new ArrayList<>();
        for (RuleClass rules : classes) {
            all.addAll(SaidRule.of(rules));
        }
        return all;
    }

    /** Returns whether the rules of a class win over those of others. */
    public boolean overrides(Class<?> source) {
        for (RuleClass rules : classes) {
            if (rules.source() == source) {
                return rules.overrides();
            }
        }
        return false;
    }

    /** Returns whether what the rules give is checked when it is used. */
    public boolean isChecked() {
        return isChecked;
    }

    /**
     * Collects the rules of all providers.
     *
     * @param checked whether what they give is checked when it is used
     * @throws NotDifferentiableException if rules clash or make no sense, with all that is wrong
     */
    public static RuleTable of(List<RuleProvider> further, boolean checked) {
        RuleTable table = of(further);
        table.isChecked = checked;
        return table;
    }

    /**
     * Collects the rules of all providers; what they give is not checked.
     *
     * @param further providers beside those that ServiceLoader finds
     * @throws NotDifferentiableException if rules clash or make no sense, with all that is wrong
     */
    public static RuleTable of(List<RuleProvider> further) {
        return of(further, Omissions.LOG);
    }

    /** Collects the rules of all providers as {@link #of(List)} does, and what is left out beside them. */
    public static RuleTable listing() {
        List<String> leftOut = new ArrayList<>();
        RuleTable table = of(List.of(), (what, cause) -> leftOut.add(what + ": " + RuleOrigins.why(cause)));
        table.leftOut = leftOut;
        return table;
    }

    private static RuleTable of(List<RuleProvider> further, Omissions omissions) {
        RuleProviders given = RuleProviders.given(further);
        RuleProviders providers = RuleProviders.found(omissions);
        RuleOrigins.requireNoProviders(given.classes(), further);
        List<Class<?>> found = new ArrayList<>(providers.classes());
        found.removeAll(given.classes());
        RuleTable table = ofClasses(found, given.classes(), omissions);
        table.tangentTypes = new TangentTypes(providers.tangentTypes(given));
        table.requireTargets(given.classes());
        table.reportStrays(found, omissions);
        return table;
    }

    /** The rules that the user has handed over must fit; those found may be for other versions of a library. */
    private void requireTargets(List<Class<?>> ruleClasses) {
        List<Diagnostic> missing = new ArrayList<>();
        for (RuleClass rules : classes) {
            if (ruleClasses.contains(rules.source())) {
                for (Diagnostic each : RuleTargets.missing(rules, rules.source().getClassLoader())) {
                    missing.add(RuleOrigins.in(rules.source(), each));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new NotDifferentiableException(missing);
        }
    }

    /** What is found and is for no class or method there is reported; Fluxion's own tests look after its own rules. */
    private void reportStrays(List<Class<?>> found, Omissions omissions) {
        for (RuleClass rules : classes) {
            Class<?> source = rules.source();
            if (found.contains(source) && !source.getPackageName().startsWith("dev.fluxion.rules.")) {
                List<Diagnostic> strays = RuleTargets.strays(rules, source.getClassLoader());
                if (!strays.isEmpty()) {
                    omissions.leaveOut(
                            "rules of " + RuleOrigins.of(source) + " are left out",
                            new NotDifferentiableException(strays));
                }
            }
        }
    }

    /**
     * Collects the rules of the given classes.
     *
     * @throws NotDifferentiableException if rules clash or make no sense, with all that is wrong
     */
    static RuleTable ofClasses(List<Class<?>> ruleClasses) {
        return ofClasses(List.of(), ruleClasses, Omissions.LOG);
    }

    /**
     * Collects the rules of the given classes, and those of the classes found that can be read; others are reported.
     * Where two clash that are found, methods concerned have no derivative.
     *
     * @throws NotDifferentiableException if rules given clash, or make no sense, with all that is wrong
     */
    static RuleTable ofClasses(List<Class<?>> found, List<Class<?>> given) {
        return ofClasses(found, given, Omissions.LOG);
    }

    private static RuleTable ofClasses(List<Class<?>> found, List<Class<?>> given, Omissions omissions) {
        RuleTable table = new RuleTable();
        List<Diagnostic> wrong = new ArrayList<>();
        for (Class<?> ruleClass : found) {
            try {
                table.add(RuleClassReader.read(ruleClass), given, wrong);
            } catch (RuntimeException | LinkageError broken) {
                omissions.leaveOut(ruleClass, broken);
            }
        }
        for (Class<?> ruleClass : given) {
            try {
                table.add(RuleClassReader.read(ruleClass), given, wrong);
            } catch (NotDifferentiableException misfit) {
                misfit.diagnostics().forEach(each -> wrong.add(RuleOrigins.in(ruleClass, each)));
            }
        }
        if (!wrong.isEmpty()) {
            throw new NotDifferentiableException(wrong);
        }
        return table;
    }

    /** Returns the rule for a method that an instruction names, or null. */
    public @Nullable Rule find(MethodRef method) {
        RuleEntry ofClass = entry(byOwner.get(method.owner()), method);
        RuleEntry ofPackage = packages.find(method);
        boolean isOfPackage = ofPackage != null && (ofClass == null || ofPackage.isOptOut());
        RuleEntry entry = isOfPackage ? ofPackage : ofClass;
        return entry == null ? null : entry.rule();
    }

    /** Returns what counts for a method among what is said of one class or package. */
    static @Nullable RuleEntry entry(@Nullable Map<String, RuleEntry> entries, MethodRef method) {
        if (entries == null) {
            return null;
        }
        RuleEntry exact = entries.get(method.name() + parameters(method.descriptor()));
        RuleEntry named = entries.get(method.name());
        RuleEntry all = entries.get("");
        for (RuleEntry entry : new RuleEntry[] {named, all}) {
            if (entry != null && entry.isOptOut()) {
                return entry;
            }
        }
        RuleEntry entry = exact == null || !exact.isFor(method.descriptor()) ? named : exact;
        return entry == null ? all : entry;
    }

    /** Returns what stands for an interface's method in calls on receivers of any class, or null. */
    public Rule.@Nullable Replacement ofAnyReceiver(MethodRef method) {
        Map<String, RuleEntry> entries = byOwner.get(method.owner());
        RuleEntry entry =
                entries == null ? null : entries.get(ANY_RECEIVER + method.name() + parameters(method.descriptor()));
        return entry != null
                        && entry.isFor(method.descriptor())
                        && entry.rule() instanceof Rule.Replacement replacement
                        && !(find(method) instanceof Rule.OptedOut)
                ? replacement
                : null;
    }

    private static String name(String key) {
        int end = key.indexOf('(');
        return end < 0 ? key : key.substring(0, end);
    }

    private static String parameters(String descriptor) {
        return descriptor.substring(0, descriptor.indexOf(')') + 1);
    }

    /** Returns the internal names of the classes with a rule for a method of that name, or for all of their methods. */
    public List<String> owners(MethodRef method) {
        List<String> owners = new ArrayList<>(ownersByName.getOrDefault(method.name(), Set.of()));
        owners.addAll(ownersByName.getOrDefault("", Set.of()));
        return owners;
    }

    /** Returns what is said, of classes of some package, about methods of that name and those parameters. */
    public List<Rule> ofPackages(MethodRef method) {
        return packages.rules(method);
    }

    /**
     * Says which rules are for methods that their target classes, as far as they can be loaded, do not have.
     *
     * @param loader the loader by which the target classes are looked for
     */
    public List<Diagnostic> withoutTarget(@Nullable ClassLoader loader) {
        List<Diagnostic> missing = new ArrayList<>();
        for (RuleClass rules : classes) {
            missing.addAll(RuleTargets.missing(rules, loader));
        }
        return missing;
    }

    private void add(RuleClass rules, List<Class<?>> given, List<Diagnostic> wrong) {
        classes.add(rules);
        List<Diagnostic> within = given.contains(rules.source()) ? wrong : new ArrayList<>();
        for (String target : rules.targets()) {
            Map<String, RuleEntry> entries = byOwner.computeIfAbsent(target, owner -> new LinkedHashMap<>());
            RulesOfClass.of(rules, target, within)
                    .forEach((key, entry) -> {
                        put(entries, target, key, entry, given, wrong);
                        ownersByName.computeIfAbsent(name(key), name -> new LinkedHashSet<>()).add(target);
                    });
        }
        for (String name : rules.packages()) {
            RulesOfClass.ofPackage(rules, name, within)
                    .forEach((key, entry) -> put(packages.of(name), name, key, entry, given, wrong));
        }
    }

    private static void put(
            Map<String, RuleEntry> entries,
            String target,
            String key,
            RuleEntry added,
            List<Class<?>> given,
            List<Diagnostic> wrong) {
        RuleEntry present = entries.get(key);
        if (present == null || added.isOptOut()) {
            entries.put(key, added);
        } else if (present.isOptOut()) {
            return;
        } else if (present.source().overrides() == added.source().overrides()) {
            if (present.rule() instanceof Rule.Clashing) {
                return;
            }
            Diagnostic clash = clash(target, key, present, added);
            if (given.contains(present.source().source()) || given.contains(added.source().source())) {
                wrong.add(clash);
            }
            Rule both = new Rule.Clashing(added.source().source(), clash);
            entries.put(key, new RuleEntry(both, added.source(), present.result()));
        } else if (added.source().overrides()) {
            entries.put(key, added);
        }
    }

    private static String remedy(RuleClass one, RuleClass other) {
        if (one.source() == other.source()) {
            return "leaving one of them out";
        }
        return one.overrides() && other.overrides()
                ? "leaving one of them out, or overrides = true on only the one that shall win"
                : "leaving one of them out, or @Rules(overrides = true) on the one that shall win";
    }

    /** Returns what is to be said of two rules for one method. */
    static Diagnostic clash(String target, String key, RuleEntry one, RuleEntry other) {
        String result = one.result() == null ? other.result() : one.result();
        String method = key.isEmpty() ? "all methods" : result == null ? key : key + result;
        return Diagnostic.of(
                ErrorId.CLASHING_RULES,
                "two rules for " + method + " of " + target.replace('/', '.'),
                one.origin() + " and " + other.origin() + " both bring one",
                remedy(one.source(), other.source()));
    }
}
