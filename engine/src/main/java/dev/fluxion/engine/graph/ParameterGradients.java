package dev.fluxion.engine.graph;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.runtime.GraphAdjoint;
import dev.fluxion.runtime.Shadows;
import dev.fluxion.spi.GraphGradient;

/**
 * Runs the compiled gradient of a function without arguments, and tells the gradients in what it reaches by itself:
 * those objects are the arguments of {@link #at}.
 *
 * @param code the compiled gradient, in everything that the function may find in memory
 * @param captured how many values the function has captured
 * @param layouts knows the fields of classes
 */
public record ParameterGradients(GraphAdjoint code, int captured, Layouts layouts) implements GraphGradient {

    private static final Object[] NONE = {};
    private static final String OF_GRADIENTS =
            "tangent(parameter) of the gradients, which gives it by name, index or key";

    @Override
    public At at(Object... parameters) {
        Graph graph = new Graph(layouts);
        ObjectGradients.Input[] inputs = new ObjectGradients.Input[parameters.length];
        for (int i = 0; i < inputs.length; i++) {
            Node node = graph.add(parameters[i]);
            if (node == null || !node.isWanted()) {
                throw new NotDifferentiableException(
                        Diagnostic.of(
                                ErrorId.NO_ACTIVE_ARGUMENT,
                                "there is nothing to take a gradient in",
                                "no double or float can be reached from a parameter, a "
                                        + parameters[i].getClass().getTypeName(),
                                "a parameter with numbers in it"));
            }
            inputs[i] = new ObjectGradients.Input(parameters[i], node);
        }
        Shadows shadows = Shadows.create();
        graph.register(shadows);
        double value = code.run(NONE, new double[captured], shadows);
        return new Evaluated(value, new double[inputs.length], shadows, inputs, null, OF_GRADIENTS);
    }
}
