package dev.fluxion.params;

import dev.fluxion.DoubleFn0;
import dev.fluxion.VectorFn0;

/** One result of a function with several. Its fields are public for its derivative, which is compiled elsewhere. */
@SuppressWarnings("serial") // nothing is ever serialized
public final class Component implements DoubleFn0 {

    /** The function. */
    public final VectorFn0 function;

    /** Which result, from 0. */
    public final int index;

    /** Takes a function and the place of one of its results. */
    public Component(VectorFn0 function, int index) {
        this.function = function;
        this.index = index;
    }

    @Override
    public double getAsDouble() {
        return function.get()[index];
    }
}
