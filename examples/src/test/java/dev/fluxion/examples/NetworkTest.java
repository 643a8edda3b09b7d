package dev.fluxion.examples;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.examples.Network.Layer;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The network's gradient by differences, and that it learns. */
final class NetworkTest {

    private static final double STEP = 1e-6;

    @Test
    void theGradientIsThatOfDifferences() {
        List<Layer> layers = Network.random(5);
        List<Layer> g = gradient(Network::loss, layers);
        assertThat(g).hasSameSizeAs(layers);
        for (int k = 0; k < layers.size(); k++) {
            Layer layer = layers.get(k);
            assertThat(g.get(k).weights()).hasDimensions(layer.weights().length, layer.weights()[0].length);
            for (int i = 0; i < layer.bias().length; i++) {
                assertDifference(layers, layer.bias(), i, g.get(k).bias()[i]);
                for (int j = 0; j < layer.weights()[i].length; j++) {
                    assertDifference(layers, layer.weights()[i], j, g.get(k).weights()[i][j]);
                }
            }
        }
    }

    private static void assertDifference(List<Layer> layers, double[] place, int index, double partial) {
        double at = place[index];
        place[index] = at + STEP;
        double right = Network.loss(layers);
        place[index] = at - STEP;
        double difference = (right - Network.loss(layers)) / (2 * STEP);
        place[index] = at;
        assertThat(partial).isCloseTo(difference, within(1e-8));
    }

    @Test
    void learnsTheExclusiveOr() {
        List<Layer> layers = Network.random(1);
        List<Double> losses = Network.train(layers, 2000);
        assertThat(losses.getLast()).isLessThan(0.01).isLessThan(losses.getFirst() / 20);
        assertThat(losses.get(1000)).isBetween(losses.getLast(), losses.getFirst());
        assertThat(Network.output(layers, new double[] {0, 0})).isCloseTo(0, within(0.2));
        assertThat(Network.output(layers, new double[] {0, 1})).isCloseTo(1, within(0.2));
        assertThat(Network.output(layers, new double[] {1, 0})).isCloseTo(1, within(0.2));
        assertThat(Network.output(layers, new double[] {1, 1})).isCloseTo(0, within(0.2));
    }
}
