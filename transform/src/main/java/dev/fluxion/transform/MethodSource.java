package dev.fluxion.transform;

import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;

/** Says what a call stands for: the one door from the transforms back to the engine. */
public interface MethodSource {

    /**
     * Returns what is known of a method that is called in code being differentiated.
     *
     * @param kind how it is called
     * @param method the method that the instruction names
     * @return never null; a method that cannot be looked into is {@link Target.Refused}
     */
    Target resolve(InvokeKind kind, MethodRef method);

    /**
     * Returns which field an instruction means.
     *
     * @param field the field that the instruction names; a superclass of its owner may declare it
     */
    FieldPlace field(FieldRef field);
}
