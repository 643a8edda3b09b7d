/**
 * Places that keep references or whole numbers: no derivative flows through them, at most through what the references
 * lead to. Each class is read by the engine, not called.
 */
@NullMarked
package dev.fluxion.rules.core.memory;

import org.jspecify.annotations.NullMarked;
