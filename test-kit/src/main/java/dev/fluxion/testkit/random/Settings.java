package dev.fluxion.testkit.random;

import java.util.EnumSet;
import java.util.Set;

/**
 * What random programs look like.
 *
 * @param features what may occur in them
 * @param size about how many statements the largest has; each program has up to so many
 */
public record Settings(Set<Feature> features, int size) {

    /** All features, small programs. */
    public static final Settings ALL = new Settings(EnumSet.allOf(Feature.class), 20);

    /** Copies the features in. */
    public Settings {
        features = Set.copyOf(features);
        if (size < 1) {
            throw new IllegalArgumentException("programs of " + size + " statements");
        }
    }

    /** Returns these settings with other features. */
    public Settings with(Set<Feature> others) {
        return new Settings(others, size);
    }

    /** Returns these settings with another size. */
    public Settings withSize(int other) {
        return new Settings(features, other);
    }
}
