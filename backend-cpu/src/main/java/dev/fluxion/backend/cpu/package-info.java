/**
 * The backend named {@code cpu}: compiles a program of IR functions to a hidden class of scalar JVM bytecode. The way
 * of one function: {@code split} cuts it to the JIT's size, {@code schedule} orders it, {@code slots} places its
 * variables, {@code emit} writes it; here the class around it is made and defined.
 */
@NullMarked
package dev.fluxion.backend.cpu;

import org.jspecify.annotations.NullMarked;
