package dev.fluxion.testkit.random;

import java.util.List;

/**
 * A method that can be called. Methods are made in an order, and call only what was made before, so that all ends.
 *
 * @param receiver the class of the object it is called on; empty for static ones
 * @param name its name; with its class where that is needed
 * @param result its result type; {@code void} for none
 * @param parameters their types; {@code depth} stands for a small int
 * @param usesFunctions whether it calls functional objects, which must not happen in these
 * @param throwing whether it may throw what its caller must catch
 */
record Routine(
        String receiver, String name, String result, List<String> parameters, boolean usesFunctions, boolean throwing) {

    Routine {
        parameters = List.copyOf(parameters);
    }
}
