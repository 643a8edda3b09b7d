package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Variable;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.activity.Callee;

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

    /**
     * Returns the call shape of a function that is called.
     *
     * @param suffix what the names of functions end in
     */
    static CallShape of(Callee callee, String suffix) {
        String name = callee.name();
        List<Variable> parameters = callee.function().parameters();
        List<Boolean> active = callee.active();
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
                name + "$augmented" + suffix,
                name + "$reverse" + suffix,
                List.copyOf(arrays),
                List.copyOf(numbers),
                List.copyOf(callee.function().resultTypes()),
                List.copyOf(adjointTypes));
    }
}
