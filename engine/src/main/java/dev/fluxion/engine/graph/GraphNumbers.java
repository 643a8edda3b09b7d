package dev.fluxion.engine.graph;

import dev.fluxion.runtime.Shadows;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** All numbers of a graph in a row, as checks of rules look at them. */
final class GraphNumbers {

    private double[] numbers = new double[8];
    private int size;

    private GraphNumbers() {}

    /** Returns what is in its places, but for those that cannot be read. */
    static double[] of(Graph graph) {
        GraphNumbers found = new GraphNumbers();
        for (Node node : graph.withNumbers()) {
            switch (node.primal) {
                case double[] doubles -> found.addAll(doubles);
                case float[] floats -> found.addAll(floats);
                case Number box -> found.add(box.doubleValue());
                default -> found.addFields(node);
            }
        }
        return Arrays.copyOf(found.numbers, found.size);
    }

    /** Returns the adjoints of its places that have any. */
    static double[] adjoints(Graph graph, Shadows shadows) {
        GraphNumbers found = new GraphNumbers();
        for (Node node : graph.withNumbers()) {
            if (node.kind == Kind.HIDDEN) {
                continue;
            }
            switch (node.primal) {
                case double[] doubles -> found.addAll(shadows.find(doubles));
                case float[] floats -> found.addAll(shadows.find(floats));
                default -> found.addAll(shadows.find(node.primal));
            }
        }
        return Arrays.copyOf(found.numbers, found.size);
    }

    private void addFields(Node node) {
        if (node.layout == null) {
            return;
        }
        for (Part part : node.layout.parts()) {
            if (part.isNumber() && part.isReadable() && part.read(node.primal) instanceof Number number) {
                add(number.doubleValue());
            }
        }
    }

    private void addAll(double @Nullable [] some) {
        if (some != null) {
            for (double number : some) {
                add(number);
            }
        }
    }

    private void addAll(float @Nullable [] some) {
        if (some != null) {
            for (float number : some) {
                add(number);
            }
        }
    }

    private void add(double number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }
}
