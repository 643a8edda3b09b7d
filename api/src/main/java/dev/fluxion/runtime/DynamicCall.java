package dev.fluxion.runtime;

/**
 * A call in differentiated code of a method that the receiver's class chooses.
 *
 * @param owner internal name of the class or interface that the primal names as the method's owner
 * @param method the name of the method
 * @param descriptor its descriptor, as the primal calls it
 * @param sweep which part of the derivative is called: {@code A} for the augmented primal, {@code R} for the reverse, a
 *     digit for the tangent of so many lanes, a letter from {@code a} on for sets of inputs in so many; for a
 *     derivative of a derivative, that of the inner one first
 * @param isCaught whether it gives its exception back: it has one more argument, before those of the derivative, an
 *     array of objects that the exception is put into
 * @param level how often the code around the call had been differentiated already when the call was still the method's
 *     own: what this derivative remembers must not lie where that code remembers something
 * @param where the place of the call in the user's source, for messages
 */
public record DynamicCall(
        String owner, String method, String descriptor, String sweep, boolean isCaught, int level, String where) {

    /**
     * By this descriptor, which no method has, a call of {@link dev.fluxion.control.Step#apply} asks for several steps:
     * with the state, the number of the first one and that after the last one.
     */
    public static final String STEPS = "([DII)[D";
}
