package dev.fluxion.engine.rule;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.engine.access.MemberTable;
import dev.fluxion.engine.rule.RuleClass.Declared;
import dev.fluxion.ir.symbol.MethodRef;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the rules that are for no method. */
final class RuleTargets {

    private RuleTargets() {}

    /**
     * Says which rules of a class are for methods that their target classes, as far as they can be loaded, do not have.
     *
     * @param loader the loader by which the target classes are looked for
     */
    static List<Diagnostic> missing(RuleClass rules, @Nullable ClassLoader loader) {
        List<Diagnostic> missing = new ArrayList<>();
        List<Class<?>> targets = load(rules.targets(), loader);
        for (Declared declared : rules.declared()) {
            if (!targets.isEmpty() && !hasTarget(declared.target(), targets)) {
                missing.add(missing(declared.method(), declared.target()));
            }
        }
        for (Map.Entry<String, List<String>> each : named(rules).entrySet()) {
            for (String name : each.getValue()) {
                boolean mayBeInPackage = !rules.packages().isEmpty() && !each.getKey().equals("@MovesReferences");
                if (!targets.isEmpty() && !mayBeInPackage && !hasNamed(name, targets)) {
                    String mark = each.getKey() + "(of = \"" + name + "\")";
                    missing.add(
                            Diagnostic.of(
                                    ErrorId.RULE_WITHOUT_TARGET,
                                    mark + " of " + rules.source().getName() + " is for no method",
                                    "no class that it is for has " + name,
                                    "the name of a method, alone or with its descriptor"));
                }
            }
        }
        return missing;
    }

    /**
     * Says which classes that must be there are not, and if all targets are, which rules are for no method.
     *
     * @param loader the loader by which the target classes are looked for
     */
    static List<Diagnostic> strays(RuleClass rules, @Nullable ClassLoader loader) {
        List<Diagnostic> strays = new ArrayList<>();
        for (String target : rules.targets()) {
            if (!rules.optional().contains(target) && load(List.of(target), loader).isEmpty()) {
                strays.add(
                        Diagnostic.of(
                                ErrorId.RULE_WITHOUT_TARGET,
                                "the class " + rules.source().getName() + " has rules for a class that is not there",
                                target.replace('/', '.') + " is not found, or not whole",
                                "the library that has it, or @Rules(ofNames = ...) if it need not be there"));
            }
        }
        return load(rules.targets(), loader).size() == rules.targets().size() ? missing(rules, loader) : strays;
    }

    /** The names in the annotations of the class, by annotation. */
    private static Map<String, List<String>> named(RuleClass rules) {
        Map<String, List<String>> named = new LinkedHashMap<>();
        put(named, "@NonDifferentiable", rules.blocked());
        put(named, "@MovesReferences", rules.movers());
        put(named, "@OptOut", rules.optedOut());
        List<String> refused = new ArrayList<>();
        rules.refused().forEach(each -> refused.addAll(each.names()));
        put(named, "@Refused", refused);
        return named;
    }

    private static void put(Map<String, List<String>> named, String mark, @Nullable List<String> names) {
        if (names != null) {
            named.put(mark, names);
        }
    }

    private static boolean hasNamed(String name, List<Class<?>> targets) {
        int split = name.indexOf('(');
        for (Class<?> target : targets) {
            boolean isThere =
                    split < 0
                            ? MemberTable.hasMethod(target, name)
                            : name.endsWith(")")
                                    ? MemberTable.hasMethod(target, name.substring(0, split), name.substring(split))
                                    : MemberTable.method(target, name.substring(0, split), name.substring(split))
                                            != null;
            if (target.isArray() || isThere) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTarget(TargetSignature wanted, List<Class<?>> targets) {
        for (Class<?> target : targets) {
            for (String key : wanted.in(target.getName().replace('.', '/'))) {
                int split = key.indexOf('(');
                String name = key.substring(0, split);
                String parameters = key.substring(split);
                String result = wanted.result();
                boolean isThere =
                        result == null
                                ? MemberTable.hasMethod(target, name, parameters)
                                : MemberTable.method(target, name, parameters + result) != null;
                if (isThere) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Diagnostic missing(MethodRef rule, TargetSignature signature) {
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
            } catch (LinkageError notWhole) {
                // Nobody can call its methods, either.
            }
        }
        return found;
    }
}
