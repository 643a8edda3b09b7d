package dev.fluxion.transform.program;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Variable;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.activity.Arrays;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a function before its adjoint is made.
 *
 * @param function the function, prepared
 * @param active for each parameter whether a derivative flows through it
 * @param arrays where its arrays come from
 * @param activity which of its values are active
 */
public record Analysis(Function function, List<Boolean> active, Arrays arrays, Activity activity) {

    /**
     * Analyses a function.
     *
     * @param active for each parameter whether a derivative flows through it
     * @param isRoot whether it is the function that the derivative was asked for
     */
    public static Analysis of(Function function, List<Boolean> active, boolean isRoot, Session session) {
        Analysis plain = ofThrowing(function, active, isRoot, session);
        Function caught = CaughtCalls.apply(function, plain.activity, session);
        return caught.equals(function) ? plain : ofThrowing(caught, active, isRoot, session);
    }

    private static Analysis ofThrowing(Function function, List<Boolean> active, boolean isRoot, Session session) {
        List<Variable> wanted = new ArrayList<>();
        List<Variable> shadowed = new ArrayList<>();
        for (int i = 0; i < active.size(); i++) {
            Variable parameter = function.parameters().get(i);
            if (active.get(i)) {
                wanted.add(parameter);
                if (Activity.isArrayOfNumbers(parameter.type())) {
                    shadowed.add(parameter);
                }
            }
        }
        Arrays arrays = new Arrays(function, shadowed, session);
        Activity activity = Activity.of(function, wanted, isRoot, arrays, session, session.heap());
        return new Analysis(function, active, arrays, activity);
    }
}
