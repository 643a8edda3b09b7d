package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Variable;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.activity.Arrays;
import dev.fluxion.transform.activity.Callees;
import dev.fluxion.transform.activity.HeapActivity;

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
record Analysis(Function function, List<Boolean> active, Arrays arrays, Activity activity) {

    /**
     * Analyses a function.
     *
     * @param isRoot whether it is the function that the derivative was asked for
     * @param heap what is known of memory, and learns more
     */
    static Analysis of(
            Function function, List<Boolean> active, boolean isRoot, Calls.Requests callees, HeapActivity heap) {
        Analysis plain = ofThrowing(function, active, isRoot, callees, heap);
        Function caught = CaughtCalls.apply(function, plain.activity, callees);
        return caught.equals(function) ? plain : ofThrowing(caught, active, isRoot, callees, heap);
    }

    private static Analysis ofThrowing(
            Function function, List<Boolean> active, boolean isRoot, Callees callees, HeapActivity heap) {
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
        Arrays arrays = new Arrays(function, shadowed, callees);
        Activity activity = Activity.of(function, wanted, isRoot, arrays, callees, heap);
        return new Analysis(function, active, arrays, activity);
    }
}
