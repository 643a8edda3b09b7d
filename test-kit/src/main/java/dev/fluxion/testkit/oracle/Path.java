package dev.fluxion.testkit.oracle;

/** Which way a run took: a hash of all decisions that hung on numbers, and of all blocks entered. */
final class Path {

    private long hash = 1;

    void add(long decision) {
        hash = (hash ^ decision) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
    }

    long hash() {
        return hash;
    }
}
