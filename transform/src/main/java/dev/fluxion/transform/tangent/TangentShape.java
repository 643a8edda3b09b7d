package dev.fluxion.transform.tangent;

import dev.fluxion.ir.Variable;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.activity.Callee;

import java.util.ArrayList;
import java.util.List;

/**
 * The tangent function of a function.
 *
 * <pre>
 *   tangent(arguments..., for each active one its tangents or its shadow..., [shadows])
 *       -&gt; results..., for each floating result its tangents...
 * </pre>
 *
 * @param name its name
 * @param active for each argument whether it is a number with tangents, or an array that comes with a shadow
 * @param resultTypes types of all its results
 * @param results how many of them are those of the primal
 */
record TangentShape(String name, List<Boolean> active, List<Type> resultTypes, int results) {

    /** Returns the shape for the function that the derivative was asked for. */
    static TangentShape ofRoot(Callee callee, int lanes, String session) {
        return of(callee, lanes, "$pushforward", session);
    }

    /** Returns the shape for a function that is called. */
    static TangentShape of(Callee callee, int lanes, String session) {
        return of(callee, lanes, "$tangent", session);
    }

    private static TangentShape of(Callee callee, int lanes, String suffix, String session) {
        List<Type> primal = callee.function().resultTypes();
        List<Type> types = new ArrayList<>(primal);
        for (Type type : primal) {
            if (type.isFloating()) {
                for (int lane = 0; lane < lanes; lane++) {
                    types.add(type);
                }
            }
        }
        String name = callee.name() + suffix + (lanes == 1 ? "" : String.valueOf(lanes)) + session;
        return new TangentShape(name, callee.active(), types, primal.size());
    }

    /** Returns the tangents of a floating result among all results. */
    List<Variable> tangents(int result, List<Variable> all, int lanes) {
        int from = results;
        for (int i = 0; i < result; i++) {
            if (resultTypes.get(i).isFloating()) {
                from += lanes;
            }
        }
        return all.subList(from, from + lanes);
    }
}
