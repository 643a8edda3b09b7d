package dev.fluxion.engine;

import dev.fluxion.backend.CompiledClass;
import dev.fluxion.ir.Program;
import dev.fluxion.runtime.InnerTapes;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Objects;

/**
 * A derivative of what a receiver's class chooses, of which all parts are compiled together.
 *
 * @param declaring the class beside which it runs
 * @param method the name of the method
 * @param program the parts as IR, which can be differentiated again
 * @param names the names of the parts by the sweep that they are for
 * @param compiled what the parts have been compiled to
 * @param ownOrders how many orders of derivatives the primal has in it already, as a compiled gradient has; they have
 *     stacks of their own then, see {@link InnerTapes}
 */
record DispatchedDerivative(
        Class<?> declaring,
        String method,
        Program program,
        Map<String, String> names,
        CompiledClass compiled,
        int ownOrders) {

    /**
     * Returns the part for a sweep.
     *
     * @param level see {@link dev.fluxion.runtime.DynamicCall}
     * @param type the type wanted
     */
    MethodHandle half(String sweep, int level, MethodType type) {
        String name = Objects.requireNonNull(names.get(sweep));
        // functions return an int where the method returns a boolean or another narrow type
        MethodHandle half = MethodHandles.explicitCastArguments(compiled.function(name), type);
        return ownOrders == 0 ? half : InnerTapes.around(half, ownOrders, level);
    }
}
