package dev.fluxion.runtime.sweep;

import dev.fluxion.runtime.Shadows;
import dev.fluxion.runtime.Tape;

import org.jspecify.annotations.Nullable;

/** Both halves of the derivative of a function of objects. */
public interface GraphPair {

    /**
     * Runs the function and leaves on the tape what its reverse needs.
     *
     * @param arguments the arguments, boxed if they are numbers
     * @return the function's value, boxed if it is a number
     */
    @Nullable Object augmented(Object[] arguments, Shadows shadows, Tape tape);

    /**
     * Runs backwards, and takes off the tape what it needs.
     *
     * @param cotangent that of a result that is a plain number; any other has its cotangent in shadows
     * @param partials takes the partials in arguments that are plain numbers, by position
     */
    void reverse(double cotangent, double[] partials, Shadows shadows, Tape tape);
}
