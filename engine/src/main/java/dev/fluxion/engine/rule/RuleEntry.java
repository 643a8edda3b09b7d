package dev.fluxion.engine.rule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

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
        List<String> methods = new ArrayList<>();
        switch (rule) {
            case Rule.Replacement replacement -> methods.add(replacement.method().display());
            case Rule.Partials some -> some.partials().forEach(each -> methods.add(each.method().display()));
            case Rule.General(var _, var reverse, var forward) -> {
                if (reverse != null) {
                    methods.add(reverse.method().display());
                }
                if (forward != null) {
                    methods.add(forward.display());
                }
            }
            case Rule.NonDifferentiable _ -> methods.add("@NonDifferentiable of " + source.source().getName());
            case Rule.Moves _ -> methods.add("@MovesReferences of " + source.source().getName());
            case Rule.Refused _ -> methods.add("@Refused of " + source.source().getName());
            case Rule.OptedOut _, Rule.Clashing _ -> methods.add(source.source().getName());
        }
        return String.join(", ", methods) + RuleOrigins.where(source.source());
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
