/**
 * Gradients in arrays where the compiled code alone would not do. They are ordinary code, which is differentiated as
 * such where a gradient is part of another function.
 */
@NullMarked
package dev.fluxion.runtime.guard;

import org.jspecify.annotations.NullMarked;
