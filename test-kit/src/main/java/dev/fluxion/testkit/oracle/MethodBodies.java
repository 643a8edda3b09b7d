package dev.fluxion.testkit.oracle;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.symbol.MethodRef;

/** Where the oracle gets the code of Java methods from: the frontend, or what a test writes by hand. */
@FunctionalInterface
public interface MethodBodies {

    /**
     * Returns the code of a method, with the receiver, if any, as first parameter.
     *
     * @param method the method, with the class that declares it as owner
     */
    Function of(MethodRef method);
}
