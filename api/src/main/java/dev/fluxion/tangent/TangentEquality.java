package dev.fluxion.tangent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Equality of tangents that may refer to each other in circles: two are equal unless some way of asking tells them
 * apart.
 */
@SuppressWarnings("ReferenceEquality") // the same tangent is equal
final class TangentEquality {

    /** Two tangents that are taken to be equal until shown otherwise; told apart by identity. */
    private record Pair(Tangent one, Tangent other) {
        @Override
        public boolean equals(@Nullable Object that) {
            return that instanceof Pair pair && pair.one == one && pair.other == other;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(one) + System.identityHashCode(other);
        }
    }

    private final Set<Pair> assumed = new HashSet<>();
    private final Deque<Pair> pending = new ArrayDeque<>();

    private TangentEquality() {}

    static boolean areEqual(Tangent one, Tangent other) {
        TangentEquality work = new TangentEquality();
        work.assume(one, other);
        for (Pair pair = work.pending.poll(); pair != null; pair = work.pending.poll()) {
            if (!work.looksEqual(pair.one(), pair.other())) {
                return false;
            }
        }
        return true;
    }

    /** Numbers only: what is referred to may lead back here. */
    static int hash(Tangent tangent) {
        int hash = tangent.type().hashCode();
        for (Map.Entry<@Nullable Object, @Nullable Object> part : tangent.parts().entrySet()) {
            Object value = part.getValue();
            int own =
                    switch (value) {
                        case double[] doubles -> Arrays.hashCode(doubles);
                        case float[] floats -> Arrays.hashCode(floats);
                        case Number number -> number.hashCode();
                        case null, default -> 0;
                    };
            hash += Objects.hashCode(part.getKey()) ^ 31 * own;
        }
        return hash;
    }

    private void assume(Tangent one, Tangent other) {
        Pair pair = new Pair(one, other);
        if (one != other && assumed.add(pair)) {
            pending.add(pair);
        }
    }

    private boolean looksEqual(Tangent one, Tangent other) {
        if (one.type() != other.type() || !one.parts().keySet().equals(other.parts().keySet())) {
            return false;
        }
        for (Map.Entry<@Nullable Object, @Nullable Object> part : one.parts().entrySet()) {
            if (!partsLookEqual(part.getValue(), other.parts().get(part.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private boolean partsLookEqual(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Tangent mine && other instanceof Tangent theirs) {
            assume(mine, theirs);
            return true;
        }
        return Arrays.deepEquals(new Object[] {one}, new Object[] {other});
    }
}
