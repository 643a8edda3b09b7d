package dev.fluxion.rules.core.collections;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.Rules;

import java.util.Collections;

/** The static methods of {@code Collections} that neither compute nor run what they are given. */
@Rules(of = Collections.class)
@MovesReferences(
        of = {
            "emptyList",
            "emptyMap",
            "emptySet",
            "emptyIterator",
            "nCopies",
            "singleton",
            "singletonList",
            "singletonMap"
        })
public final class UtilityRules {

    private UtilityRules() {}
}
