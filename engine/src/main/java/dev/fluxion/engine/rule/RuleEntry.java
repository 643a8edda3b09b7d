package dev.fluxion.engine.rule;

import org.jspecify.annotations.Nullable;

/**
 * A rule for some methods of one class.
 *
 * @param rule the rule
 * @param source the class that brings it
 * @param result the descriptor of the result of the methods that it is for; null if that may be any
 */
record RuleEntry(Rule rule, RuleClass source, @Nullable String result) {

    /** Returns what brought the rule, for a message. */
    String origin() {
        return rule instanceof Rule.Replacement replacement
                ? replacement.method().display() + RuleOrigins.where(source.source())
                : RuleOrigins.of(source.source());
    }

    /** Returns whether it says that there is to be no rule, which wins over all others. */
    boolean isOptOut() {
        return rule instanceof Rule.OptedOut;
    }

    /** Returns whether it is for methods of a descriptor, as far as their result tells. */
    boolean isFor(String descriptor) {
        return result == null || descriptor.endsWith(")" + result);
    }
}
