package dev.fluxion.runtime;

/** Open addressing on the identity hash code: at even places a thing, after it what belongs to it. */
@SuppressWarnings("ReferenceEquality") // identity is the point
final class IdentityPlaces {

    private IdentityPlaces() {}

    /** Returns where a thing is, or the free place where it would be. */
    static int find(Object[] places, Object thing) {
        int mask = places.length - 1;
        int at = home(places, thing);
        while (places[at] != null && places[at] != thing) {
            at = at + 2 & mask;
        }
        return at;
    }

    private static int home(Object[] places, Object thing) {
        int product = System.identityHashCode(thing) * 0x9E3779B9;
        return 2 * (product ^ product >>> 16) & places.length - 1;
    }

    /** Returns the same things in twice as many places. */
    static Object[] grown(Object[] places) {
        Object[] larger = new Object[2 * places.length];
        for (int i = 0; i < places.length; i += 2) {
            if (places[i] != null) {
                int at = find(larger, places[i]);
                larger[at] = places[i];
                larger[at + 1] = places[i + 1];
            }
        }
        return larger;
    }

    /** Frees a place; what would not be found behind it any more moves up. */
    @SuppressWarnings("NullAway") // free places are null
    static void free(Object[] places, int at) {
        int mask = places.length - 1;
        int hole = at;
        for (int next = at + 2 & mask; places[next] != null; next = next + 2 & mask) {
            int wayFromHome = next - home(places, places[next]) & mask;
            if (wayFromHome >= (next - hole & mask)) {
                places[hole] = places[next];
                places[hole + 1] = places[next + 1];
                hole = next;
            }
        }
        places[hole] = null;
        places[hole + 1] = null;
    }
}
