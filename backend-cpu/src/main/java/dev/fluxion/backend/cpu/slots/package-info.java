/**
 * Says where variables live: which are needed at the same time, which share a local-variable slot, and how the
 * arguments of an edge get into the slots of the parameters. Schedules come in.
 */
@NullMarked
package dev.fluxion.backend.cpu.slots;

import org.jspecify.annotations.NullMarked;
