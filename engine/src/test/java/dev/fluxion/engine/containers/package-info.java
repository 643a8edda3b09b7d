/** Gradients with respect to lists, maps and what is nested in them. */
@NullMarked
package dev.fluxion.engine.containers;

import org.jspecify.annotations.NullMarked;
