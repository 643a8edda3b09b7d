/**
 * Gradients that are stored instead of added up, where each element gets exactly one contribution: neither must the
 * array be zeroed before, nor its old contents be read. What comes in are compiled entries, lowered.
 */
@NullMarked
package dev.fluxion.transform.overwrite;

import org.jspecify.annotations.NullMarked;
