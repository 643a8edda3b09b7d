/** Derivatives other than gradients: in directions, as matrices, of second order. */
@NullMarked
package dev.fluxion.derivative;

import org.jspecify.annotations.NullMarked;
