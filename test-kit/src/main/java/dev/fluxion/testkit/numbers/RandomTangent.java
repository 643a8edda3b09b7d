package dev.fluxion.testkit.numbers;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Random tangents of values of any type, as ChainRulesTestUtils makes them: numbers between -9 and 9 with two digits
 * after the point, so that a failure can be read; arrays, records, lists and maps of such; a {@link
 * dev.fluxion.tangent.Tangent} for an object with fields; {@link dev.fluxion.tangent.NoTangent} for whole numbers,
 * texts, functions, null.
 *
 * <pre>{@code
 * RandomTangent random = new RandomTangent(42);
 * random.of(1.5);                      // such as -2.37
 * random.of(new double[3]);            // a double[] of length 3
 * random.of("name");                   // NO_TANGENT
 * }</pre>
 *
 * <p>One seed gives the same tangents again.
 */
public final class RandomTangent {

    private final long seed;
    private final Random random;

    /** Starts with a seed. */
    public RandomTangent(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** Returns the seed that this has started with. */
    public long seed() {
        return seed;
    }

    /** Returns the next number, of -9, -8.99, ... 9; never zero, which would hide a mistake. */
    public double number() {
        int hundredths = random.nextInt(1800) - 900;
        return (hundredths < 0 ? hundredths : hundredths + 1) / 100.0;
    }

    /** Returns so many numbers. */
    public double[] numbers(int count) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, i -> number());
        return numbers;
    }

    /** Returns a tangent of a value. */
    public Object of(@Nullable Object value) {
        Numbers numbers = Numbers.of(List.of("x"), Collections.singletonList(value));
        return numbers.tangent(0, numbers(numbers.size()));
    }

    /** Returns a tangent of a value, of its own type; for a value of a type that is the type of its tangents. */
    @SuppressWarnings("unchecked") // by the condition on the type
    public <T> T like(T value) {
        return (T) of(value);
    }

    @Override
    public String toString() {
        return "random tangents of seed " + seed;
    }
}
