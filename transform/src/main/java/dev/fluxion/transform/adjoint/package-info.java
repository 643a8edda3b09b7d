/**
 * Reverse mode: from a normalised function to one that also computes its adjoint. Comes in: a function, its active
 * parameters, the meaning of its calls. Read {@link dev.fluxion.transform.adjoint.ReverseMode} first.
 */
@NullMarked
package dev.fluxion.transform.adjoint;

import org.jspecify.annotations.NullMarked;
