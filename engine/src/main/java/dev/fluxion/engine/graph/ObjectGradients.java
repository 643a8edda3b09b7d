package dev.fluxion.engine.graph;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.runtime.GraphAdjoint;
import dev.fluxion.runtime.Shadows;
import dev.fluxion.spi.GraphGradient;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * Runs the compiled gradient of a function of objects: looks at the arguments, runs it, tells the gradients. Each call
 * has shadows of its own, so that calls may overlap, also one inside of another.
 *
 * @param code the compiled gradient
 * @param layouts knows the fields of classes
 * @param captured what the function has captured, if the gradient in that is wanted
 */
public record ObjectGradients(GraphAdjoint code, Layouts layouts, @Nullable Captured captured)
        implements GraphGradient {

    private static final Object[] NONE = {};

    @Override
    public At at(Object... arguments) {
        @Nullable Object[] values = captured == null ? NONE : captured.values();
        Graph graph = new Graph(layouts);
        Object[] given = new Object[arguments.length];
        for (int i = 0; i < given.length; i++) {
            given[i] = ownBox(arguments[i]);
        }
        Input[] inputs = new Input[values.length + arguments.length];
        boolean isAnyWanted = false;
        for (int i = 0; i < inputs.length; i++) {
            Object value = i < values.length ? values[i] : given[i - values.length];
            Node node = value == null ? null : graph.add(value);
            inputs[i] = new Input(value, node);
            boolean isWanted = captured == null || i < values.length;
            isAnyWanted |= isWanted && node != null && node.isWanted();
        }
        if (!isAnyWanted) {
            throw nothingWanted(captured == null ? inputs : Arrays.copyOf(inputs, values.length));
        }
        Shadows shadows = Shadows.create();
        graph.register(shadows);
        double[] partials = new double[inputs.length];
        double value = code.run(given, partials, shadows);
        return new Evaluated(value, partials, shadows, inputs, captured, TypedGradient.AS_TANGENT);
    }

    /** One boxed number given as two arguments is two numbers. */
    static Object ownBox(Object argument) {
        return switch (argument) {
            case Double number -> Double.valueOf(number.doubleValue());
            case Float number -> Float.valueOf(number.floatValue());
            default -> argument;
        };
    }

    private NotDifferentiableException nothingWanted(Input[] inputs) {
        StringBuilder what = new StringBuilder();
        for (Input input : inputs) {
            what.append(what.isEmpty() ? "" : ", ")
                    .append(input.value() == null ? "null" : input.value().getClass().getTypeName());
        }
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.NO_ACTIVE_ARGUMENT,
                        captured == null
                                ? "there is nothing to take a gradient in"
                                : "the function has captured nothing to take a gradient in",
                        what.isEmpty() ? "it has captured nothing" : "no double or float can be reached from " + what,
                        "an argument with numbers in it"));
    }

    /**
     * Something that the gradient is wanted in.
     *
     * @param value what it was
     * @param node its node, null if it leads to no number
     */
    record Input(@Nullable Object value, @Nullable Node node) {}
}
