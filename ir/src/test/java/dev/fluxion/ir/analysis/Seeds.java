package dev.fluxion.ir.analysis;

import org.junit.jupiter.api.DynamicTest;

import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Repeats a property for many seeds; the name of a failing group and its message say which. */
final class Seeds {

    private Seeds() {}

    /** Returns tests of a hundred seeds each. */
    static Stream<DynamicTest> groups(int count, LongConsumer property) {
        return LongStream.range(0, count)
                .mapToObj(group ->
                        DynamicTest.dynamicTest(
                                "seeds from " + 100 * group,
                                () -> {
                                    for (long seed = 100 * group; seed < 100 * group + 100; seed++) {
                                        try {
                                            property.accept(seed);
                                        } catch (AssertionError | RuntimeException failure) {
                                            throw new AssertionError("seed " + seed, failure);
                                        }
                                    }
                                }));
    }
}
