package dev.fluxion.examples;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fit that Bates and Watts publish, and the gradient by differences. */
final class KineticsTest {

    private static final double STEP = 1e-6;

    @Test
    void theGradientIsThatOfDifferences() {
        for (Map<String, Double> at : List.of(Kinetics.start(), Map.of("vmax", 2.5, "km", 0.3))) {
            Map<String, Double> g = gradient(Kinetics::loss, at);
            assertThat(g).containsOnlyKeys("vmax", "km");
            g.forEach((name, slope) -> {
                double difference = (moved(at, name, STEP) - moved(at, name, -STEP)) / (2 * STEP);
                assertThat(slope).as(name).isCloseTo(difference, within(1e-7));
            });
        }
    }

    private static double moved(Map<String, Double> at, String name, double by) {
        Map<String, Double> moved = new TreeMap<>(at);
        moved.merge(name, by, Double::sum);
        return Kinetics.loss(moved);
    }

    @Test
    void descentEndsAtThePublishedFit() {
        Map<String, Double> start = Kinetics.start();
        Map<String, Double> fitted = Kinetics.fit(start);
        assertThat(start).isEqualTo(Kinetics.start());
        assertThat(fitted.get("vmax")).as("212.7 counts per minute squared").isCloseTo(2.127, within(5e-4));
        assertThat(fitted.get("km")).as("0.06412 ppm").isCloseTo(0.6412, within(5e-5));
        assertThat(Kinetics.loss(fitted)).as("residual sum of squares 1195").isCloseTo(0.1195, within(5e-5));
        assertThat(Kinetics.loss(fitted)).isLessThan(Kinetics.loss(start) / 10);
        assertThat(gradient(Kinetics::loss, fitted).values()).allSatisfy(s -> assertThat(s).isCloseTo(0, within(1e-9)));
    }
}
