package dev.fluxion.engine.graph;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.runtime.ForwardRecord;
import dev.fluxion.runtime.sweep.GraphPair;
import dev.fluxion.spi.GraphPullback;

import java.util.List;

/**
 * Runs a function of objects forwards, and backwards as often as wanted.
 *
 * @param code both halves
 * @param layouts knows the fields of classes
 */
public record ObjectPullback(GraphPair code, Layouts layouts) implements GraphPullback {

    @Override
    public At at(Object[] arguments) {
        Graph graph = new Graph(layouts);
        Object[] given = new Object[arguments.length];
        ObjectGradients.Input[] inputs = new ObjectGradients.Input[arguments.length];
        for (int i = 0; i < given.length; i++) {
            given[i] = ObjectGradients.ownBox(arguments[i]);
            inputs[i] = new ObjectGradients.Input(given[i], graph.add(given[i]));
        }
        ForwardRecord record = new ForwardRecord();
        graph.register(record.shadows());
        Object value = Refusals.requireValue(code.augmented(given, record.shadows(), record.tape()));
        record.finish();
        GraphCotangents parts = new GraphCotangents(layouts);
        return new Run(code, parts, List.of(inputs), record, value, parts.snapshot(value));
    }

    /**
     * The function at one point.
     *
     * @param inputs the arguments as they were
     * @param result what the value led to when the function returned
     */
    private record Run(
            GraphPair code,
            GraphCotangents parts,
            List<ObjectGradients.Input> inputs,
            ForwardRecord record,
            Object value,
            Object result)
            implements At {

        @Override
        public Object[] gradients(Object cotangent) {
            ForwardRecord.Copy once = record.copy();
            String misfit = parts.add(result, cotangent, once.shadows());
            if (misfit != null) {
                throw misfit(misfit);
            }
            double bar = value instanceof Number && cotangent instanceof Number number ? number.doubleValue() : 0;
            double[] partials = new double[inputs.size()];
            code.reverse(bar, partials, once.shadows(), once.tape());
            once.finish();
            ObjectGradients.Input[] all = inputs.toArray(new ObjectGradients.Input[0]);
            Evaluated evaluated = new Evaluated(0, partials, once.shadows(), all, null, TypedGradient.AS_TANGENT);
            Object[] gradients = new Object[all.length];
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] = evaluated.gradient(i);
            }
            return gradients;
        }

        private static NotDifferentiableException misfit(String why) {
            return new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.WRONG_ARGUMENTS,
                            "the cotangent does not fit the value",
                            why,
                            "a cotangent of the type and shape of the value"));
        }
    }
}
