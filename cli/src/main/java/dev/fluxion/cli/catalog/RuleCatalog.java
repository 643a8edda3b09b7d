package dev.fluxion.cli.catalog;

import dev.fluxion.rule.Forward;
import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.OptOut;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Refused;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.VarHandle;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The rules of all providers, one entry for each method. */
public final class RuleCatalog {

    /**
     * A method with a rule.
     *
     * @param method such as {@code java.lang.Math.max(double, double)}, or a name where all overloads are meant
     * @param says the arguments that have partial derivatives, or {@code not differentiated}
     * @param source the class with the rule
     * @param origin the module of that class, or its jar
     */
    public record Entry(String method, String says, String source, String origin) {}

    private static final String OWN_CODE = "by its own code";

    private RuleCatalog() {}

    /**
     * Returns the rules, sorted by method.
     *
     * @param part what the class and method must end with or be, such as {@code max} or {@code java.lang.Math}; null
     *     for all
     * @param broken is told of each provider and class that fails
     */
    public static List<Entry> read(@Nullable String part, Consumer<String> broken) {
        SortedMap<String, Entry> entries = new TreeMap<>();
        Map<String, Class<?>> holders = new HashMap<>();
        for (Class<?> holder : RuleSources.read(broken)) {
            try {
                Rules rules = holder.getAnnotation(Rules.class);
                if (rules != null) {
                    SortedMap<String, Entry> own = new TreeMap<>();
                    for (String target : targets(rules)) {
                        read(target, holder, part, own);
                    }
                    own.forEach((method, entry) -> {
                        entries.put(key(method, holder), entry);
                        holders.put(key(method, holder), holder);
                    });
                }
            } catch (TypeNotPresentException | ArrayStoreException | LinkageError missing) {
                broken.accept(
                        "the rules of "
                                + holder.getName()
                                + " ("
                                + RuleSources.origin(holder)
                                + ") cannot be listed: "
                                + missing);
            }
        }
        return resolved(entries, holders);
    }

    private static String key(String method, Class<?> holder) {
        return method + '\n' + holder.getName();
    }

    /**
     * Of several classes with rules for one method, those that override win; where more than one is left, they clash.
     */
    private static List<Entry> resolved(SortedMap<String, Entry> entries, Map<String, Class<?>> holders) {
        Map<String, List<String>> byMethod = new LinkedHashMap<>();
        entries.forEach((key, entry) -> byMethod.computeIfAbsent(entry.method(), method -> new ArrayList<>()).add(key));
        List<Entry> resolved = new ArrayList<>();
        List<String> outs = new ArrayList<>();
        entries.forEach((key, entry) -> {
            if (isOptOut(entries, key)) {
                outs.add(entry.method());
            }
        });
        byMethod.keySet().removeIf(method -> !outs.contains(method) && isCovered(method, outs));
        for (List<String> keys : byMethod.values()) {
            List<String> winning = new ArrayList<>(keys);
            if (keys.stream().anyMatch(key -> isOptOut(entries, key))) {
                winning.removeIf(key -> !isOptOut(entries, key));
                winning.subList(1, winning.size()).clear();
            } else if (keys.stream().anyMatch(key -> overrides(holders, key))) {
                winning.removeIf(key -> !overrides(holders, key));
            }
            for (String key : winning) {
                Entry entry = Objects.requireNonNull(entries.get(key));
                String says = winning.size() == 1 ? entry.says() : "clashes: " + entry.says();
                resolved.add(new Entry(entry.method(), says, entry.source(), entry.origin()));
            }
        }
        return resolved;
    }

