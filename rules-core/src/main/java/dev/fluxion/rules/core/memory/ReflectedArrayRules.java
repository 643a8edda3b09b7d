package dev.fluxion.rules.core.memory;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import java.lang.reflect.Array;

/** Arrays of a class that is known when the code runs, as generic code makes them. */
@Rules(of = Array.class)
@MovesReferences(of = "newInstance")
@NonDifferentiable(of = "getLength")
public final class ReflectedArrayRules {

    private ReflectedArrayRules() {}
}
