/**
 * Says what is computed where: which single-use values are computed on the operand stack, in the place where they are
 * used, and in which order the blocks are laid out. Functions come in; schedules and orders, plain data, go out.
 */
@NullMarked
package dev.fluxion.backend.cpu.schedule;

import org.jspecify.annotations.NullMarked;
