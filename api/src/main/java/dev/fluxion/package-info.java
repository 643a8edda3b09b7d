/** The facade: gradients, Jacobians, Hessians of ordinary Java methods. */
@NullMarked
package dev.fluxion;

import org.jspecify.annotations.NullMarked;
