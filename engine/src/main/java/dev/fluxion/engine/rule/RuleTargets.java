package dev.fluxion.engine.rule;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.engine.access.MemberTable;
import dev.fluxion.engine.rule.RuleClass.Declared;
import dev.fluxion.ir.symbol.MethodRef;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

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
        return missing;
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
            }
        }
        return found;
    }
}
