/**
 * Buffers of numbers. Each class is read by the engine, not called, but for {@link
 * dev.fluxion.rules.core.buffers.Buffers}, which does the bookkeeping when differentiated code runs.
 */
@NullMarked
package dev.fluxion.rules.core.buffers;

import org.jspecify.annotations.NullMarked;
