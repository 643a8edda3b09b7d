package dev.fluxion.runtime;

/**
 * A call in differentiated code of a method that the receiver's class chooses.
 *
 * @param method the name of the method
 * @param descriptor its descriptor, as the primal calls it
 * @param ownerIsInterface whether the primal names an interface as its owner
 * @param sweep which half of the derivative is called: {@code A} for the augmented primal, {@code R} for the reverse;
 *     for a derivative of a derivative, that of the inner one first
 * @param where the place of the call in the user's source, for messages
 */
public record DynamicCall(String method, String descriptor, boolean ownerIsInterface, String sweep, String where) {}