    /** Whether one of the methods, classes or packages that do without rules covers a method. */
    private static boolean isCovered(String method, List<String> outs) {
        int end = method.indexOf('(');
        String bare = end < 0 ? method : method.substring(0, end);
        String owner = bare.substring(0, bare.lastIndexOf('.'));
        String name = bare.substring(owner.length() + 1);
        for (String out : outs) {
            String outOwner = out.substring(0, out.lastIndexOf('.'));
            String outName = out.substring(outOwner.length() + 1);
            boolean isOfOwner =
                    outOwner.equals(owner)
                            || PackagePattern.isPattern(outOwner) && new PackagePattern(outOwner).covers(owner);
            if (isOfOwner && (outName.equals(name) || outName.equals("*"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOptOut(SortedMap<String, Entry> entries, String key) {
        return Objects.requireNonNull(entries.get(key)).says().equals(OWN_CODE);
    }

    private static boolean overrides(Map<String, Class<?>> holders, String key) {
        Class<?> holder = Objects.requireNonNull(holders.get(key));
        return holder.getAnnotation(Rules.class).overrides();
    }

    private static List<String> targets(Rules rules) {
        List<String> targets = new ArrayList<>();
        for (Class<?> type : rules.of()) {
            targets.add(type.getTypeName());
        }
        targets.addAll(List.of(rules.ofNames()));
        for (String name : rules.ofPackages()) {
            targets.add(PackagePattern.of(name).text());
        }
        return targets;
    }

    private static void read(String owner, Class<?> holder, @Nullable String part, SortedMap<String, Entry> entries) {
        for (Method method : holder.getDeclaredMethods()) {
            Partial partial = method.getAnnotation(Partial.class);
            if (partial != null) {
                Class<?>[] all = method.getParameterTypes();
                Class<?>[] arguments = Arrays.copyOf(all, all.length - 1); // the last is the method's result
                if (matches(owner, partial.of(), part) && declares(owner, partial.of(), arguments, holder)) {
                    String signature = owner + "." + partial.of() + parameters(arguments);
                    Entry known = entries.get(signature);
                    entries.put(signature, with(partial.wrt(), signature, holder, known));
                }
            }
            Class<?>[] types = method.getParameterTypes();
            Replacement replacement = method.getAnnotation(Replacement.class);
            if (replacement != null) {
                whole(owner, replacement.of(), types, "replaced", holder, part, entries);
            }
            Reverse reverse = method.getAnnotation(Reverse.class);
            if (reverse != null) {
                whole(owner, reverse.of(), types, "value and pullback", holder, part, entries);
            }
            Forward forward = method.getAnnotation(Forward.class);
            if (forward != null) {
                Class<?>[] arguments = Arrays.copyOf(types, types.length / 2); // then their tangents
                whole(owner, forward.of(), arguments, "value and tangent", holder, part, entries);
            }
        }
        NonDifferentiable none = holder.getAnnotation(NonDifferentiable.class);
        if (none != null) {
            named(owner, none.of(), "not differentiated", holder, part, entries);
        }
        MovesReferences moves = holder.getAnnotation(MovesReferences.class);
        if (moves != null) {
            named(owner, moves.of(), "moves references", holder, part, entries);
        }
        for (Refused refused : holder.getAnnotationsByType(Refused.class)) {
            named(owner, refused.of(), "refused", holder, part, entries);
        }
        OptOut out = holder.getAnnotation(OptOut.class);
        if (out != null) {
            named(owner, out.of(), OWN_CODE, holder, part, entries);
        }
    }

    /** Adds a rule for a method as a whole; one with a pullback and one with a tangent are named together. */
    private static void whole(
            String owner,
            String name,
            Class<?>[] types,
            String says,
            Class<?> holder,
            @Nullable String part,
            SortedMap<String, Entry> entries) {
        if (matches(owner, name, part) && declares(owner, name, types, holder)) {
            String signature = owner + "." + name + parameters(types);
            Entry known = entries.get(signature);
            String all = known == null || known.says().equals(says) ? says : known.says() + ", " + says;
            entries.put(signature, entry(signature, all, holder));
        }
    }

    private static Entry entry(String signature, String says, Class<?> holder) {
        return new Entry(signature, says, holder.getSimpleName(), RuleSources.origin(holder));
    }

    private static void named(
            String owner,
            String[] names,
            String says,
            Class<?> holder,
            @Nullable String part,
            SortedMap<String, Entry> entries) {
        for (String name : names.length == 0 ? new String[] {"*"} : names) {
            if (matches(owner, name, part)) {
                String signature = owner + "." + name;
                entries.put(signature, entry(signature, says, holder));
            }
        }
    }

    private static Entry with(int argument, String signature, Class<?> holder, @Nullable Entry known) {
        List<String> arguments = new ArrayList<>();
        String prefix = "partial in argument ";
        if (known != null && known.says().startsWith(prefix)) {
            arguments.addAll(List.of(known.says().substring(prefix.length()).split(", ", -1)));
        }
        arguments.add(Integer.toString(argument));
        arguments.sort(null);
        return entry(signature, prefix + String.join(", ", arguments), holder);
    }

    private static boolean matches(String owner, String name, @Nullable String part) {
        if (part == null) {
            return true;
        }
        int descriptor = name.indexOf('(');
        String bare = descriptor < 0 ? name : name.substring(0, descriptor);
        if (PackagePattern.isPattern(owner)) {
            return new PackagePattern(owner).matches(bare, part);
        }
        String full = owner + "." + bare;
        return full.equals(part) || full.endsWith("." + part) || owner.equals(part) || owner.endsWith("." + part);
    }

    /** A rule for several classes need not fit all of them. */
    private static boolean declares(String owner, String name, Class<?>[] ruleParameters, Class<?> holder) {
        if (owner.endsWith("[]") || PackagePattern.isPattern(owner)) {
            return owner.endsWith("[]") && name.equals("clone"); // arrays declare nothing else, packages nothing
        }
        try {
            Class<?> type = Class.forName(owner, false, holder.getClassLoader());
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && fits(method, ruleParameters)) {
                    return true;
                }
            }
            return type == VarHandle.class || name.equals("<init>"); // whose methods have types of their own
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean fits(Method method, Class<?>[] ruleParameters) {
        boolean isStatic = java.lang.reflect.Modifier.isStatic(method.getModifiers());
        Class<?>[] types = method.getParameterTypes();
        int first = isStatic ? 0 : 1;
        if (ruleParameters.length != first + types.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (types[i] != ruleParameters[first + i]) {
                return false;
            }
        }
        return true;
    }

    private static String parameters(Class<?>[] types) {
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < types.length; i++) {
            text.append(i == 0 ? "" : ", ").append(types[i].getTypeName());
        }
        return text.append(')').toString();
    }
}
