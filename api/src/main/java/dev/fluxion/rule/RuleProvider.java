package dev.fluxion.rule;

import java.util.List;

/**
 * Brings rules; found by ServiceLoader, or given to {@link dev.fluxion.Fluxion#builder()}.
 *
 * <p>A provider that holds its rules itself needs no method at all:
 *
 * <pre>{@code
 * @Rules(of = SpecialFunctions.class)
 * public final class SpecialRules implements RuleProvider {
 *
 *     @Partial(of = "erf", wrt = 0)
 *     static double erf(double x, double y) {
 *         return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
 *     }
 * }
 *
 * // module-info.java; on the class path META-INF/services/dev.fluxion.rule.RuleProvider
 * provides dev.fluxion.rule.RuleProvider with com.acme.SpecialRules;
 * }</pre>
 */
public interface RuleProvider {

    /** Returns the classes that hold the rules, each annotated with {@link Rules}: this class unless overridden. */
    default List<Class<?>> ruleClasses() {
        return List.of(getClass());
    }

    /** Returns what tangents of classes are whose numbers only rules know; none unless overridden. */
    default List<TangentType<?, ?>> tangentTypes() {
        return List.of();
    }
}
