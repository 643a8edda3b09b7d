/**
 * Cuts large functions into several that call one another, so that the JIT compiles each. Programs come in and go out;
 * nothing here knows bytecode but for the length of an instruction.
 */
@NullMarked
package dev.fluxion.backend.cpu.split;

import org.jspecify.annotations.NullMarked;
