package dev.fluxion.backend;

/**
 * A method of the compiled class. It calls {@code function} with the captures, then with its own parameters, and
 * returns the function's result, of which there is at most one. If the function uses the tape, the entry acquires one
 * and releases it in a finally block.
 *
 * @param method the name of the interface method that it implements
 * @param descriptor the JVM descriptor of that method
 * @param function the name of the function in the unit's program
 */
public record Entry(String method, String descriptor, String function) {}
