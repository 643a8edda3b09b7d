/** Gradients in parameters that a function reaches by itself, known by identity. */
@NullMarked
package dev.fluxion.params;

import org.jspecify.annotations.NullMarked;
