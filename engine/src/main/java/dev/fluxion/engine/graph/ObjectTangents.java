package dev.fluxion.engine.graph;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.runtime.Shadows;
import dev.fluxion.runtime.sweep.GraphTangent;
import dev.fluxion.spi.GraphPushforward;
import dev.fluxion.tangent.NoTangent;

/**
 * Runs the compiled tangent of a function of objects: puts the tangents of the arguments into shadows, runs it, and
 * puts the tangent of the result together of the shadows of what it leads to.
 *
 * @param code the compiled tangent
 * @param layouts knows the fields of classes
 */
public record ObjectTangents(GraphTangent code, Layouts layouts) implements GraphPushforward {

    @Override
    public At at(Object[] arguments, Object[] tangents) {
        GraphCotangents parts = new GraphCotangents(layouts);
        Shadows shadows = Shadows.create();
        Object[] given = new Object[arguments.length];
        double[] numbers = new double[Math.max(1, arguments.length)];
        for (int i = 0; i < given.length; i++) {
            given[i] = ObjectGradients.ownBox(arguments[i]);
            String misfit = parts.add(parts.snapshot(given[i]), tangents[i], shadows);
            if (misfit != null) {
                throw misfit(misfit);
            }
            if (given[i] instanceof Number && tangents[i] instanceof Number number) {
                numbers[i] = number.doubleValue();
            }
        }
        Object result = Refusals.requireValue(code.run(given, numbers, shadows));
        return new At(result, tangent(result, numbers[0], shadows, parts));
    }

    /** A result that the code gives as a number has its tangent; one that it gives as an object has a shadow. */
    private static Object tangent(Object result, double number, Shadows shadows, GraphCotangents parts) {
        Object inShadows = parts.take(parts.snapshot(result), shadows);
        return switch (inShadows) {
            case Double wide -> wide + number;
            case Float narrow -> narrow + (float) number;
            case NoTangent none -> result;
            default -> inShadows;
        };
    }

    private static NotDifferentiableException misfit(String why) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.WRONG_ARGUMENTS,
                        "the direction does not fit the point",
                        why,
                        "a direction of the type and shape of the point"));
    }
}
