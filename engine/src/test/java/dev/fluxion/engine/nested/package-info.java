/** Derivatives of what contains derivatives already. */
@NullMarked
package dev.fluxion.engine.nested;

import org.jspecify.annotations.NullMarked;
