package dev.fluxion.spi;

import dev.fluxion.rule.RuleProvider;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * What a user has asked for.
 *
 * @param backend the name of the backend, or null for the best there is
 * @param lookup a lookup of the user's own, for code in modules that are not open to Fluxion, or null
 * @param rules rules beside those found by ServiceLoader
 * @param checkedRules whether what rules give is checked when it is used; null if the user has not said so
 */
public record Options(
        @Nullable String backend,
        MethodHandles.@Nullable Lookup lookup,
        List<RuleProvider> rules,
        @Nullable Boolean checkedRules) {

    /** Copies the list in. */
    public Options {
        rules = List.copyOf(rules);
    }

    /** Nothing is said of checks. */
    public Options(@Nullable String backend, MethodHandles.@Nullable Lookup lookup, List<RuleProvider> rules) {
        this(backend, lookup, rules, null);
    }
}
