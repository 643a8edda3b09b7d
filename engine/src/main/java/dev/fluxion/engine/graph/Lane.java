package dev.fluxion.engine.graph;

import dev.fluxion.runtime.Shadows;

import org.jspecify.annotations.Nullable;

/**
 * The tangents of one direction among those of several, which lie side by side.
 *
 * @param index which one
 * @param count how many there are
 */
record Lane(int index, int count) {

    /** Returns the tangents of the numbers in a graph; those of what has none are zero. */
    Shadows of(Graph graph, Shadows all) {
        Shadows one = Shadows.create();
        for (Node node : graph.withNumbers()) {
            if (node.kind == Kind.HIDDEN) {
                Object tangent = all.findTangent(node.primal);
                if (tangent != null) {
                    one.putTangent(node.primal, tangent);
                }
                continue;
            }
            switch (node.primal) {
                case float[] floats -> {
                    float[] from = all.find(floats);
                    float[] to = one.of(floats);
                    for (int i = 0; from != null && i < to.length; i++) {
                        to[i] = from[i * count + index];
                    }
                }
                case double[] doubles -> take(all.find(doubles), one.of(doubles));
                default -> take(all.find(node.primal), one.of(node.primal));
            }
        }
        return one;
    }

    private void take(double @Nullable [] from, double[] to) {
        for (int i = 0; from != null && i < to.length; i++) {
            to[i] = from[i * count + index];
        }
    }

    /** Puts tangents of the numbers in a graph in their places among those of all directions. */
    void put(Graph graph, Shadows one, Shadows all) {
        for (Node node : graph.withNumbers()) {
            if (node.kind == Kind.HIDDEN) {
                Object tangent = one.findTangent(node.primal);
                if (tangent != null) {
                    all.putTangent(node.primal, tangent);
                }
                continue;
            }
            switch (node.primal) {
                case float[] floats -> {
                    float[] from = one.of(floats);
                    float[] to = all.of(floats);
                    for (int i = 0; i < from.length; i++) {
                        to[i * count + index] = from[i];
                    }
                }
                case double[] doubles -> give(one.of(doubles), all.of(doubles));
                default -> give(one.of(node.primal), all.of(node.primal));
            }
        }
    }

    private void give(double[] from, double[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i * count + index] = from[i];
        }
    }
}
