package dev.fluxion.transform.pipeline;

import dev.fluxion.ir.Value;

import java.util.ArrayList;
import java.util.List;

/**
 * A functional object whose code is known: a lambda made in the same function, or the derivative of one.
 *
 * @param function the name of its code in the library; it takes the captured values, then the arguments
 * @param captured the captured values
 */
record KnownFunction(String function, List<Value> captured) {

    /** Copies the values in. */
    KnownFunction {
        captured = List.copyOf(captured);
    }

    /** Returns captured values and arguments. */
    List<Value> with(List<Value> arguments) {
        List<Value> all = new ArrayList<>(captured);
        all.addAll(arguments);
        return all;
    }
}
