/** Gradients in parameters that functions reach by themselves. */
@NullMarked
package dev.fluxion.engine.params;

import org.jspecify.annotations.NullMarked;
