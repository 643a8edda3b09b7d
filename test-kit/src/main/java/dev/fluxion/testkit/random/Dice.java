package dev.fluxion.testkit.random;

import java.util.List;
import java.util.Random;

/** Where chance comes from: the same seed gives the same throws, on every JVM. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        // neighbouring seeds of Random start alike
        random = new Random(seed * 0x9E3779B97F4A7C15L ^ seed >>> 29);
    }

    /** Returns 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Returns {@code from} to {@code to}. */
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    /** Returns true so many times in a hundred. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Returns one of several. */
    <T> T one(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    /** Returns one of several. */
    @SafeVarargs
    final <T> T one(T... several) {
        return several[random.nextInt(several.length)];
    }
}
