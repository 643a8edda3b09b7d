package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Variable;
import dev.fluxion.ir.type.Type;

import java.util.List;

/**
 * A called function in split form: an augmented primal that remembers what its reverse needs.
 *
 * <pre>
 *   augmented(arguments..., shadows of its active arrays...) -&gt; results
 *   reverse(cotangents of its floating results...) -&gt; adjoints of its active floating arguments
 * </pre>
 *
 * <p>Where shadows are found by identity, the table of shadows is the last argument of both.
 *
 * @param name the name under which the pair is known
 * @param augmented name of the augmented primal
 * @param reverse name of the reverse
 * @param arrays positions of the arguments that come with a shadow
 * @param numbers positions of the arguments whose adjoints come back
 * @param resultTypes types of the primal's results
 * @param adjointTypes types of the adjoints that come back
 */
record CallShape(
        String name,
        String augmented,
        String reverse,
        List<Integer> arrays,
        List<Integer> numbers,
        List<Type> resultTypes,
        List<Type> adjointTypes) {

    /** Returns the call shape for a function's parameters. */
    static CallShape of(String name, List<Variable> parameters, List<Boolean> active, List<Type> resultTypes) {
        List<Integer> arrays = new java.util.ArrayList<>();
        List<Integer> numbers = new java.util.ArrayList<>();
        List<Type> adjointTypes = new java.util.ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (active.get(i)) {
                Type type = parameters.get(i).type();
                (type.isReference() ? arrays : numbers).add(i);
                if (!type.isReference()) {
                    adjointTypes.add(type);
                }
            }
        }
        return new CallShape(
                name,
                name + "$augmented",
                name + "$reverse",
                List.copyOf(arrays),
                List.copyOf(numbers),
                List.copyOf(resultTypes),
                List.copyOf(adjointTypes));
    }
}
