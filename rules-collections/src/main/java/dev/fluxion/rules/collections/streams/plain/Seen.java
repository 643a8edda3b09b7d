package dev.fluxion.rules.collections.streams.plain;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import java.util.HashSet;
import java.util.Set;

/** Tells which numbers are new. Which ones are is constant along the path. */
@Rules(of = Seen.class)
@NonDifferentiable
public final class Seen {

    private final Set<Number> seen = new HashSet<>();

    Seen() {}

    boolean isNewDouble(double number) {
        return seen.add(number);
    }

    boolean isNewInt(int number) {
        return seen.add(number);
    }

    boolean isNewLong(long number) {
        return seen.add(number);
    }
}
