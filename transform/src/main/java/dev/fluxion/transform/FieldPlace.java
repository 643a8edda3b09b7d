package dev.fluxion.transform;

import dev.fluxion.ir.symbol.FieldRef;

/**
 * A field as it was declared.
 *
 * @param field named after the class that declares it; the named field itself where there is none, which code that uses
 *     it finds out when it runs
 * @param slot where its number lies in the shadow of an object that has it, see {@link
 *     dev.fluxion.runtime.ShadowLayout}; 0 if it is static or not floating
 * @param isFinal whether it keeps its value once its object or class is made
 */
public record FieldPlace(FieldRef field, int slot, boolean isFinal) {}
