package dev.fluxion.engine.containers;

import static dev.fluxion.Fluxion.objectGradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.ObjectFn;
import dev.fluxion.ObjectGradient;
import dev.fluxion.ValueAndGradient;
import dev.fluxion.engine.containers.Nestings.Part;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Gradients in random nestings of lists, maps, records and arrays, against central differences of plain calls. */
class RandomNestingsTest {

    private static final int SEEDS = 300;
    private static final double STEP = 1e-5;

    /** Each number counts by itself, by where it is, and by the one before it. */
    private static double walked(@Nullable Object at, double weight, double before) {
        return switch (at) {
            case Double number -> Math.sin(number * weight) + before * number;
            case Optional<?> optional -> optional.isPresent() ? walked(optional.get(), 1.5 * weight, before) : 0;
            case double[] row -> {
                double sum = 0;
                for (int i = 0; i < row.length; i++) {
                    sum += Math.cos(row[i]) * weight + before * row[i] * (i + 1);
                }
                yield sum;
            }
            case Object[] array -> {
                double sum = 0;
                for (int i = 0; i < array.length; i++) {
                    sum += walked(array[i], weight + 0.1 * i, 0.3 * sum);
                }
                yield sum;
            }
            case Collection<?> list -> {
                double sum = 0;
                int i = 0;
                for (Object element : list) {
                    sum += walked(element, weight + 0.2 * i++, 0.2 * sum);
                }
                yield sum;
            }
            case Map<?, ?> map -> {
                double sum = 0;
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    sum += walked(entry.getValue(), weight + 0.1 * ((String) entry.getKey()).charAt(0) - 9, 0);
                }
                yield sum;
            }
            case Part part ->
                    part.number() * walked(part.row(), weight, 0.1)
                            + walked(part.nested(), 0.9 * weight, part.number());
            case null, default -> weight;
        };
    }

    private static double value(Object nesting) {
        return walked(nesting, 1, 0.5);
    }

    /** Overwrites, removes and adds before it looks, where that is possible. */
    @SuppressWarnings("unchecked") // of objects of all kinds
    private static double disturbed(Object nesting) {
        double first = value(nesting);
        if (nesting instanceof java.util.ArrayList<?> list) {
            List<Object> objects = (List<Object>) list;
            objects.set(0, (Double) objects.get(0) * 2);
            objects.add(first);
        }
        if (nesting instanceof java.util.HashMap<?, ?> map) {
            Map<String, Object> objects = (Map<String, Object>) map;
            objects.put("a-key", (Double) objects.get("a-key") * first);
            objects.remove("b-key");
            objects.put("y-key", first);
        }
        return value(nesting) * 0.5 + first;
    }

    @Test
    void gradientsAreThoseOfDifferencesAndNothingIsChanged() {
        check(RandomNestingsTest::value, true);
    }

    @Test
    void gradientsAreInWhatWasThereAtEntry() {
        check(RandomNestingsTest::disturbed, false);
    }

    private static void check(ObjectFn<Object> f, boolean leavesItsArgument) {
        ObjectGradient<Object> gradient = objectGradient(f);
        for (long seed = 0; seed < SEEDS; seed++) {
            double[] at = new Random(31 * seed).doubles(Nestings.size(seed), -1, 1).toArray();
            Object argument = Nestings.of(seed, at);
            String shape = Nestings.shape(argument);
            double expected = f.applyAsDouble(Nestings.of(seed, at));
            ValueAndGradient<Object> vg = gradient.withGradient(argument);
            String as = "seed " + seed + ", shape " + shape;
            assertThat(vg.value()).as(as).isEqualTo(expected);
            assertThat(Nestings.shape(vg.gradient())).as(as).isEqualTo(shape);
            if (leavesItsArgument) {
                assertThat(Nestings.shape(argument)).as(as).isEqualTo(shape);
                assertThat(Nestings.numbers(argument)).as(as).containsExactly(at);
            }
            double[] partials = Nestings.numbers(vg.gradient());
            assertThat(partials).as(as).hasSameSizeAs(at);
            for (int i = 0; i < at.length; i++) {
                double difference = difference(f, seed, at, i);
                double tolerance = 1e-5 * Math.max(1, Math.abs(difference));
                assertThat(partials[i]).as("%s, number %d", as, i).isCloseTo(difference, within(tolerance));
            }
        }
    }

    private static double difference(ObjectFn<Object> f, long seed, double[] at, int index) {
        double[] moved = at.clone();
        moved[index] = at[index] + STEP;
        double right = f.applyAsDouble(Nestings.of(seed, moved));
        moved[index] = at[index] - STEP;
        return (right - f.applyAsDouble(Nestings.of(seed, moved))) / (2 * STEP);
    }
}
