package dev.fluxion.engine.graph;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.runtime.ForwardRecord;
import dev.fluxion.runtime.sweep.GraphPair;
import dev.fluxion.spi.GraphPullback;

/**
 * Runs a function of objects forwards, and backwards as often as wanted.
 *
 * @param code both halves
 * @param layouts knows the fields of classes
 */
public record ObjectPullback(GraphPair code, Layouts layouts) implements GraphPullback {

    @Override
    public At at(Object argument) {
        Object given = ObjectGradients.ownBox(argument);
        Graph graph = new Graph(layouts);
        Node node = graph.add(given);
        ForwardRecord record = new ForwardRecord();
        graph.register(record.shadows());
        Object value = Refusals.requireValue(code.augmented(new Object[] {given}, record.shadows(), record.tape()));
        record.finish();
        GraphCotangents parts = new GraphCotangents(layouts);
        return new Run(code, parts, new ObjectGradients.Input(given, node), record, value, parts.snapshot(value));
    }

    /**
     * The function at one argument.
     *
     * @param input the argument as it was
     * @param result what the value led to when the function returned
     */
    private record Run(
            GraphPair code,
            GraphCotangents parts,
            ObjectGradients.Input input,
            ForwardRecord record,
            Object value,
            Object result)
            implements At {

        @Override
        public Object gradient(Object cotangent) {
            ForwardRecord.Copy once = record.copy();
            String misfit = parts.add(result, cotangent, once.shadows());
            if (misfit != null) {
                throw misfit(misfit);
            }
            double bar = value instanceof Number && cotangent instanceof Number number ? number.doubleValue() : 0;
            double[] partials = new double[1];
            code.reverse(bar, partials, once.shadows(), once.tape());
            once.finish();
            ObjectGradients.Input[] inputs = {input};
            return new Evaluated(0, partials, once.shadows(), inputs, null, TypedGradient.AS_TANGENT).gradient(0);
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
