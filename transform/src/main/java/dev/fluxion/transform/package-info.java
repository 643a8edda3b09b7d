/** Differentiation, and the passes that prepare it and clean up after it. */
@NullMarked
package dev.fluxion.transform;

import org.jspecify.annotations.NullMarked;
