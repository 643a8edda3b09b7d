/** Derivatives through streams. */
@NullMarked
package dev.fluxion.engine.streams;

import org.jspecify.annotations.NullMarked;
