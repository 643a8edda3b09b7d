package dev.fluxion.cli.point;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a method, and which numbers in them a derivative is taken in.
 *
 * @param arguments one for each parameter, boxed; arrays are never written to
 * @param components the numbers that are differentiated, in the order of the parameters and elements
 */
public record Point(List<Object> arguments, List<Component> components) {

    /**
     * One number.
     *
     * @param label how to call it, such as {@code x} or {@code w[3]}
     * @param parameter the index of the parameter it is, or is in
     * @param element its index in the array, or -1 if it is the parameter itself
     */
    public record Component(String label, int parameter, int element) {}

    /** Copies the lists in. */
    public Point {
        arguments = List.copyOf(arguments);
        components = List.copyOf(components);
    }

    /** Finds the components in arguments. */
    static Point of(List<String> names, List<Object> arguments) {
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case Double _, Float _ -> components.add(new Component(names.get(i), i, -1));
                case double[] array -> {
                    for (int k = 0; k < array.length; k++) {
                        components.add(new Component(names.get(i) + "[" + k + "]", i, k));
                    }
                }
                default -> {
                    // an int, long, boolean and so on is not differentiated
                }
            }
        }
        return new Point(arguments, components);
    }

    /** Returns the numbers that are differentiated. */
    public double[] vector() {
        double[] vector = new double[components.size()];
        for (int i = 0; i < vector.length; i++) {
            Component c = components.get(i);
            vector[i] =
                    arguments.get(c.parameter()) instanceof double[] array
                            ? array[c.element()]
                            : ((Number) arguments.get(c.parameter())).doubleValue();
        }
        return vector;
    }

    /** Returns arguments with other numbers, in fresh arrays. */
    Object[] with(double[] vector) {
        Object[] changed = new Object[arguments.size()];
        for (int i = 0; i < changed.length; i++) {
            Object argument = arguments.get(i);
            changed[i] = argument instanceof double[] array ? array.clone() : argument;
        }
        for (int i = 0; i < vector.length; i++) {
            Component c = components.get(i);
            if (changed[c.parameter()] instanceof double[] array) {
                array[c.element()] = vector[i];
            } else if (changed[c.parameter()] instanceof Float) {
                changed[c.parameter()] = (float) vector[i];
            } else {
                changed[c.parameter()] = vector[i];
            }
        }
        return changed;
    }

    /** Returns whether all arithmetic can be expected to have 53 bits. */
    boolean isDouble() {
        for (Object argument : arguments) {
            if (argument instanceof Float) {
                return false;
            }
        }
        return true;
    }
}
