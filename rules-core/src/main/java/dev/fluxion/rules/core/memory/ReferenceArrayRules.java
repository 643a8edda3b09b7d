package dev.fluxion.rules.core.memory;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.Rules;

/** Copies of arrays of references, which lead to the same objects. */
@Rules(of = Object[].class)
@MovesReferences(of = "clone")
public final class ReferenceArrayRules {

    private ReferenceArrayRules() {}
}
