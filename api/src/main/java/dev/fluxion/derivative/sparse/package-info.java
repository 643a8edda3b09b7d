/** Jacobians and Hessians of which most elements are zero whatever the numbers are. */
@NullMarked
package dev.fluxion.derivative.sparse;

import org.jspecify.annotations.NullMarked;
