package dev.fluxion.params;

import java.io.Serializable;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** One result of a function with several. Its fields are public for its derivative, which is compiled elsewhere. */
@SuppressWarnings("serial") // nothing is ever serialized
public final class Component implements DoubleSupplier, Serializable {

    /** The function. */
    public final Supplier<double[]> function;

    /** Which result, from 0. */
    public final int index;

    /** Takes a function and the place of one of its results. */
    public Component(Supplier<double[]> function, int index) {
        this.function = function;
        this.index = index;
    }

    @Override
    public double getAsDouble() {
        return function.get()[index];
    }
}
