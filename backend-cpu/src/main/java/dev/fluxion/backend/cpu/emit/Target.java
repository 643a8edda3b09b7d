package dev.fluxion.backend.cpu.emit;

import dev.fluxion.ir.Function;

/** What the class under construction says about the functions that become its methods. */
public interface Target {

    /** Returns the internal name of the class. */
    String className();

    /** Returns a function of the program. */
    Function function(String name);

    /** Returns the name of the method that a function becomes. */
    String methodName(String function);

    /** Returns the descriptor of the method that a function becomes. */
    String descriptor(String function);

    /** Returns whether the method runs once on a tape, from which it may take its {@link LocalArrays}. */
    boolean takesArraysFromTape(String function);

    /** Returns whether the method takes a tape as its last parameter. */
    boolean takesTape(String function);
}
