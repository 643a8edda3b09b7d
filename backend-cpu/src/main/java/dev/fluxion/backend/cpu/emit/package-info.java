/**
 * Writes one function as the bytecode of one method: instructions, stack-map frames, line numbers, local names,
 * exception table. Schedules and slots come in; nothing is decided here but the choice of instructions.
 */
@NullMarked
package dev.fluxion.backend.cpu.emit;

import org.jspecify.annotations.NullMarked;
